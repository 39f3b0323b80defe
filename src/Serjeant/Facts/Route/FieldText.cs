using System.Text;
using MimeKit;

namespace Serjeant.Facts.Route;

/// <summary>The text of a header field on one line, without the costs of MimeKit's decoding, which trace fields never need.</summary>
internal static class FieldText
{
    /// <summary>Characters read of one field. RFC 5321 hosts write under 1,000; what is longer is an attack on parsers.</summary>
    public const int MostCharacters = 4096;

    /// <summary>Unfolds a field's value into <paramref name="buffer"/>: every run of white space and controls becomes one space.</summary>
    public static ReadOnlySpan<char> Unfold(Header header, Span<char> buffer)
    {
        var raw = header.RawValue.AsSpan();
        var length = 0;
        var space = true;
        for (var i = 0; i < raw.Length && length < buffer.Length - 1;)
        {
            var b = raw[i];
            if (b <= 0x20 || b == 0x7f)
            {
                i++;
                if (space) continue;
                space = true;
                buffer[length++] = ' ';
                continue;
            }
            space = false;
            if (b < 0x80)
            {
                buffer[length++] = (char)b;
                i++;
                continue;
            }
            Rune.DecodeFromUtf8(raw[i..], out var rune, out var consumed);
            length += rune.EncodeToUtf16(buffer[length..]);
            i += Math.Max(1, consumed);
        }
        if (length > 0 && buffer[length - 1] == ' ') length--;
        return buffer[..length];
    }

    /// <summary>The next word at or after <paramref name="text"/>'s start; the rest is left in <paramref name="text"/>. Empty at the end.</summary>
    public static ReadOnlySpan<char> NextWord(scoped ref ReadOnlySpan<char> text)
    {
        text = text.TrimStart(' ');
        var end = text.IndexOf(' ');
        var word = end < 0 ? text : text[..end];
        text = end < 0 ? [] : text[(end + 1)..];
        return word;
    }

    public static bool Same(this ReadOnlySpan<char> text, ReadOnlySpan<char> other) => text.Equals(other, StringComparison.OrdinalIgnoreCase);

    public static bool Has(this ReadOnlySpan<char> text, ReadOnlySpan<char> part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    public static bool Begins(this ReadOnlySpan<char> text, ReadOnlySpan<char> part) => text.StartsWith(part, StringComparison.OrdinalIgnoreCase);

    /// <summary>Lower case, at most 255 characters, without a final dot.</summary>
    public static string Lower(ReadOnlySpan<char> text)
    {
        if (text.Length > 255) text = text[..255];
        text = text.TrimEnd('.');
        if (text.IsEmpty) return "";
        return text.IndexOfAnyInRange('A', 'Z') < 0 && System.Text.Ascii.IsValid(text)
            ? text.ToString()
            : string.Create(text.Length, text, static (to, from) => from.ToLowerInvariant(to));
    }
}
