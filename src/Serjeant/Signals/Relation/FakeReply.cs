using Serjeant.Facts;

namespace Serjeant.Signals.Relation;

/// <summary>The subject says reply or forward, but no header refers to a conversation.</summary>
internal sealed class FakeReply : IDetector
{
    public string Code => "relation.fake-reply";

    public string? Detect(MessageFacts facts, House house)
    {
        return facts.Subject.Replies + facts.Subject.Forwards > 0 && !facts.Thread.Claimed && !Kinship.IsRelayed(facts) && !facts.Bulk.IsReaction
            ? facts.Subject.Forwards > 0 ? "forward" : "reply"
            : null;
    }
}
