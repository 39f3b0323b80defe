using Serjeant.Facts;

namespace Serjeant.Signals.Text;

/// <summary>A large sum of money is named.</summary>
internal sealed class LargeSum : IDetector
{
    public string Code => "text.large-sum";

    public string? Detect(MessageFacts facts, House house)
    {
        var text = facts.Content.VisibleText.AsSpan(0, Math.Min(4_000, facts.Content.VisibleText.Length));
        for (var i = 0; i < text.Length - 6; i++)
        {
            if (text[i] is not ('$' or '\u20ac' or '\u00a3')) continue;
            var digits = 0;
            var at = i + 1;
            while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is ',' or '.' or ' '))
            {
                if (char.IsAsciiDigit(text[at])) digits++;
                else if (text[at] == '.' && at + 3 < text.Length && !char.IsAsciiDigit(text[at + 3])) break;
                at++;
            }
            if (digits >= 6) return $"{digits} digits";
        }
        return null;
    }
}
