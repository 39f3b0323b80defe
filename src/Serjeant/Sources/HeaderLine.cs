using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Serjeant.Sources;

/// <summary>Whether a line looks like a field of a message's header (RFC 5322, section 2.2), and like one that mail really has.</summary>
internal static class HeaderLine
{
    private const int LongestName = 76;

    private static readonly SearchValues<byte> NameBytes = SearchValues.Create(
        "!#$%&'*+-.0123456789=?ABCDEFGHIJKLMNOPQRSTUVWXYZ^_`abcdefghijklmnopqrstuvwxyz|~/"u8);

    // Not "Path", "Status" or "Priority": settings and notes of all kinds have these too.
    private static readonly FrozenSet<string> KnownNames = new[]
    {
        "Return-Path", "Received", "From", "To", "Cc", "Bcc", "Subject", "Date", "Message-ID", "Sender", "Reply-To", "In-Reply-To",
        "References", "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Content-Disposition", "Content-Length",
        "Delivered-To", "Envelope-To", "Delivery-Date", "Received-SPF", "DKIM-Signature", "DomainKey-Signature",
        "Authentication-Results", "ARC-Seal", "ARC-Message-Signature", "ARC-Authentication-Results", "List-Unsubscribe", "List-Id",
        "List-Post", "Precedence", "Auto-Submitted", "Newsgroups",
        "Resent-From", "Resent-To", "Resent-Date", "Resent-Message-ID", "Errors-To", "Thread-Topic", "Thread-Index", "User-Agent",
        "Apparently-To", "Disposition-Notification-To", "Accept-Language", "Content-Language", "Feedback-ID", "Original-Recipient",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = KnownNames.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The field's name, where the bytes begin with one and a colon; empty otherwise. The line need not be whole.</summary>
    public static ReadOnlySpan<byte> NameOf(ReadOnlySpan<byte> line)
    {
        var limit = Math.Min(line.Length, LongestName + 1);
        var length = line[..limit].IndexOfAnyExcept(NameBytes);
        if (length <= 0)
            return default;
        var rest = line[length..].TrimStart(" \t"u8);
        // "https://..." is a line of text.
        return rest.Length > 0 && rest[0] == ':' && !rest.StartsWith("://"u8) ? line[..length] : default;
    }

    /// <summary>A name that mail has: one of the usual, or one that begins with "X-".</summary>
    public static bool IsKnown(ReadOnlySpan<byte> name)
    {
        if (name.Length is 0 or > LongestName)
            return false;
        Span<char> text = stackalloc char[LongestName];
        text = text[..Encoding.Latin1.GetChars(name, text)];
        return text.StartsWith("X-", StringComparison.OrdinalIgnoreCase) || Known.Contains(text);
    }
}
