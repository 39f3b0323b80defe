using Serjeant.Facts;

namespace Serjeant.Signals.Form;

/// <summary>The sender's mailbox name is a row of random letters and digits.</summary>
internal sealed class RandomMailbox : IDetector
{
    public string Code => "form.random-mailbox";

    public string? Detect(MessageFacts facts, House house)
    {
        if (Kinship.IsRelayed(facts) || facts.Bulk.IsReaction || facts.Sender.Author?.Address is not { } address) return null;
        return Randomness.IsRandom(address.Local) ? "mailbox name" : null;
    }
}
