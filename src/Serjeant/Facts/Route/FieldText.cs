using System.Text;
using MimeKit;

namespace Serjeant.Facts.Route;

/// <summary>The text of a header field on one line, without the costs of MimeKit's decoding, which trace fields never need.</summary>
internal static class FieldText
{
    /// <summary>Characters read of one field. RFC 5321 hosts write under 1,000; what is longer is an attack on parsers.</summary>
    public const int MostCharacters = 4096;

    /// <summary>Unfolds a field's value into <paramref name="buffer"/>: line ends, tabs and controls become one space.</summary>
    public static ReadOnlySpan<char> Unfold(Header header, Span<char> buffer)
    {
        var raw = header.RawValue.AsSpan();
        if (raw.Length > buffer.Length) raw = raw[..buffer.Length];
        var ascii = Ascii.IsValid(raw);
        var length = 0;
        while (true)
        {
            raw = raw[Blank(raw)..];
            if (raw.IsEmpty) break;
            if (length > 0) buffer[length++] = ' ';
            var end = raw.IndexOfAnyInRange((byte)0, (byte)0x1f);
            var line = (end < 0 ? raw : raw[..end]).TrimEnd((byte)' ');
            raw = end < 0 ? [] : raw[end..];
            // A line never grows in UTF-16, and the space before it stands for at least one byte that was cut.
            length += ascii ? Encoding.Latin1.GetChars(line, buffer[length..]) : Encoding.UTF8.GetChars(line, buffer[length..]);
        }
        return buffer[..length];
    }

    private static int Blank(ReadOnlySpan<byte> raw)
    {
        var end = raw.IndexOfAnyExceptInRange((byte)0, (byte)' ');
        return end < 0 ? raw.Length : end;
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
