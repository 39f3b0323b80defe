using System.Collections.Immutable;

namespace Serjeant.Traces;

/// <summary>What the sender of some messages (one, or a campaign's) learned of one person.</summary>
public sealed record Exposure
{
    /// <summary>Identifier on the roster.</summary>
    public required string Person { get; init; }

    /// <summary>The strongest of what the messages have.</summary>
    public ExposureState State { get; init; }

    /// <summary>What the state rests on; meaningful for leaked, proxied and pre-fetched.</summary>
    public SightKind Sight { get; init; }

    /// <summary>What opening calls was fetched.</summary>
    public bool Opened { get; init; }

    /// <summary>What a click calls was fetched. Both are false where only the host is known and it stands for both.</summary>
    public bool Clicked { get; init; }

    /// <summary>When the state's evidence begins.</summary>
    public DateTimeOffset? First { get; init; }

    public DateTimeOffset? Last { get; init; }

    /// <summary>Fetches or look-ups that count for the state.</summary>
    public long Count { get; init; }

    /// <summary>Who asked: "Gmail's image proxy", "Outlook"; empty where unknown.</summary>
    public string Agent { get; init; } = "";

    public AgentClass AgentClass { get; init; }

    /// <summary>Hosts that were called.</summary>
    public ImmutableArray<string> Hosts { get; init; } = [];

    /// <summary>The sentence for a report: state, time, how it is known. Names no person.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What the sender learned, in a few words each: "that the address is live", "the network's address".</summary>
    public ImmutableArray<string> Learned { get; init; } = [];

    /// <summary>What he did not learn.</summary>
    public ImmutableArray<string> NotLearned { get; init; } = [];

    /// <summary>Logs of this person's were read before some of the messages were known: <c>traces again</c> may show more.</summary>
    public bool ReadBefore { get; init; }

    /// <summary>The same for each message that the person received, by number.</summary>
    public ImmutableArray<MessageExposure> Messages { get; init; } = [];
}

/// <summary>What the sender learned of a person by one message.</summary>
/// <param name="Number">The message's number in the index.</param>
/// <param name="State">By this message alone.</param>
/// <param name="Sight">How it is known.</param>
/// <param name="First">When; null for states without evidence.</param>
/// <param name="Reason">In words.</param>
public readonly record struct MessageExposure(uint Number, ExposureState State, SightKind Sight, DateTimeOffset? First, string Reason);
