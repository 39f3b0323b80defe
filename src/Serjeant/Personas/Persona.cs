using System.Collections.Immutable;
using System.Net;
using Serjeant.Signals.Impersonation;

namespace Serjeant.Personas;

/// <summary>Somebody of ours whose name others wear: the true side, and every false side that was seen.</summary>
public sealed record Persona
{
    public required ImitatedKind Kind { get; init; }

    /// <summary>The person's identifier on the roster; the body's name.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Official addresses of the person, domains of the body. Private addresses are not shown.</summary>
    public ImmutableArray<string> TrueAddresses { get; init; } = [];

    /// <summary>The most used first.</summary>
    public ImmutableArray<FalseSide> FalseSides { get; init; } = [];

    /// <summary>Addresses that sent in the name of our domains and failed, as DMARC reports count them; the most first.</summary>
    public ImmutableArray<SpoofingSource> SpoofedBy { get; init; } = [];

    /// <summary>Messages to our own people, each once: one with two false sides is counted for each of them, and here once.</summary>
    public int TowardsUs { get; init; }

    /// <summary>Messages to others that somebody told us of, each once.</summary>
    public int TowardsOthers { get; init; }

    public DateTimeOffset? First => FalseSides.Select(f => f.First).Concat(SpoofedBy.Select(s => s.First)).Min();

    public DateTimeOffset? Last => FalseSides.Select(f => f.Last).Concat(SpoofedBy.Select(s => s.Last)).Max();
}

/// <summary>One false address with what it showed.</summary>
public sealed record FalseSide
{
    /// <summary>As the messages show it; empty where they show a name only.</summary>
    public required string Address { get; init; }

    public ImmutableArray<string> Names { get; init; } = [];

    public ImmutableArray<ImitationManner> Manners { get; init; } = [];

    /// <summary>As <see cref="Guise.Signature"/>, each once.</summary>
    public ImmutableArray<string> Signatures { get; init; } = [];

    /// <summary>As <see cref="Guise.Claims"/>, each once.</summary>
    public ImmutableArray<string> Claims { get; init; } = [];

    public DateTimeOffset? First { get; init; }

    public DateTimeOffset? Last { get; init; }

    /// <summary>Messages to our own people.</summary>
    public int TowardsUs { get; init; }

    /// <summary>Messages to others that somebody told us of.</summary>
    public int TowardsOthers { get; init; }

    /// <summary>Messages to others that weigh nothing: From is truly ours, and too little of our own mail is known to say that we did not send them.</summary>
    public int Unproven { get; init; }

    /// <summary>Who told, the best graded first.</summary>
    public ImmutableArray<Testimony> Sources { get; init; } = [];

    /// <summary>Identifiers of campaigns that its messages belong to.</summary>
    public ImmutableArray<string> Campaigns { get; init; } = [];
}

/// <summary>One host that sent in the name of a domain of ours and failed both proofs.</summary>
/// <param name="Domain">The domain shown.</param>
/// <param name="Source">Null where the report does not tell.</param>
/// <param name="Messages">As counted by the reporters.</param>
/// <param name="Forwarded">How many of them a reporter takes for forwarded or list mail.</param>
/// <param name="Reporters">Who counted.</param>
public sealed record SpoofingSource(string Domain, IPAddress? Source, long Messages, long Forwarded, ImmutableArray<string> Reporters, DateTimeOffset? First, DateTimeOffset? Last);
