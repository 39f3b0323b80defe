using Serjeant.Facts;

namespace Serjeant.Signals.Relation;

/// <summary>A discussion list passed it on.</summary>
internal sealed class DiscussionList : IDetector
{
    public string Code => "relation.discussion-list";

    public string? Detect(MessageFacts facts, House house)
    {
        return facts.Bulk.DiscussionList && facts.Bulk.ListId.Length > 0 ? Evidence.Cut(facts.Bulk.ListId) : null;
    }
}
