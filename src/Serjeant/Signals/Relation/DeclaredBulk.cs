using Serjeant.Facts;

namespace Serjeant.Signals.Relation;

/// <summary>Sent openly as bulk mail with a way out, by a sender whose name is borne out.</summary>
internal sealed class DeclaredBulk : IDetector
{
    public string Code => "relation.declared-bulk";

    public string? Detect(MessageFacts facts, House house)
    {
        return facts.Bulk.ListUnsubscribe && facts.Authentication.DkimAligned && !facts.Bulk.DiscussionList ? "List-Unsubscribe, aligned DKIM" : null;
    }
}
