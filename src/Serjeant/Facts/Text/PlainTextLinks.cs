using Serjeant.Facts.Html;

namespace Serjeant.Facts.Text;

/// <summary>Finds addresses written in plain text, as mail programs make them clickable: with a scheme, or beginning with www.</summary>
internal static class PlainTextLinks
{
    public static void Find(ReadOnlySpan<char> text, LinkCollector links)
    {
        var at = 0;
        while (at < text.Length)
        {
            var hit = text[at..].IndexOfAny(':', 'w', 'W');
            if (hit < 0) break;
            at += hit;
            int start;
            if (text[at] == ':')
            {
                if (!text[at..].StartsWith("://"))
                {
                    at++;
                    continue;
                }
                start = at;
                while (start > 0 && char.IsAsciiLetter(text[start - 1]) && at - start < 8) start--;
            }
            else
            {
                if (!text[at..].StartsWith("www.", StringComparison.OrdinalIgnoreCase) || (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '/' or '.' or '@' or '-')))
                {
                    at++;
                    continue;
                }
                start = at;
            }
            var end = at + 3;
            while (end < text.Length && text[end] > ' ' && text[end] is not ('<' or '>' or '"' or '\u00a0')) end++;
            at = end;
            var url = text[start..end].TrimEnd(".,;:!?'*_").ToString();
            if (url.EndsWith(')') && !url.Contains('(', StringComparison.Ordinal)) url = url[..^1];
            if (url.StartsWith("www", StringComparison.OrdinalIgnoreCase)) url = "http://" + url;
            if (url.StartsWith("http", StringComparison.OrdinalIgnoreCase) || url.StartsWith("ftp", StringComparison.OrdinalIgnoreCase) || url.StartsWith("file", StringComparison.OrdinalIgnoreCase))
                links.Add(url, LinkPlace.PlainText, LinkFire.Clicking, true);
        }
    }
}
