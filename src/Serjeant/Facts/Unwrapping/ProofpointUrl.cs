using System.Net;
using System.Text;

namespace Serjeant.Facts.Unwrapping;

/// <summary>Proofpoint URL Defense, versions 1 to 3, as its own published decoder reads them.</summary>
internal static class ProofpointUrl
{
    /// <param name="tail">Path and query.</param>
    public static string? Target(ReadOnlySpan<char> tail)
    {
        if (tail.StartsWith("/v3/", StringComparison.OrdinalIgnoreCase)) return Three(tail[4..]);
        var question = tail.IndexOf('?');
        if (question < 0) return null;
        var value = WrappedUrl.Field(tail[(question + 1)..], "u", rest: false);
        if (value.IsEmpty) return null;
        if (tail.StartsWith("/v1/", StringComparison.OrdinalIgnoreCase)) return Decoded(value.ToString());
        // Version 2 writes % as -, / as _.
        return tail.StartsWith("/v2/", StringComparison.OrdinalIgnoreCase) ? Decoded(value.ToString().Replace('-', '%').Replace('_', '/')) : null;
    }

    private static string? Decoded(string value)
    {
        var text = WrappedUrl.Repair(WebUtility.HtmlDecode(Uri.UnescapeDataString(value)));
        return WrappedUrl.IsTarget(text) ? text : null;
    }

    /// <summary>__target__;replaced!!rest: a star stands for one character of the base64 text behind the semicolon, "**" and a letter for a run of them.</summary>
    private static string? Three(ReadOnlySpan<char> rest)
    {
        if (!rest.StartsWith("__", StringComparison.Ordinal)) return null;
        rest = rest[2..];
        var end = rest.IndexOf("__;");
        if (end < 0) return null;
        var replaced = rest[(end + 3)..];
        if (replaced.IndexOf('!') is >= 0 and var mark) replaced = replaced[..mark];
        var target = Uri.UnescapeDataString(WrappedUrl.Repair(rest[..end].ToString()));
        if (!target.Contains('*', StringComparison.Ordinal)) return WrappedUrl.IsTarget(target) ? target : null;
        if (WrappedUrl.DecodeBase64(replaced) is not { } bytes) return null;
        var filled = Fill(target, Encoding.UTF8.GetString(bytes));
        return filled is not null && WrappedUrl.IsTarget(filled) ? filled : null;
    }

    private static string? Fill(string target, string characters)
    {
        var filled = new StringBuilder(target.Length + characters.Length);
        var taken = 0;
        for (var i = 0; i < target.Length; i++)
        {
            if (target[i] != '*')
            {
                filled.Append(target[i]);
                continue;
            }
            var run = 1;
            if (i + 2 < target.Length && target[i + 1] == '*')
            {
                run = RunLength(target[i + 2]);
                i += 2;
            }
            if (run == 0 || taken + run > characters.Length) return null;
            filled.Append(characters, taken, run);
            taken += run;
        }
        return filled.ToString();
    }

    /// <summary>A to Z are 2 to 27, a to z 28 to 53, 0 to 9 54 to 63, - 64, _ 65; 0 for anything else.</summary>
    private static int RunLength(char c) => c switch
    {
        >= 'A' and <= 'Z' => c - 'A' + 2,
        >= 'a' and <= 'z' => c - 'a' + 28,
        >= '0' and <= '9' => c - '0' + 54,
        '-' => 64,
        '_' => 65,
        _ => 0,
    };
}
