using System.Collections.Immutable;
using Serjeant.Values;

namespace Serjeant.Facts;

/// <summary>One mailbox of an address field.</summary>
/// <param name="DisplayName">As a mail client shows it: decoded, quotes removed; empty where there is none.</param>
/// <param name="Address">Null where what stands there is no address.</param>
/// <param name="AddressInDisplayName">An address written inside the display name that is not the mailbox's own.</param>
/// <param name="Skeleton">The display name's confusable skeleton (Unicode TS 39 section 4): equal for names that look alike.</param>
public sealed record Mailbox(string DisplayName, EmailAddress? Address, EmailAddress? AddressInDisplayName, string Skeleton)
{
    public DomainName Domain => Address?.Domain ?? default;
}

/// <summary>Who the message says it comes from.</summary>
public sealed record SenderFacts
{
    public static SenderFacts None { get; } = new();

    /// <summary>All mailboxes of all From fields.</summary>
    public ImmutableArray<Mailbox> From { get; init; } = [];

    public Mailbox? Sender { get; init; }

    public ImmutableArray<Mailbox> ReplyTo { get; init; } = [];

    /// <summary>The envelope sender as the last host noted it; null where unknown, with <see cref="NullReturnPath"/> where it was empty.</summary>
    public EmailAddress? ReturnPath { get; init; }

    /// <summary>The envelope sender was "&lt;&gt;": a bounce or automatic answer (RFC 5321 section 4.5.5).</summary>
    public bool NullReturnPath { get; init; }

    /// <summary>
    /// The author behind a From that a mailing list rewrote because of DMARC ("X via list"), where X-Original-From,
    /// Reply-To or the list's convention still tells; null where nothing was rewritten.
    /// </summary>
    public Mailbox? OriginalAuthor { get; init; }

    /// <summary>The first From mailbox with an address, else the first.</summary>
    public Mailbox? Author
    {
        get
        {
            foreach (var mailbox in From)
                if (mailbox.Address is not null) return mailbox;
            return From.IsEmpty ? null : From[0];
        }
    }

    /// <summary>The author's domain; empty where there is none.</summary>
    public DomainName Domain => Author?.Domain ?? default;
}
