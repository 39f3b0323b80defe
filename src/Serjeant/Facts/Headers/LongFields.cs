using System.Buffers;

namespace Serjeant.Facts.Headers;

/// <summary>
/// Cuts header fields of monstrous length before the parser sees them: it gathers a field in a buffer that grows by a little at a time, so
/// that one of 20 MB took it 20 seconds, and one of 50 MB minutes. Wherever in the message they stand, since parts have headers as well.
/// </summary>
internal static class LongFields
{
    /// <summary>A field of To with 4,000 recipients has this many bytes; the longest in the corpora has a quarter of it.</summary>
    public const int Maximum = 256 * 1024;

    private const int LongestName = 80, LongestBoundary = 256;

    private const string ContentType = "content-type:";

    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"u8);

    /// <summary>The same bytes where no field is too long.</summary>
    public static ReadOnlyMemory<byte> Cut(ReadOnlyMemory<byte> message, out bool cut)
    {
        cut = false;
        if (message.Length <= Maximum) return message;
        var bytes = message.Span;
        ArrayBufferWriter<byte>? kept = null;
        int copied = 0, fieldStart = -1;
        var header = true;
        var nested = false;
        for (var at = 0; at < bytes.Length;)
        {
            var line = bytes[at..];
            var length = line.IndexOf((byte)'\n') + 1;
            if (length == 0) length = line.Length;
            var folded = line[0] is (byte)' ' or (byte)'\t';
            // In a header a line without a name costs as much as a field; in a body it is text.
            if (!folded) fieldStart = IsField(line[..length]) || (header && length > Maximum) ? at : -1;
            Follow(line[..length], ref header, ref nested);
            var end = at + length;
            if (fieldStart >= 0 && end - fieldStart > Maximum)
            {
                kept ??= new(bytes.Length);
                // Where the line itself is what is too long, its beginning stays.
                var keepTo = Math.Max(at, Math.Min(end, fieldStart + Maximum));
                if (keepTo > copied) kept.Write(bytes[copied..keepTo]);
                if (keepTo > at && keepTo < end) kept.Write("\n"u8);
                copied = end;
            }
            at = end;
        }
        if (kept is null) return message;
        cut = true;
        kept.Write(bytes[copied..]);
        return kept.WrittenMemory;
    }

    /// <summary>Whether the next line stands in a header: of the message, of a part behind its boundary, of a message within.</summary>
    private static void Follow(ReadOnlySpan<byte> line, ref bool header, ref bool nested)
    {
        if (!header)
        {
            if (line.Length <= LongestBoundary && line.StartsWith("--"u8)) (header, nested) = (true, false);
        }
        else if (line.TrimEnd("\r\n"u8).IsEmpty)
        {
            (header, nested) = (nested, false);
        }
        else if (line.Length <= Maximum && System.Text.Ascii.EqualsIgnoreCase(line[..Math.Min(line.Length, ContentType.Length)], ContentType))
        {
            nested = line.IndexOf("rfc822"u8) >= 0 || line.IndexOf("RFC822"u8) >= 0;
        }
    }

    private static bool IsField(ReadOnlySpan<byte> line)
    {
        var name = line[..Math.Min(line.Length, LongestName)].IndexOfAnyExcept(NameBytes);
        return name > 0 && line[name] == (byte)':';
    }
}
