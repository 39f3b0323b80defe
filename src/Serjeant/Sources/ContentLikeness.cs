namespace Serjeant.Sources;

/// <summary>
/// Tells by the first bytes whether a source is a message, an mbox, gzipped, or no mail. Broken mail is mail still: a first line that lost
/// its beginning, lines that are no fields, no empty line at all. Asked for is one field that mail is known to have, near the top, among
/// lines that mostly look like a header.
/// </summary>
internal static class ContentLikeness
{
    /// <summary>Bytes that are looked at. Received and ARC fields may fill the first kilobytes; blank lines may come before.</summary>
    public const int Head = 32 * 1024;

    private const int MostLines = 64;

    /// <param name="head">The first <see cref="Head"/> bytes, or all there are.</param>
    /// <param name="skipped">Bytes before the first line that is not empty: byte order mark, line ends.</param>
    public static ContentKind Of(ReadOnlySpan<byte> head, out int skipped)
    {
        head = head[..Math.Min(head.Length, Head)];
        skipped = 0;
        if (head.IsEmpty)
            return ContentKind.Nothing;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]))
            return ContentKind.Gzip;
        if (head.StartsWith("\uFEFF"u8))
            skipped = 3;
        var first = head[skipped..].IndexOfAnyExcept("\r\n\t "u8);
        if (first < 0)
            return ContentKind.NotMail;
        // Blanks before the first field would make it a continuation line of nothing, but belong to its line: only line ends go.
        skipped += head.Slice(skipped, first).LastIndexOf((byte)'\n') + 1;
        head = head[skipped..];
        if (NotMailReason.IsCertain(head))
            return ContentKind.NotMail;
        if (head.StartsWith("From "u8))
        {
            var envelope = MboxSeparator.EnvelopeLength(head);
            var behind = head[envelope..];
            if (envelope > 0 && (HeaderLine.NameOf(behind).Length > 0 || LooksLikeHeader(behind)))
                return ContentKind.Mbox;
        }
        return LooksLikeHeader(head) ? ContentKind.Message : ContentKind.NotMail;
    }

    private static bool LooksLikeHeader(ReadOnlySpan<byte> head)
    {
        var (fields, known, broken, needed) = (0, 0, 0, 1);
        for (var line = 0; line < MostLines && head.Length > 0; line++)
        {
            var length = head.IndexOf((byte)'\n');
            var text = head[..(length < 0 ? head.Length : length)].TrimEnd((byte)'\r');
            if (text.IsEmpty)
                break;
            head = head[(length < 0 ? head.Length : length + 1)..];
            if (HeaderLine.NameOf(text) is { Length: > 0 } name)
            {
                fields++;
                known += HeaderLine.IsKnown(name) ? 1 : 0;
            }
            else if (text[0] is not ((byte)' ' or (byte)'\t'))
                broken++;
            // The front matter of a page has a date too: where the first line is broken, more must speak for mail.
            if (line == 0 && fields == 0)
                needed = 2;
            // A text's first lines are no fields; a header's first line may be broken once or twice.
            if (fields == 0 && broken > 2)
                return false;
        }
        return known >= needed && fields >= broken;
    }
}
