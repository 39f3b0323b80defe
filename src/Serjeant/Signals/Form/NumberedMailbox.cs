using Serjeant.Facts;

namespace Serjeant.Signals.Form;

/// <summary>A long number in the sender's mailbox name.</summary>
internal sealed class NumberedMailbox : IDetector
{
    public string Code => "form.numbered-mailbox";

    public string? Detect(MessageFacts facts, House house)
    {
        if (Kinship.IsRelayed(facts) || facts.Bulk.IsReaction || facts.Sender.Author?.Address is not { } address) return null;
        var digits = 0;
        foreach (var c in address.Local)
            if (char.IsAsciiDigit(c)) digits++;
        return digits >= 4 && address.Local.Any(char.IsAsciiLetter) ? $"{digits} digits" : null;
    }
}
