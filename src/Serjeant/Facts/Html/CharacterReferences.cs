using System.Text;
using MimeKit.Text;

namespace Serjeant.Facts.Html;

/// <summary>Reads character references (&amp;amp;, &amp;#x41;) as browsers do, also without their semicolon.</summary>
internal static class CharacterReferences
{
    /// <summary>The longest name, &amp;CounterClockwiseContourIntegral;, has 33 characters.</summary>
    private const int Longest = 40;

    public static string Read(ReadOnlySpan<char> text)
    {
        if (text.IndexOf('&') < 0) return text.ToString();
        var read = new StringBuilder(text.Length);
        while (!text.IsEmpty)
        {
            var at = text.IndexOf('&');
            if (at < 0) break;
            read.Append(text[..at]);
            text = text[at..];
            var decoder = new HtmlEntityDecoder();
            var length = 0;
            while (length < text.Length && length < Longest && decoder.Push(text[length])) length++;
            var value = decoder.GetValue();
            // A name that is none comes back as it was.
            if (length > 0) read.Append(value);
            else read.Append(text[length++]);
            if (length < text.Length && text[length] == ';' && value.Length > 0 && value[0] != '&') length++;
            text = text[length..];
        }
        return read.Append(text).ToString();
    }
}
