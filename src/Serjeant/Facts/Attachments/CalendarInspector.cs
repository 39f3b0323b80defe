using System.Text;

namespace Serjeant.Facts.Attachments;

/// <summary>URLs in calendars and business cards (RFC 5545, RFC 6350): in URL, ATTACH, LOCATION and running text alike.</summary>
internal static class CalendarInspector
{
    public static void Inspect(ReadOnlySpan<byte> bytes, AttachmentFindings findings)
    {
        var taken = Math.Min(bytes.Length, findings.Limits.TextCharacters);
        if (taken < bytes.Length) findings.Note(AttachmentTraits.BoundReached);
        if (bytes.IndexOf("://"u8) < 0) return;
        var text = Encoding.UTF8.GetString(bytes[..taken]);
        if (text.Contains("\n ", StringComparison.Ordinal) || text.Contains("\n\t", StringComparison.Ordinal))
            text = text.Replace("\r\n ", "", StringComparison.Ordinal).Replace("\r\n\t", "", StringComparison.Ordinal)
                .Replace("\n ", "", StringComparison.Ordinal).Replace("\n\t", "", StringComparison.Ordinal);
        text = text.Replace(@"\n", "\n", StringComparison.Ordinal).Replace(@"\N", "\n", StringComparison.Ordinal)
            .Replace(@"\,", ",", StringComparison.Ordinal).Replace(@"\;", ";", StringComparison.Ordinal);
        TextUrls.Add(text, LinkPlace.Calendar, findings);
    }
}
