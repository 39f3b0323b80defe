using MimeKit;
using Serjeant.Values;

namespace Serjeant.Facts.Headers;

/// <summary>Reads who the message says it comes from.</summary>
internal static class SenderReader
{
    private const int MaximumMailboxes = 50;

    public static SenderFacts Read(HeaderList headers)
    {
        var from = MailboxReader.Read(headers, HeaderId.From, MaximumMailboxes);
        var replyTo = MailboxReader.Read(headers, HeaderId.ReplyTo, MaximumMailboxes);
        var sender = MailboxReader.Read(headers, HeaderId.Sender, 1);
        EmailAddress? returnPath = null;
        var nullReturnPath = false;
        Header? originalFrom = null;
        var list = false;
        foreach (var header in headers)
        {
            if (header.Id == HeaderId.ReturnPath && returnPath is null && !nullReturnPath)
            {
                var text = header.Value.AsSpan().Trim();
                nullReturnPath = text is "<>";
                if (EmailAddress.TryParse(text, out var address)) returnPath = address;
            }
            else if (header.Id is HeaderId.ListId or HeaderId.ListPost || (header.Id == HeaderId.Unknown && IsOfList(header.Field)))
            {
                list = true;
            }
            else if (header.Id == HeaderId.Unknown && originalFrom is null
                && (header.Field.Equals("X-Original-From", StringComparison.OrdinalIgnoreCase) || header.Field.Equals("X-Original-Sender", StringComparison.OrdinalIgnoreCase)))
            {
                originalFrom = header;
            }
        }
        var author = from.FirstOrDefault(m => m.Address is not null);
        return new()
        {
            From = from,
            Sender = sender.IsEmpty ? null : sender[0],
            ReplyTo = replyTo,
            ReturnPath = returnPath,
            NullReturnPath = nullReturnPath,
            OriginalAuthor = list || originalFrom is not null ? OriginalAuthor(author, originalFrom, replyTo) : null,
        };
    }

    private static bool IsOfList(string field) =>
        field.Equals("Mailing-List", StringComparison.OrdinalIgnoreCase) || field.Equals("X-BeenThere", StringComparison.OrdinalIgnoreCase);

    // "Ann via Post" alone is what anybody can call himself: a list says in the header that it is one.
    /// <summary>"Ann Author via Some List &lt;some-list@lists.example&gt;", as Mailman (dmarc_moderation_action munge), Groups.io and Google Groups write it.</summary>
    private static Mailbox? OriginalAuthor(Mailbox? from, Header? originalFrom, System.Collections.Immutable.ImmutableArray<Mailbox> replyTo)
    {
        if (from is null) return null;
        var via = from.DisplayName.LastIndexOf(" via ", StringComparison.OrdinalIgnoreCase);
        if (via <= 0) return null;
        if (originalFrom is not null && MailboxReader.Read(originalFrom, 1) is [{ Address: not null } original]) return original;
        var name = from.DisplayName[..via].Trim().Trim('\'', '"');
        foreach (var mailbox in replyTo)
            if (mailbox.Address is not null && mailbox.Domain != from.Domain && mailbox.DisplayName.Length > 0) return mailbox;
        return new(name, EmailAddress.TryParse(name, out var address) ? address : null, null, Skeleton.Of(name));
    }
}
