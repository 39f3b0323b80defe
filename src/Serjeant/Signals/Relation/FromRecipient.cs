using Serjeant.Facts;

namespace Serjeant.Signals.Relation;

/// <summary>From is the recipient's own address, and nothing bears that out.</summary>
internal sealed class FromRecipient : IDetector
{
    public string Code => "relation.from-recipient";

    public string? Detect(MessageFacts facts, House house)
    {
        if (facts.Sender.Author?.Address is not { } from || facts.Authentication.Aligned || Kinship.IsRelayed(facts) || facts.Bulk.IsReaction) return null;
        foreach (var recipient in facts.Recipients.All)
            if (recipient.Key == from.Key) return "From is the recipient's own address";
        return null;
    }
}
