using Serjeant.Facts;

namespace Serjeant.Signals.Text;

/// <summary>Phrases of one theme of data/phrases in the visible text.</summary>
internal sealed class ThemeInText(string theme, int minimum = 1) : IDetector
{
    public string Code => $"text.{theme}";

    public string? Detect(MessageFacts facts, House house)
    {
        if (facts.Bulk.IsReaction) return null;
        foreach (var hit in facts.Content.Themes)
            if (!hit.InSubject && hit.Theme == theme && hit.Phrases >= minimum)
                return hit.Phrases == 1 ? $"\u201c{hit.First}\u201d" : $"\u201c{hit.First}\u201d and {hit.Phrases - 1} more";
        return null;
    }
}
