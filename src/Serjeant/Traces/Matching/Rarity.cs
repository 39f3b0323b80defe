using System.Text;

namespace Serjeant.Traces.Matching;

/// <summary>Which texts are worth looking for: those that ordinary lines seldom hold. A guess, for speed only; what is found is the same.</summary>
internal static class Rarity
{
    /// <summary>Pieces that very many lines hold.</summary>
    private static readonly string[] Usual =
        ["get", "post", "http/1.1", "https://", "mozilla/5.0", "applewebkit/537.36", "/owa/", "/ecp/", "/ews/", "/api/", ".aspx", ".js", ".php", ".html", "/autodiscover/autodiscover.json", "/microsoft-server-activesync", "/mapi/", "/admin", "/login", "/cgi-bin/"];

    private static readonly byte[][] UsualBytes = [.. Usual.Select(Encoding.ASCII.GetBytes)];

    /// <summary>How often one of them may stand in a line; only the order of the numbers means anything.</summary>
    public static double Of(IReadOnlyList<byte[]> texts)
    {
        var sum = 0.0;
        foreach (var text in texts) sum += Array.Exists(UsualBytes, u => u.AsSpan().IndexOf(text) >= 0) ? 1 : Math.Pow(0.4, Math.Min(text.Length, 16));
        return sum;
    }

    /// <summary>The longest run without what a view may have put in or changed: the question mark between path and query, and spaces.</summary>
    public static byte[]? Longest(IEnumerable<byte[]> runs)
    {
        byte[]? best = null;
        foreach (var run in runs)
        {
            var start = 0;
            for (var i = 0; i <= run.Length; i++)
            {
                if (i < run.Length && run[i] is not ((byte)'?' or (byte)' ' or (byte)'+')) continue;
                if (i - start > (best?.Length ?? 0)) best = run[start..i];
                start = i + 1;
            }
        }
        if (best is null) return null;
        for (var i = 0; i < best.Length; i++)
            if (best[i] is >= (byte)'A' and <= (byte)'Z') best[i] |= 0x20;
        return best;
    }
}
