using Serjeant.Facts;

namespace Serjeant.Signals.Text;

/// <summary>A phrase of one theme of data/phrases in the subject: what the sender wants read first.</summary>
internal sealed class ThemeInSubject(string theme) : IDetector
{
    public string Code => $"text.{theme}-in-subject";

    public string? Detect(MessageFacts facts, House house)
    {
        if (facts.Bulk.IsReaction) return null;
        foreach (var hit in facts.Content.Themes)
            if (hit.InSubject && hit.Theme == theme) return $"\u201c{hit.First}\u201d";
        return null;
    }
}
