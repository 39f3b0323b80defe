using Serjeant.Facts;

namespace Serjeant.Signals.Form;

/// <summary>The sender's name as shown holds a long number: an order, a case, a protocol. It belongs in a subject; as a name it makes every copy differ.</summary>
internal sealed class NumberedName : IDetector
{
    public string Code => "form.numbered-name";

    public string? Detect(MessageFacts facts, House house)
    {
        if (Kinship.IsRelayed(facts) || facts.Bulk.IsReaction || facts.Sender.Author is not { DisplayName.Length: > 4 } author || author.AddressInDisplayName is not null) return null;
        if (author.DisplayName.Contains('@', StringComparison.Ordinal)) return null;
        int digits = 0, letters = 0;
        foreach (var c in author.DisplayName)
        {
            if (char.IsAsciiDigit(c)) digits++;
            else if (char.IsLetter(c)) letters++;
        }
        return digits >= 4 && letters > 0 ? $"{digits} digits" : null;
    }
}
