using Serjeant.Facts;

namespace Serjeant.Signals.Text;

/// <summary>Several themes of fraud at once in one short text: honest mail has one subject.</summary>
internal sealed class ManyThemes : IDetector
{
    private const int Minimum = 3;
    private const int Characters = 6_000;

    private static readonly HashSet<string> Innocent = new(["unsubscribe", "greeting", "promotion"], StringComparer.Ordinal);

    public string Code => "text.many-themes";

    public string? Detect(MessageFacts facts, House house)
    {
        if (facts.Bulk.IsReaction || facts.Content.VisibleText.Length > Characters) return null;
        var themes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var hit in facts.Content.Themes)
            if (!Innocent.Contains(hit.Theme)) themes.Add(hit.Theme);
        return themes.Count >= Minimum ? string.Join(", ", themes) : null;
    }
}
