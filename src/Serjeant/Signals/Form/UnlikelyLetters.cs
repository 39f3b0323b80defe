using Serjeant.Facts;

namespace Serjeant.Signals.Form;

/// <summary>
/// A label of the sender's domain or his mailbox name is strung together from letters that seldom follow each other in names: made by a machine,
/// registered by the hundred.
/// </summary>
internal sealed class UnlikelyLetters : IDetector
{
    public string Code => "form.unlikely-letters";

    public string? Detect(MessageFacts facts, House house)
    {
        if (Kinship.IsRelayed(facts) || facts.Bulk.IsReaction || facts.Sender.Author?.Address is not { } address) return null;
        foreach (var label in address.Domain.Name.Split('.'))
            if (LetterPairs.AreUnlikely(label)) return address.Domain.Name;
        return LetterPairs.AreUnlikely(address.Local, 0.5) ? "mailbox name" : null;
    }
}
