using System.Collections.Immutable;
using Serjeant.Campaigns;
using Serjeant.Facts;
using Serjeant.Values;

namespace Serjeant.Hunts;

/// <summary>What the index keeps of every message for years: no body, no subject, no address.</summary>
public sealed record IndexEntry
{
    public required Sha256 Id { get; init; }

    /// <summary>As <see cref="KeptMessage.Date"/>.</summary>
    public DateTimeOffset? Date { get; init; }

    public MessageKind Kind { get; init; }

    public MessageChannel Channel { get; init; }

    public bool Outbound { get; init; }

    /// <summary>The author's registrable domain; empty where there is none, and where it is a freemail provider's it says just that.</summary>
    public string SenderDomain { get; init; } = "";

    /// <summary>Identifiers of people on the roster who received it.</summary>
    public ImmutableArray<string> Targets { get; init; } = [];

    /// <summary>How many addresses it names as recipients.</summary>
    public int Recipients { get; init; }
}

/// <summary>A selector's key and where in the message it stood.</summary>
public readonly record struct Occurrence(SelectorKey Key, SelectorRole Role);

/// <summary>One message as it goes into the index.</summary>
/// <param name="Entry">What is kept of it.</param>
/// <param name="Occurrences">By what it is found: each key once, roles together; sorted by key.</param>
/// <param name="Listed">Selectors of infrastructure (hosts, forms of URLs) that patterns are held against; these are kept in clear, once for all messages.</param>
public sealed record IndexedMessage(IndexEntry Entry, ImmutableArray<Occurrence> Occurrences, ImmutableArray<Selector> Listed);
