using Serjeant.Facts;

namespace Serjeant.Signals.Text;

/// <summary>The subject shouts: capitals, exclamation marks, pictures.</summary>
internal sealed class LoudSubject : IDetector
{
    public string Code => "text.loud-subject";

    public string? Detect(MessageFacts facts, House house)
    {
        int upper = 0, lower = 0, marks = 0, pictures = 0;
        foreach (var c in facts.Subject.Topic)
        {
            if (char.IsUpper(c)) upper++;
            else if (char.IsLower(c)) lower++;
            else if (c is '!' or '\u00a1' or '$' or '\u20ac' or '%') marks++;
            else if (c is '\ud83c' or '\ud83d' or '\ud83e' or (>= '\u2600' and <= '\u27bf')) pictures++;
        }
        if (upper > 12 && upper > 3 * lower) return "capitals";
        if (pictures >= 2) return "pictures";
        return marks >= 2 ? "exclamation and money marks" : null;
    }
}
