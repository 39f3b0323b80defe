using System.Collections.Immutable;
using Serjeant.Values;

namespace Serjeant.Traces;

/// <summary>A log that was read for traces.</summary>
public sealed record TraceFile
{
    /// <summary>Of head, length and time of last change: the same file is not added twice, and one that grew is read anew.</summary>
    public required Sha256 Digest { get; init; }

    /// <summary>Where it lay, absolute. A file at the same place replaces what was there.</summary>
    public required string Path { get; init; }

    public LogFormat Format { get; init; }

    public LogSource Source { get; init; }

    public DateTimeOffset? First { get; init; }

    public DateTimeOffset? Last { get; init; }

    /// <summary>When it has lines at all: between two runs it tells of nothing.</summary>
    public TimeRuns Times { get; init; }

    public long Lines { get; init; }

    public long Events { get; init; }

    public long Bad { get; init; }

    /// <summary>Traces that were not kept since there were too many.</summary>
    public long Dropped { get; init; }

    /// <summary>When it was read.</summary>
    public DateTimeOffset Read { get; init; }

    /// <summary>Messages with higher numbers came after it was read: of their hosts it may hold more than was kept.</summary>
    public uint Known { get; init; }

    /// <summary>The host whose log it is, where it was said (--host); empty else.</summary>
    public string Host { get; init; } = "";

    /// <summary>The zone in which its times were read where it has none itself (<see cref="LogZone"/>).</summary>
    public string Zone { get; init; } = "UTC";

    /// <summary>The year that was given for it; 0 for none.</summary>
    public int Year { get; init; }
}

/// <summary>That a person's clients appear in a log.</summary>
/// <param name="Person">Identifier on the roster.</param>
/// <param name="First">Of the person's lines.</param>
/// <param name="Last">Of the person's lines.</param>
/// <param name="Count">Lines.</param>
public readonly record struct PersonCoverage(string Person, DateTimeOffset First, DateTimeOffset Last, long Count)
{
    /// <summary>When the person's clients appear.</summary>
    public TimeRuns Times { get; init; }
}

/// <summary>What one client asked of one host, or one URL, in one log.</summary>
public sealed record Trace
{
    public required string Host { get; init; }

    /// <summary>As the log has it, without scheme; empty where only the host counts. Kept sealed.</summary>
    public string Url { get; init; } = "";

    public SightKind Sight { get; init; }

    public LogSource Source { get; init; }

    /// <summary>Address, name or user of the client as logged. Kept sealed.</summary>
    public string Client { get; init; } = "";

    /// <summary>Whose client it is, by the roster at the time of reading; empty where nobody's.</summary>
    public string Person { get; init; } = "";

    /// <summary>It asked from a network of ours.</summary>
    public bool Ours { get; init; }

    public AgentClass AgentClass { get; init; }

    public string Agent { get; init; } = "";

    public DateTimeOffset First { get; init; }

    public DateTimeOffset Last { get; init; }

    public long Count { get; init; }
}

/// <summary>A log with what was found in it.</summary>
public sealed record TracedFile(TraceFile File, ImmutableArray<PersonCoverage> People, ImmutableArray<Trace> Traces)
{
    /// <summary>Lines of a web server without a host that may have been of mail and were not looked at, since there were too many; not kept.</summary>
    public long Untried { get; init; }
}
