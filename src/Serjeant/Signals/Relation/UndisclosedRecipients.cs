using Serjeant.Facts;

namespace Serjeant.Signals.Relation;

/// <summary>To names nobody.</summary>
internal sealed class UndisclosedRecipients : IDetector
{
    public string Code => "relation.undisclosed-recipients";

    public string? Detect(MessageFacts facts, House house)
    {
        return facts.Recipients.Undisclosed && !facts.Bulk.IsReaction && !facts.Bulk.DiscussionList && facts.Recipients.Cc.IsEmpty ? "To is empty or undisclosed" : null;
    }
}
