using System.Globalization;
using System.Text;
using Serjeant.Hunts.Tips;

namespace Serjeant.Hunts.Formats;

/// <summary>
/// Lists of selectors, one a line; "#" begins a comment at the start of a line or behind white space. What follows one or several
/// "# Reference:" lines is from there, until the next; a short title ("# Generic") ends it.
/// </summary>
internal static class LinesReader
{
    private const string Reference = "reference:";

    public static void Read(ReadOnlySpan<byte> bytes, TipDraft draft, CancellationToken cancellation)
    {
        var origin = Origin.Unknown;
        var open = false;
        for (var line = 1; !bytes.IsEmpty; line++)
        {
            var end = bytes.IndexOf((byte)'\n');
            var whole = end < 0 ? bytes : bytes[..end];
            bytes = end < 0 ? default : bytes[(end + 1)..];
            var content = WithoutComment(whole, out var comment).Trim(" \t\r\0"u8);
            if (content.IsEmpty)
            {
                if (!comment.IsEmpty) origin = Under(comment, origin, ref open);
                continue;
            }
            open = false;
            var place = string.Create(CultureInfo.InvariantCulture, $"line {line}");
            if (draft.IsFull)
            {
                draft.Refuse(place, "", $"from here on: more than {draft.Limits.Entries} entries");
                return;
            }
            if ((line & 0xfff) == 0) cancellation.ThrowIfCancellationRequested();
            var text = Encoding.UTF8.GetString(content.Length > 16_384 ? content[..16_384] : content);
            draft.Add(SelectorText.Read(text), text, place, origin);
        }
    }

    /// <summary>What stands before "#", where that begins the line or stands behind white space: fragments of URLs have one too.</summary>
    private static ReadOnlySpan<byte> WithoutComment(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> comment)
    {
        comment = default;
        var at = 0;
        while (line[at..].IndexOf((byte)'#') is >= 0 and var found)
        {
            at += found;
            if (at == 0 || line[at - 1] is (byte)' ' or (byte)'\t')
            {
                comment = line[(at + 1)..];
                return line[..at];
            }
            at++;
        }
        return line;
    }

    private static Origin Under(ReadOnlySpan<byte> comment, Origin origin, ref bool open)
    {
        var text = Encoding.UTF8.GetString(comment.Length > 2_048 ? comment[..2_048] : comment).Trim(' ', '\t', '\r', '#');
        if (text.StartsWith(Reference, StringComparison.OrdinalIgnoreCase))
        {
            var url = text[Reference.Length..].Trim();
            var more = open && origin.Reference.Length is > 0 and < 4_096;
            open = true;
            return new() { Reference = more ? $"{origin.Reference} {url}" : url };
        }
        // "# Generic", "# APK": what follows is from no report. A longer remark, or a name put out of use, says nothing of what follows.
        if (text.Length is > 0 and <= 20 && !text.Contains('.', StringComparison.Ordinal) && !text.Contains(':', StringComparison.Ordinal)) return new() { Name = text };
        return origin;
    }
}
