using Serjeant.Facts;
using Serjeant.Sources;

namespace Serjeant;

/// <summary>Bounds and trust of a scan.</summary>
public sealed record FlowOptions
{
    public SourceLimits Sources { get; init; } = SourceLimits.Default;

    public FactsLimits Facts { get; init; } = FactsLimits.Default;

    /// <summary>authserv-ids (RFC 8601) whose results are believed; empty for those that our side wrote above the hand-over.</summary>
    public IReadOnlySet<string> TrustedAuthorities { get; init; } = new HashSet<string>();

    /// <summary>Threads that parse.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Says when something was entered that others told us.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Messages stored in one transaction: a stop or crash loses at most the reading of so many.</summary>
    public int Batch { get; init; } = 2_000;
}
