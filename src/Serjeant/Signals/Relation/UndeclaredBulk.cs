using Serjeant.Facts;

namespace Serjeant.Signals.Relation;

/// <summary>The text offers a way to unsubscribe, but no header says that the message is one of many, as services have long done and large providers now demand (RFC 8058).</summary>
internal sealed class UndeclaredBulk : IDetector
{
    public string Code => "relation.undeclared-bulk";

    public string? Detect(MessageFacts facts, House house)
    {
        if (!Practice.IsModern(facts) || facts.Bulk.Declared || facts.Bulk.IsReaction || facts.Thread.Claimed) return null;
        foreach (var theme in facts.Content.Themes)
            if (theme.Theme == "unsubscribe") return $"\u201c{theme.First}\u201d without List-Unsubscribe";
        return null;
    }
}
