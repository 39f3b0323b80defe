using System.Buffers;
using System.Text;

namespace Serjeant.Facts.Attachments;

/// <summary>Where a shortcut leads: .lnk ([MS-SHLLINK]), .url, .library-ms and their like. Strings are read wherever they stand.</summary>
internal static class ShortcutInspector
{
    private const int Looked = 256 * 1024;

    private static readonly SearchValues<char> Ends = SearchValues.Create(" \r\n\t\"<>");

    public static void Inspect(ReadOnlySpan<byte> bytes, AttachmentFindings findings)
    {
        bytes = bytes[..Math.Min(Looked, bytes.Length)];
        // Narrow and wide strings alike: without its zero bytes a wide string of ASCII is a narrow one.
        var text = Encoding.Latin1.GetString(bytes).Replace("\0", "", StringComparison.Ordinal);
        var remote = TextUrls.Add(text, LinkPlace.FilePath, findings);
        for (var from = 0; text.IndexOf(@"\\", from, StringComparison.Ordinal) is >= 0 and var unc;)
        {
            from = unc + 2;
            if (from >= text.Length || !char.IsAsciiLetterOrDigit(text[from])) continue;
            var end = text.AsSpan(unc).IndexOfAny(Ends);
            from = end < 0 ? text.Length : unc + end;
            remote |= findings.AddLink(text[unc..from], LinkPlace.UncPath);
        }
        if (remote) findings.Note(AttachmentTraits.ExternalReference);
    }
}
