using Serjeant.Facts;

namespace Serjeant.Signals.Text;

/// <summary>English text in which many letters carry accents that no English word has: words are bent so that filters miss them and readers do not.</summary>
internal sealed class AccentsInEnglish : IDetector
{
    public string Code => "text.needless-accents";

    public string? Detect(MessageFacts facts, House house)
    {
        if (facts.Content.Language != "en" || facts.Bulk.IsReaction) return null;
        var text = facts.Content.VisibleText.AsSpan(0, Math.Min(3_000, facts.Content.VisibleText.Length));
        var accented = 0;
        for (var rest = text; ;)
        {
            var at = rest.IndexOfAnyInRange('\u00c0', '\u017f');
            if (at < 0) break;
            if (rest[at] is not ('\u00d7' or '\u00f7')) accented++;
            rest = rest[(at + 1)..];
        }
        return accented >= 8 && accented * 75 > text.Length ? $"{accented} letters" : null;
    }
}
