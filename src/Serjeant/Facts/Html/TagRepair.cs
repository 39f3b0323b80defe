using System.Buffers;
using System.Text;

namespace Serjeant.Facts.Html;

/// <summary>
/// Writes tags that browsers read and the tokenizer does not in a way that both read: a value without quotes that begins with a
/// slash (src=//host/pixel), and a slash between name and attributes (&lt;img/src=...&gt;). Senders write both to hide an address.
/// </summary>
internal static class TagRepair
{
    private static readonly SearchValues<string> Suspicious = SearchValues.Create(
        ["=/", "= /", "<img/", "<a/", "<iframe/", "<script/", "<link/", "<form/", "<input/", "<body/", "<table/", "<td/", "<object/", "<embed/", "<svg/", "<image/", "<video/",
         "<audio/", "<source/", "<div/", "<style/", "<meta/", "<base/", "<area/"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>The same string where there is nothing to mend, which one vectorised search tells of nearly all mail.</summary>
    public static string Mend(string html)
    {
        if (!html.AsSpan().ContainsAny(Suspicious)) return html;
        StringBuilder? mended = null;
        var copied = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at))
        {
            at++;
            if (!char.IsAsciiLetter(html[at])) continue;
            while (at < html.Length && !IsSpace(html[at]) && html[at] is not ('>' or '/')) at++;
            at = Attributes(html, at, ref mended, ref copied);
            if (at >= html.Length) break;
        }
        return mended is null ? html : mended.Append(html, copied, html.Length - copied).ToString();
    }

    /// <summary>Goes over the inside of a tag; gives the place behind it.</summary>
    private static int Attributes(string html, int at, ref StringBuilder? mended, ref int copied)
    {
        while (at < html.Length && html[at] != '>')
        {
            if (html[at] == '/' && at + 1 < html.Length && html[at + 1] is not ('>' or '/') && !IsSpace(html[at + 1]))
            {
                Replace(html, at, 1, " ", ref mended, ref copied);
                at++;
                continue;
            }
            if (html[at++] != '=') continue;
            while (at < html.Length && IsSpace(html[at])) at++;
            if (at >= html.Length) return at;
            if (html[at] is '"' or '\'')
            {
                var close = html.IndexOf(html[at], at + 1);
                if (close < 0) return html.Length;
                at = close + 1;
                continue;
            }
            var start = at;
            while (at < html.Length && !IsSpace(html[at]) && html[at] != '>') at++;
            if (html[start] != '/' || html.AsSpan(start, at - start).Contains('"')) continue;
            Replace(html, start, at - start, $"\"{html.AsSpan(start, at - start)}\"", ref mended, ref copied);
        }
        return at;
    }

    private static void Replace(string html, int at, int length, string with, ref StringBuilder? mended, ref int copied)
    {
        mended ??= new(html.Length + 64);
        mended.Append(html, copied, at - copied).Append(with);
        copied = at + length;
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';
}
