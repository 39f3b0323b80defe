using System.Collections.Immutable;
using System.Globalization;

namespace Serjeant.Traces;

/// <summary>A stretch of time with no gap above <see cref="TimeRuns.Gap"/>.</summary>
/// <param name="First">Its first time, in UTC.</param>
/// <param name="Last">Its last, not before the first.</param>
public readonly record struct TimeRun(DateTimeOffset First, DateTimeOffset Last);

/// <summary>When a log, or a person in it, appears: in order, with more than <see cref="Gap"/> between one run and the next. The default value is never.</summary>
public readonly record struct TimeRuns
{
    /// <summary>An office may be empty from Friday to Monday.</summary>
    public static readonly TimeSpan Gap = TimeSpan.FromDays(3);

    private readonly ImmutableArray<TimeRun> _runs;

    private TimeRuns(ImmutableArray<TimeRun> runs) => _runs = runs;

    public ImmutableArray<TimeRun> Runs => _runs.IsDefault ? [] : _runs;

    /// <summary>Puts together what lies no further apart than the gap.</summary>
    public static TimeRuns Of(IEnumerable<TimeRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var merged = ImmutableArray.CreateBuilder<TimeRun>();
        foreach (var run in runs.OrderBy(r => r.First))
        {
            if (merged.Count == 0 || run.First - merged[^1].Last > Gap) merged.Add(run);
            else if (run.Last > merged[^1].Last) merged[^1] = merged[^1] with { Last = run.Last };
        }
        return new(merged.ToImmutable());
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; what cannot be read is left out: it shows nothing.</summary>
    public static TimeRuns Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var runs = new List<TimeRun>();
        foreach (var range in text.AsSpan().Split(' '))
        {
            var part = text.AsSpan()[range];
            var dash = part.IndexOf('-');
            if (dash > 0 && Time(part[..dash]) is { } first && Time(part[(dash + 1)..]) is { } last && last >= first) runs.Add(new(first, last));
        }
        return Of(runs);
    }

    /// <summary>Whether one run goes from a time to another, each give or take some time.</summary>
    public bool Cover(DateTimeOffset from, TimeSpan span, TimeSpan slack)
    {
        foreach (var run in Runs)
            if (run.First - from <= slack && run.Last - from >= span - slack) return true;
        return false;
    }

    /// <summary>Whether a run reaches into the time. A span longer than the gap then has a time of its own.</summary>
    public bool Touch(DateTimeOffset from, TimeSpan span)
    {
        foreach (var run in Runs)
            if (run.Last >= from && run.First - from <= span) return true;
        return false;
    }

    public bool Equals(TimeRuns other) => Runs.AsSpan().SequenceEqual(other.Runs.AsSpan());

    public override int GetHashCode() => Runs.Aggregate(Runs.Length, HashCode.Combine);

    /// <summary>Ticks of first and last in hexadecimal.</summary>
    public override string ToString() =>
        string.Join(' ', Runs.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.First.UtcTicks:x}-{r.Last.UtcTicks:x}")));

    private static DateTimeOffset? Time(ReadOnlySpan<char> text) =>
        long.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var ticks) && ticks >= 0 && ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
}
