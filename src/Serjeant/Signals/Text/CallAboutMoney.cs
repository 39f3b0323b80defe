using Serjeant.Facts;

namespace Serjeant.Signals.Text;

/// <summary>
/// A sum, a telephone number and words of an order, an account or a refund, and hardly a link to follow: the reader is to call, and there the fraud begins
/// (callback phishing). Firms name their number too, but beside links to themselves.
/// </summary>
internal sealed class CallAboutMoney : IDetector
{
    public string Code => "text.call-about-money";

    public string? Detect(MessageFacts facts, House house)
    {
        if (Kinship.IsRelayed(facts) || facts.Bulk.IsReaction || facts.Thread.Claimed) return null;
        string? asks = null;
        foreach (var hit in facts.Content.Themes)
            if (hit.Theme is "payment" or "account" or "pressure") asks = hit.First;
        if (asks is null) return null;
        foreach (var link in facts.Links)
            if (link.Fires == LinkFire.Clicking && link.Address.IsRemote && Kinship.IsKin(facts, house, link.Address.Host)) return null;
        var text = facts.Content.VisibleText.AsSpan(0, Math.Min(5_000, facts.Content.VisibleText.Length));
        return HasSum(text) && HasNumber(text) ? $"\u201c{asks}\u201d, a sum and a telephone number" : null;
    }

    private static bool HasSum(ReadOnlySpan<char> text)
    {
        for (var i = 1; i + 2 < text.Length; i++)
            if (text[i] is '$' or '\u20ac' or '\u00a3' && (char.IsAsciiDigit(text[i + 1]) || char.IsAsciiDigit(text[i + 2]) || char.IsAsciiDigit(text[i - 1]))) return true;
        return text.Contains("USD", StringComparison.Ordinal) || text.Contains("EUR", StringComparison.Ordinal);
    }

    /// <summary>Eight to fifteen digits in at least three groups, as telephone numbers are written and sums and dates are not.</summary>
    private static bool HasNumber(ReadOnlySpan<char> text)
    {
        int digits = 0, groups = 0;
        var gap = true;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                if (gap) groups++;
                digits++;
                gap = false;
            }
            else if (c is ' ' or '-' or '(' or ')' or '.' or '+' or '\u2010' or '\u2011' && (digits > 0 || c is '+' or '('))
            {
                gap = true;
            }
            else
            {
                if (digits is >= 8 and <= 15 && groups is >= 3 and <= 6) return true;
                (digits, groups, gap) = (0, 0, true);
            }
        }
        return digits is >= 8 and <= 15 && groups is >= 3 and <= 6;
    }
}
