using System.Collections.Immutable;
using Serjeant.Sources;
using Serjeant.Values;

namespace Serjeant.Facts;

/// <summary>
/// What one message says of itself, without any judgement. Immutable; made by the facts maker from any bytes
/// whatsoever: what a hostile message does wrong stands in <see cref="Oddities"/>, never in an exception.
/// </summary>
public sealed record MessageFacts
{
    public required MessagePlace Place { get; init; }

    /// <summary>Of the message's bytes as its source gave them.</summary>
    public required Sha256 Sha256 { get; init; }

    /// <summary>Bytes of the whole message.</summary>
    public required int Size { get; init; }

    /// <summary>Without angle brackets; null where there is none.</summary>
    public string? MessageId { get; init; }

    /// <summary>The Date field: what the sender claims.</summary>
    public DateTimeOffset? ClaimedDate { get; init; }

    /// <summary>The clock of the topmost Received field: when our side took it.</summary>
    public DateTimeOffset? ReceivedDate { get; init; }

    public SubjectFacts Subject { get; init; } = SubjectFacts.None;

    public ThreadFacts Thread { get; init; } = ThreadFacts.None;

    public required SenderFacts Sender { get; init; }

    public required RecipientFacts Recipients { get; init; }

    public RouteFacts Route { get; init; } = RouteFacts.None;

    public AuthenticationFacts Authentication { get; init; } = AuthenticationFacts.None;

    public BulkFacts Bulk { get; init; } = BulkFacts.None;

    public ContentFacts Content { get; init; } = ContentFacts.None;

    /// <summary>Every URL, in the order in which they stand; bounded by <see cref="FactsLimits.Links"/>.</summary>
    public ImmutableArray<Link> Links { get; init; } = [];

    public ImmutableArray<Attachment> Attachments { get; init; } = [];

    /// <summary>What is wrong or unusual about the form of the message.</summary>
    public ImmutableArray<Oddity> Oddities { get; init; } = [];

    /// <summary>The time to order by: when we received it, else what it claims.</summary>
    public DateTimeOffset? Date => ReceivedDate ?? ClaimedDate;

    public bool Has(OddityKind kind)
    {
        foreach (var oddity in Oddities)
            if (oddity.Kind == kind) return true;
        return false;
    }
}
