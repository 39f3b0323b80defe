using Serjeant.Facts;

namespace Serjeant.Signals.Relation;

/// <summary>A reply that refers to a conversation by header and subject, as mail programs write it.</summary>
internal sealed class Conversation : IDetector
{
    public string Code => "relation.conversation";

    public string? Detect(MessageFacts facts, House house)
    {
        return facts.Thread.Claimed && facts.Subject.Replies > 0 && facts.Thread.References.Length > 0 && (!facts.Bulk.ListUnsubscribe || facts.Bulk.DiscussionList) ? "subject and References agree" : null;
    }
}
