using System.Collections.Immutable;
using Serjeant.Facts;
using Serjeant.Signals;
using Serjeant.Signals.Impersonation;
using Serjeant.Values;

namespace Serjeant.Campaigns;

/// <summary>
/// What is kept of a message, ordinary ones too: what linking, judging and reporting need, and no body. Built once from
/// <see cref="MessageFacts"/> by the campaigns step.
/// </summary>
public sealed record KeptMessage
{
    public required Sha256 Id { get; init; }

    public string MessageId { get; init; } = "";

    /// <summary>When it was received, else when it claims to have been written; null where neither can be read.</summary>
    public DateTimeOffset? Date { get; init; }

    public string Subject { get; init; } = "";

    /// <summary>The author's address, lower case; empty where there is none.</summary>
    public string From { get; init; } = "";

    public string FromName { get; init; } = "";

    /// <summary>The author's registrable domain; for freemail and other shared hosts the whole address instead, since the domain says nothing.</summary>
    public string SenderIdentity { get; init; } = "";

    /// <summary>
    /// <see cref="From"/> without a part that was made for this message alone, so that a mailing which writes from another mailbox each time is
    /// one sender; the same as <see cref="From"/> nearly always, and where anybody gets a mailbox. See <see cref="SenderAccount"/>.
    /// </summary>
    public string Account => SenderIdentity == From ? From : SenderAccount.Of(From, Recipients);

    /// <summary>Identifiers of people on the roster who received it.</summary>
    public ImmutableArray<string> Targets { get; init; } = [];

    /// <summary>Keys of all addresses it was delivered to (roster or not), to tell recipients apart; delivered ones first.</summary>
    public ImmutableArray<string> Recipients { get; init; } = [];

    /// <summary>Where answers would go if not to the author: keys of the Reply-To addresses, at most 8.</summary>
    public ImmutableArray<string> ReplyTo { get; init; } = [];

    /// <summary>How it came into our hands.</summary>
    public MessageChannel Channel { get; init; }

    /// <summary>Our own people or bodies sent it, and nothing contradicts that.</summary>
    public bool Outbound { get; init; }

    /// <summary>The server of ours that let it out though nobody of ours wrote it and nobody of ours gets it; empty for all other mail.</summary>
    public string LeftBy { get; init; } = "";

    public MessageKind Kind { get; init; }

    public string? MailingService { get; init; }

    /// <summary>
    /// The customer's account on that service as its headers show it; null where not shown, and where neither the service's own host handed it
    /// over nor From is borne out: anybody can copy a header.
    /// </summary>
    public string? ServiceAccount { get; init; }

    /// <summary>From is borne out by SPF, DKIM or DMARC.</summary>
    public bool Aligned { get; init; }

    /// <summary>It offers List-Unsubscribe.</summary>
    public bool Unsubscribe { get; init; }

    /// <summary>It says of itself that it is one of many (List-*, Precedence, Feedback-ID), or a mass-mail service sent it.</summary>
    public bool Bulk { get; init; }

    /// <summary>It came through a list that people write to: text and route are the list's as much as the author's.</summary>
    public bool DiscussionList { get; init; }

    /// <summary>Hosts that are called by opening, without those everybody uses; each once.</summary>
    public ImmutableArray<string> CallbackHosts { get; init; } = [];

    /// <summary>Signals of the message by itself; those of relation and campaign come later.</summary>
    public ImmutableArray<Signal> Signals { get; init; } = [];

    /// <summary>Whose names it wears, at most 8.</summary>
    public ImmutableArray<Imitation> Imitations { get; init; } = [];

    /// <summary>What may link it to others.</summary>
    public ImmutableArray<Trait> Traits { get; init; } = [];

    /// <summary>Template of its text, to compare copies; see <see cref="TextTemplate"/>.</summary>
    public TextTemplate Template { get; init; } = TextTemplate.None;

    /// <summary>Its remote URLs in order, bounded, for token differencing.</summary>
    public ImmutableArray<KeptUrl> Urls { get; init; } = [];

    /// <summary>Message-IDs it claims to answer: last reference and In-Reply-To.</summary>
    public ImmutableArray<string> Answers { get; init; } = [];

    /// <summary>Keys of our own addresses whose words it says that it answers or hands on, at most 4.</summary>
    public ImmutableArray<string> Quotes { get; init; } = [];
}

/// <summary>How a message came into our hands.</summary>
public enum MessageChannel
{
    /// <summary>It was sent to us, or by us.</summary>
    Received,
    /// <summary>It was sent to others in our people's names, and one of those handed it to us.</summary>
    Reported,
    /// <summary>It was sent to others in our people's names, and a machine returned it: a bounce, an answer, a report of abuse.</summary>
    Returned,
}

/// <summary>A URL kept for token differencing.</summary>
/// <param name="Url">After unwrapping, at most 2,048 characters.</param>
/// <param name="Fires">Whether opening is enough.</param>
/// <param name="Visible">Whether the reader sees anything there.</param>
public readonly record struct KeptUrl(string Url, LinkFire Fires, bool Visible);
