using System.Buffers;

namespace Serjeant.Facts.Attachments;

/// <summary>Finds URLs and UNC paths that stand in plain text of some format (calendar, script strings, RTF, shortcuts).</summary>
internal static class TextUrls
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\0\"'`<>{}|^\u0001\u0002\u0003\u0013\u0014\u0015\u00a0");

    /// <summary>Adds what is found; true where any leads off the machine.</summary>
    public static bool Add(ReadOnlySpan<char> text, LinkPlace place, AttachmentFindings findings)
    {
        var remote = false;
        var found = 0;
        while (found < findings.Limits.Links && Next(ref text, out var url))
        {
            found++;
            remote |= findings.AddLink(url.ToString(), place);
        }
        return remote;
    }

    /// <summary>The next URL with an http, https, ftp or file scheme; <paramref name="text"/> moves behind it.</summary>
    public static bool Next(ref ReadOnlySpan<char> text, out ReadOnlySpan<char> url)
    {
        url = default;
        var from = 0;
        while (true)
        {
            var hit = text[from..].IndexOf("://");
            if (hit < 0) return false;
            var colon = from + hit;
            var start = colon;
            while (start > 0 && colon - start < 8 && char.IsAsciiLetter(text[start - 1])) start--;
            start = SchemeStart(text, start, colon);
            if (start < 0)
            {
                from = colon + 3;
                continue;
            }
            var rest = text[start..];
            var end = rest.IndexOfAny(Ends);
            if (end < 0) end = rest.Length;
            url = rest[..end].TrimEnd(".,;:!?)]\\");
            text = rest[Math.Max(end, colon + 3 - start)..];
            return true;
        }
    }

    /// <summary>Letters may run into the scheme (xhttp://): the longest known scheme that ends at the colon counts.</summary>
    private static int SchemeStart(ReadOnlySpan<char> text, int start, int colon)
    {
        var letters = text[start..colon];
        foreach (var scheme in (ReadOnlySpan<string>)["https", "http", "ftp", "file"])
            if (letters.EndsWith(scheme, StringComparison.OrdinalIgnoreCase)) return colon - scheme.Length;
        return -1;
    }
}
