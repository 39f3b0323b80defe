using System.Collections.Immutable;

namespace Serjeant.Traces;

/// <summary>A line that is none of its format. Its text is not kept: logs tell of people.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Reason">What is wrong with it.</param>
public readonly record struct BadLine(long Number, string Reason)
{
    public override string ToString() => $"line {Number}: {Reason}";
}

/// <summary>What reading one log gave.</summary>
public sealed record LogSummary
{
    public required LogFormat Format { get; init; }

    /// <summary>As most lines have it.</summary>
    public LogSource Source { get; init; }

    /// <summary>Lines that are not blank.</summary>
    public long Lines { get; init; }

    /// <summary>Lines that told of a request or a look-up; the rest are headings, other messages and bad lines.</summary>
    public long Events { get; init; }

    public long Bad { get; init; }

    /// <summary>The first ten.</summary>
    public ImmutableArray<BadLine> FirstBad { get; init; } = [];

    /// <summary>Lines that were longer than <see cref="LogReaderOptions.MaximumLine"/>.</summary>
    public long Cut { get; init; }

    /// <summary>The earliest time of an event.</summary>
    public DateTimeOffset? First { get; init; }

    /// <summary>The latest.</summary>
    public DateTimeOffset? Last { get; init; }

    /// <summary>Why reading ended before the file's end (a damaged gzip); empty where it did not.</summary>
    public string Damage { get; init; } = "";

    /// <summary>What was guessed, in words: the order of day and month, the year; empty where nothing was.</summary>
    public string Guess { get; init; } = "";
}
