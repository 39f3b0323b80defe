using System.Text;

namespace Serjeant.Samples.Mime;

internal static class Html
{
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);

    /// <summary>Long lines are legal in base64 and quoted-printable only; this keeps 7bit and 8bit bodies below 998 (RFC 5322, 2.1.1).</summary>
    public static string Broken(string html)
    {
        var text = new StringBuilder(html.Length + 64);
        var column = 0;
        foreach (var c in html)
        {
            var wrap = c == ' ' && column > 400;
            text.Append(wrap ? '\n' : c);
            column = wrap || c == '\n' ? 0 : column + 1;
        }
        return text.ToString();
    }
}
