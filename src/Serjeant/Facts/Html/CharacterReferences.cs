using System.Globalization;
using System.Text;
using MimeKit.Text;

namespace Serjeant.Facts.Html;

/// <summary>Reads character references (&amp;amp;, &amp;#x41;) as browsers do, also without their semicolon.</summary>
internal static class CharacterReferences
{
    /// <summary>The longest name, &amp;CounterClockwiseContourIntegral;, has 33 characters.</summary>
    private const int Longest = 40;

    /// <summary>In the value of an attribute, where &amp;sectionid= is no section sign (HTML standard, section 13.2.5.73).</summary>
    public static string ReadAttribute(ReadOnlySpan<char> value) => Read(value, attribute: true);

    public static string Read(ReadOnlySpan<char> text) => Read(text, attribute: false);

    private static string Read(ReadOnlySpan<char> text, bool attribute)
    {
        if (text.IndexOf('&') < 0) return text.ToString();
        var read = new StringBuilder(text.Length);
        while (!text.IsEmpty)
        {
            var at = text.IndexOf('&');
            if (at < 0) break;
            read.Append(text[..at]);
            text = text[at..];
            text = text[(Common(text, read) is > 0 and var length ? length : Any(text, read, attribute))..];
        }
        return read.Append(text).ToString();
    }

    /// <summary>The few that make up nearly all of mail, and numbers; 0 where it is none of them.</summary>
    private static int Common(ReadOnlySpan<char> text, StringBuilder read)
    {
        var end = text[..Math.Min(text.Length, 10)].IndexOf(';');
        if (end < 2) return 0;
        var name = text[1..end];
        if (name[0] == '#')
        {
            var hexadecimal = name.Length > 2 && name[1] is 'x' or 'X';
            if (!int.TryParse(name[(hexadecimal ? 2 : 1)..], hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None, null, out var code)
                || code is < 32 or (> 126 and < 160) or (>= 0xd800 and < 0xe000) or > 0x10ffff) return 0;
            read.Append(char.ConvertFromUtf32(code));
            return end + 1;
        }
        var character = name switch { "nbsp" => '\u00a0', "amp" => '&', "quot" => '"', "lt" => '<', "gt" => '>', "zwnj" => '\u200c', "shy" => '\u00ad', _ => '\0' };
        if (character == '\0') return 0;
        read.Append(character);
        return end + 1;
    }

    private static int Any(ReadOnlySpan<char> text, StringBuilder read, bool attribute)
    {
        var decoder = new HtmlEntityDecoder();
        var length = 0;
        while (length < text.Length && length < Longest && decoder.Push(text[length])) length++;
        if (length == 0 || (attribute && text[length - 1] != ';' && length < text.Length && (text[length] == '=' || char.IsAsciiLetterOrDigit(text[length]))))
        {
            read.Append(text[0]);
            return 1;
        }
        // A name that is none comes back as it was.
        var value = decoder.GetValue();
        read.Append(value);
        return length < text.Length && text[length] == ';' && value.Length > 0 && value[0] != '&' ? length + 1 : length;
    }
}
