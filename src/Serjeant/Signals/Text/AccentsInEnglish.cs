using Serjeant.Facts;

namespace Serjeant.Signals.Text;

/// <summary>English text in which many letters carry accents that no English word has: words are bent so that filters miss them and readers do not.</summary>
internal sealed class AccentsInEnglish : IDetector
{
    public string Code => "text.needless-accents";

    public string? Detect(MessageFacts facts, House house)
    {
        if (facts.Content.Language != "en" || facts.Bulk.IsReaction) return null;
        int plain = 0, accented = 0;
        foreach (var c in facts.Content.VisibleText.AsSpan(0, Math.Min(3_000, facts.Content.VisibleText.Length)))
        {
            if (char.IsAsciiLetter(c)) plain++;
            else if (c is >= '\u00c0' and <= '\u017f' and not '\u00d7' and not '\u00f7') accented++;
        }
        return accented >= 8 && accented * 60 > plain ? $"{accented} letters" : null;
    }
}
