using Serjeant.Values;

namespace Serjeant.Facts;

/// <summary>What sort of message it is by its own headers and structure.</summary>
public enum MessageKind
{
    Ordinary,
    /// <summary>A delivery status notification (RFC 3464) or a bounce in older form.</summary>
    Bounce,
    /// <summary>An abuse report (RFC 5965).</summary>
    FeedbackReport,
    /// <summary>Auto-Submitted: auto-replied (RFC 3834), an out-of-office note.</summary>
    AutoReply,
    /// <summary>Auto-Submitted: auto-generated, a notification.</summary>
    Automatic,
    /// <summary>A calendar invitation, update or answer (RFC 5546).</summary>
    Calendar,
    /// <summary>A disposition notification (RFC 8098).</summary>
    ReadReceipt,
}

/// <summary>How the message presents itself as one of many.</summary>
public sealed record BulkFacts
{
    public static BulkFacts None { get; } = new();

    public MessageKind Kind { get; init; }

    /// <summary>The identifier inside List-Id's angle brackets (RFC 2919); empty where none.</summary>
    public string ListId { get; init; } = "";

    /// <summary>List-Post or another sign of a discussion list that people write to.</summary>
    public bool DiscussionList { get; init; }

    public bool ListUnsubscribe { get; init; }

    /// <summary>List-Unsubscribe-Post: One-Click (RFC 8058).</summary>
    public bool OneClickUnsubscribe { get; init; }

    /// <summary>Feedback-ID as written; empty where none.</summary>
    public string FeedbackId { get; init; } = "";

    /// <summary>Precedence, lower case: bulk, list, junk; empty where none.</summary>
    public string Precedence { get; init; } = "";

    /// <summary>A read receipt is asked for (Disposition-Notification-To, Return-Receipt-To, X-Confirm-Reading-To): the address it goes to.</summary>
    public EmailAddress? ReceiptTo { get; init; }

    /// <summary>X-Priority 1 or 2, Importance: high, Priority: urgent.</summary>
    public bool MarkedUrgent { get; init; }

    /// <summary>Made by a machine because of another mail: signs of imitation mean nothing in it, and it quotes what others wrote.</summary>
    public bool IsReaction => Kind is MessageKind.Bounce or MessageKind.FeedbackReport or MessageKind.AutoReply or MessageKind.ReadReceipt;

    /// <summary>Whether any header says "I am one of many": List-*, Precedence bulk or list, Feedback-ID.</summary>
    public bool Declared => ListId.Length > 0 || ListUnsubscribe || FeedbackId.Length > 0 || Precedence is "bulk" or "list";
}
