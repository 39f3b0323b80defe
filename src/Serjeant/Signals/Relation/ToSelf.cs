using Serjeant.Facts;

namespace Serjeant.Signals.Relation;

/// <summary>To names nobody but the sender himself, though it came to us: the readers are hidden.</summary>
internal sealed class ToSelf : IDetector
{
    public string Code => "relation.to-self";

    public string? Detect(MessageFacts facts, House house)
    {
        if (Kinship.IsRelayed(facts) || facts.Bulk.IsReaction || facts.Thread.Claimed || facts.Sender.Author?.Address is not { } author) return null;
        if (facts.Recipients.To.Length != 1 || !facts.Recipients.Cc.IsEmpty || facts.Recipients.To[0].Address?.Key != author.Key) return null;
        foreach (var address in facts.Recipients.Delivered)
            if (address.Key == author.Key) return null;
        return "To is the sender's own address";
    }
}
