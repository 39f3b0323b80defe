using MimeKit;
using Serjeant.Facts.Route;
using Serjeant.Values;

namespace Serjeant.Facts.Bulk;

/// <summary>Reads how a message presents itself: as one of many, and as what kind. Its own word: anybody can write these headers.</summary>
internal sealed class BulkReader
{
    /// <summary>Feedback-ID and List-Id kept; services write under 100 characters.</summary>
    private const int MostKept = 256;

    /// <param name="nullReturnPath">The envelope sender was empty (SenderFacts.NullReturnPath).</param>
    public BulkFacts Read(HeaderList headers, MimeEntity? body, bool nullReturnPath)
    {
        Span<char> buffer = stackalloc char[FieldText.MostCharacters];
        var facts = new Found { NullReturnPath = nullReturnPath };
        for (var i = 0; i < headers.Count; i++)
        {
            var header = headers[i];
            if (header.Id == HeaderId.Unknown ? !MayMatter(header.Field) : !Matters(header.Id)) continue;
            Take(header, FieldText.Unfold(header, buffer), ref facts);
        }
        var kind = KindOf(BodySigns.Of(body), facts);
        return new BulkFacts
        {
            Kind = kind,
            ListId = facts.ListId,
            DiscussionList = facts.ListPost || facts.ListSoftware || facts.Precedence == "list" && facts.ListId.Length > 0,
            ListUnsubscribe = facts.ListUnsubscribe,
            OneClickUnsubscribe = facts.OneClick,
            FeedbackId = facts.FeedbackId,
            Precedence = facts.Precedence,
            ReceiptTo = facts.ReceiptTo,
            MarkedUrgent = facts.Urgent,
        };
    }

    private static bool Matters(HeaderId id) => id is HeaderId.ListId or HeaderId.ListUnsubscribe or HeaderId.ListUnsubscribePost or HeaderId.ListPost
        or HeaderId.Precedence or HeaderId.AutoSubmitted or HeaderId.DispositionNotificationTo or HeaderId.ReturnReceiptTo or HeaderId.XPriority
        or HeaderId.Importance or HeaderId.Priority or HeaderId.From or HeaderId.Subject or HeaderId.ReturnPath or HeaderId.XMSMailPriority or HeaderId.ContentClass;

    /// <summary>A quick look at the name, so that the dozens of other fields of a message cost next to nothing.</summary>
    private static bool MayMatter(string field) => field.Length is > 5 and < 32 && (field[0] | 0x20) switch
    {
        'x' => (field[2] | 0x20) is 'f' or 'a' or 'm' or 'b' or 'c',
        'f' or 'm' or 'c' or 'l' or 'd' or 'r' or 'a' or 'p' => true,
        _ => false,
    };

    private static void Take(Header header, ReadOnlySpan<char> value, ref Found found)
    {
        switch (header.Id)
        {
            case HeaderId.From:
                found.Daemon |= IsDaemon(value);
                return;
            case HeaderId.Subject:
                found.Subject ??= header;
                return;
            case HeaderId.ReturnPath:
                found.NullReturnPath |= value.Trim("<> ") is [] || IsDaemon(value);
                return;
            case HeaderId.ListId:
                if (found.ListId.Length == 0) found.ListId = Identifier(value);
                return;
            case HeaderId.ListUnsubscribe:
                found.ListUnsubscribe |= !value.IsEmpty;
                return;
            case HeaderId.ListUnsubscribePost:
                found.OneClick |= value.Has("One-Click");
                return;
            case HeaderId.ListPost:
                found.ListPost |= !value.IsEmpty && !value.Begins("NO"); // RFC 2369 section 3.4
                return;
            case HeaderId.Precedence:
                if (found.Precedence.Length == 0) found.Precedence = Short(value);
                return;
            case HeaderId.AutoSubmitted:
                if (found.AutoSubmitted.Length == 0) found.AutoSubmitted = Short(value);
                return;
            case HeaderId.DispositionNotificationTo:
            case HeaderId.ReturnReceiptTo:
                found.ReceiptTo ??= AddressIn(value);
                return;
            case HeaderId.ContentClass:
                found.CalendarClass = value.Has("calendarmessage");
                return;
            case HeaderId.XPriority:
                found.Urgent |= value is ['1' or '2', ..] && value is not [_, >= '0' and <= '9', ..];
                return;
            case HeaderId.Importance:
            case HeaderId.XMSMailPriority:
                found.Urgent |= value.Same("high");
                return;
            case HeaderId.Priority:
                found.Urgent |= value.Same("urgent");
                return;
        }
        TakeUnknown(header.Field, value, ref found);
    }

