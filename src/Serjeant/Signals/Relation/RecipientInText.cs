using Serjeant.Facts;

namespace Serjeant.Signals.Relation;

/// <summary>The visible text addresses the reader by mail address.</summary>
internal sealed class RecipientInText : IDetector
{
    private const int Looked = 600;

    public string Code => "relation.recipient-in-text";

    public string? Detect(MessageFacts facts, House house)
    {
        if (facts.Bulk.IsReaction || facts.Bulk.DiscussionList || facts.Thread.Claimed) return null;
        var text = facts.Content.VisibleText.AsSpan(0, Math.Min(Looked, facts.Content.VisibleText.Length));
        if (text.IndexOf('@') < 0) return null;
        foreach (var recipient in facts.Recipients.All)
            if (text.Contains(recipient.Key, StringComparison.OrdinalIgnoreCase)) return "near the beginning of the text";
        return null;
    }
}
