using System.Buffers;
using System.Text;

namespace Serjeant.Traces.Matching;

/// <summary>Which texts are worth looking for: those that ordinary lines seldom hold. A guess, for speed only; what is found is the same.</summary>
internal static class Rarity
{
    /// <summary>Pieces that very many lines hold.</summary>
    private static readonly string[] Usual =
        ["get", "post", "options", "http/1.1", "https://www.", "mozilla/5.0 (windows nt 10.0; win64; x64)", "applewebkit/537.36 (khtml, like gecko)", "/owa/", "/ecp/", "/ews/", "/api/", ".aspx", ".js", ".php", ".html", "/autodiscover/autodiscover.json", "/microsoft-server-activesync", "/mapi/", "/admin", "/login", "/cgi-bin/"];

    private static readonly SearchValues<byte> Signs = SearchValues.Create("{}<>$|`^!~'\\"u8);

    private static readonly byte[][] UsualBytes = [.. Usual.Select(Encoding.ASCII.GetBytes)];

    /// <summary>How often one of them may stand in a line; only the order of the numbers means anything.</summary>
    public static double Of(IReadOnlyList<byte[]> texts)
    {
        var sum = 0.0;
        foreach (var text in texts) sum += Of(text);
        return sum;
    }

    /// <summary>The run that is seldom met, without what a view puts in: the question mark between path and query.</summary>
    public static byte[]? Best(IEnumerable<byte[]> runs)
    {
        byte[]? best = null;
        foreach (var run in runs)
            foreach (var range in run.AsSpan().Split((byte)'?'))
            {
                var part = run[range];
                if (part.Length > 0 && (best is null || Of(part) < Of(best))) best = part;
            }
        if (best is null) return null;
        for (var i = 0; i < best.Length; i++)
            if (best[i] is >= (byte)'A' and <= (byte)'Z') best[i] |= 0x20;
            // The automaton takes both for the same.
            else if (best[i] == (byte)'+') best[i] = (byte)' ';
        return best;
    }

    private static double Of(byte[] text)
    {
        // Statuses, sizes and times are everywhere; signs that a browser encodes are not.
        var signs = text.AsSpan().ContainsAny(Signs) ? 0.02 : 1;
        if (text.Length <= 3 || !text.AsSpan().ContainsAnyExceptInRange((byte)'0', (byte)'9')) return signs;
        return signs * Math.Pow(0.4, Math.Min(text.Length, 16)) + (Array.Exists(UsualBytes, u => u.AsSpan().IndexOf(text) >= 0) ? 0.5 : 0);
    }
}