    private static void TakeUnknown(ReadOnlySpan<char> field, ReadOnlySpan<char> value, ref Found found)
    {
        if (field.Same("Feedback-ID") || field.Same("X-Feedback-ID"))
        {
            if (found.FeedbackId.Length == 0) found.FeedbackId = value[..Math.Min(value.Length, MostKept)].ToString();
        }
        else if (field.Same("X-Failed-Recipients") || field.Begins("X-Mailer-Daemon-")) found.FailedRecipients = true;
        else if (field.Same("X-Confirm-Reading-To")) found.ReceiptTo ??= AddressIn(value);
        else if (field.Same("Mailing-List") || field.Same("X-BeenThere") || field.Same("X-Mailman-Version") || field.Same("X-ML-Name")) found.ListSoftware = true;
        else if (field.Same("X-Auto-Response-Suppress")) found.Suppress = true;
        else if (field.Same("X-Autogenerated")) found.Reply |= value.Same("Reply");
        else if (field.Same("X-Autoreply") || field.Same("X-Auto-Reply") || field.Same("X-Autorespond") || field.Same("X-Autoresponder") || field.Same("X-Autoreply-From")
            || field.Same("X-Autoresponse") || field.Same("X-Mail-Autoreply")) found.Reply |= !value.Same("no");
    }

    private static MessageKind KindOf(BodySigns body, in Found found)
    {
        if (body.ReportType is "feedback-report" || body.FeedbackReport) return MessageKind.FeedbackReport;
        if (body.ReportType is "disposition-notification" || body.Disposition) return MessageKind.ReadReceipt;
        if (body.ReportType is "delivery-status") return MessageKind.Bounce;
        var automatic = found.AutoSubmitted.Length > 0 && found.AutoSubmitted != "no";
        var signed = found.Daemon || found.NullReturnPath || automatic || found.FailedRecipients || found.Suppress || body.DeliveryStatus || body.Returned
            || found.Precedence is "bulk" or "junk" or "auto_reply";
        // Only decoded where something else already points to a machine as the author.
        var subject = signed ? found.Subject?.Value ?? "" : "";
        if (signed && IsBounce(body, found, automatic, subject)) return MessageKind.Bounce;
        if (body.Returned && subject.StartsWith("complaint about message from", StringComparison.OrdinalIgnoreCase)) return MessageKind.FeedbackReport; // before RFC 5965
        if (body.Calendar || found.CalendarClass) return MessageKind.Calendar;
        if (found.Reply || found.AutoSubmitted.StartsWith("auto-replied", StringComparison.Ordinal) || found.Precedence == "auto_reply") return MessageKind.AutoReply;
        if ((automatic || found.NullReturnPath || found.Suppress || found.Precedence is "bulk" or "junk") && Subjects.IsReply(subject)) return MessageKind.AutoReply;
        return automatic ? MessageKind.Automatic : MessageKind.Ordinary;
    }

    private static bool IsBounce(BodySigns body, in Found found, bool automatic, string subject)
    {
        if (found.FailedRecipients) return true;
        if (body.DeliveryStatus && (found.Daemon || found.NullReturnPath || automatic)) return true;
        if (found.Daemon && (found.NullReturnPath || automatic)) return true;
        if (body.Returned && !automatic && (found.Daemon || found.NullReturnPath)) return true;
        return (found.Daemon || found.NullReturnPath) && Subjects.IsBounce(subject);
    }

    /// <summary>The names under which mail servers write (RFC 2142, 3464 section 2.1.1 and custom).</summary>
    private static bool IsDaemon(ReadOnlySpan<char> author) =>
        author.Trim("<> ") is [] || author.Has("mailer-daemon") || author.Has("postmaster@") || author.Has("post_master@") || author.Begins("postmaster") || author.Has("mailerdaemon") || author.Has("maildaemon")
        || author.Has("mail-daemon") || author.Has("Mail Delivery Su") || author.Has("Mail Delivery System") || author.Has("Mail Administrator");

    /// <summary>What stands in the last angle brackets (RFC 2919 section 3), else the whole; lower case.</summary>
    private static string Identifier(ReadOnlySpan<char> value)
    {
        var open = value.LastIndexOf('<');
        if (open >= 0)
        {
            value = value[(open + 1)..];
            var close = value.IndexOf('>');
            if (close >= 0) value = value[..close];
        }
        return FieldText.Lower(value.Trim(' '));
    }

    private static EmailAddress? AddressIn(ReadOnlySpan<char> value)
    {
        var open = value.LastIndexOf('<');
        if (open >= 0) value = value[(open + 1)..];
        var end = value.IndexOfAny(">,; ");
        if (end >= 0) value = value[..end];
        return EmailAddress.TryParse(value, out var address) ? address : null;
    }

    /// <summary>The first word, lower case, without comment or parameters.</summary>
    private static string Short(ReadOnlySpan<char> value)
    {
        var end = value.IndexOfAny(" ;(");
        if (end >= 0) value = value[..end];
        return FieldText.Lower(value[..Math.Min(value.Length, 40)]);
    }

    /// <summary>What was seen so far while walking over the headers.</summary>
    private struct Found
    {
        public Found() { }

        public string ListId = "", Precedence = "", AutoSubmitted = "", FeedbackId = "";
        public bool ListUnsubscribe, OneClick, ListPost, ListSoftware, Daemon, NullReturnPath, FailedRecipients, Suppress, Reply, CalendarClass, Urgent;
        public EmailAddress? ReceiptTo;
        public Header? Subject;
    }
}
