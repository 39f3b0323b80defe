using System.Globalization;
using Serjeant.Campaigns;
using Serjeant.Hunts;
using Serjeant.Signals;

namespace Serjeant.Traces.Joining;

/// <summary>
/// Decides between "not seen" and "unknown". Logs of one form in one folder are a series; a series is a person's where that person's clients appear in
/// it; it covers a time through which its lines run without a long gap, in which the person appears, and where it would show what the message calls.
/// </summary>
internal sealed class Coverage
{
    private static readonly TimeSpan Slack = TimeSpan.FromHours(1);

    private readonly Showing _showing;
    private readonly TimeSpan _span;
    private readonly Dictionary<string, List<Series>> _series = new(StringComparer.Ordinal);

    public Coverage(House house, ITraceStore traces, IMessageStore? messages, int days)
    {
        (_showing, _span) = (new(house, messages), TimeSpan.FromDays(days));
        var files = traces.ReadTraceFiles();
        var all = Enumerable.Range(0, files.Count).Where(i => files[i] is { First: not null, Last: not null } f && f.Source != LogSource.WebServer)
            .GroupBy(i => (files[i].Format, files[i].Source, Path.GetDirectoryName(files[i].Path)))
            .Select(g => (Members: g.ToHashSet(), Files: g.Select(i => files[i]).ToList(), Times: TimeRuns.Of(g.SelectMany(i => files[i].Times.Runs)))).ToList();
        foreach (var person in traces.ReadCoverage().GroupBy(c => c.Coverage.Person, StringComparer.Ordinal))
            _series[person.Key] =
            [
                .. from series in all
                   let own = person.Where(c => series.Members.Contains(c.File)).SelectMany(c => c.Coverage.Times.Runs).ToList()
                   where own.Count > 0
                   select new Series(series.Files, series.Times, TimeRuns.Of(own)),
            ];
    }

    /// <summary>The state of a message of which nothing was seen, and why.</summary>
    public (ExposureState State, string Reason) Find(uint number, IndexEntry entry, string person)
    {
        if (_series.GetValueOrDefault(person) is not { Count: > 0 } series) return (ExposureState.Unknown, "no logs of this person's clients");
        if (entry.Date is not { } arrival) return (ExposureState.Unknown, "when the mail came is not known");
        var running = series.Where(s => s.Times.Cover(arrival, _span, Slack)).ToList();
        if (running.Count == 0)
            return (ExposureState.Unknown, $"this person's logs do not cover the {Days} days from {Day(arrival)}: they run {string.Join("; ", series.SelectMany(s => s.Times.Runs).Distinct().Select(Extent).Take(3))}");
        var covering = running.Where(s => s.Own.Touch(arrival, _span)).ToList();
        if (covering.Count == 0) return (ExposureState.Unknown, $"in the {Days} days from {Day(arrival)} there are logs, but this person is not in them");
        var shown = _showing.Of(entry);
        if (shown == Shown.Nothing) return (ExposureState.Unknown, "all that opening calls lies on hosts that everybody uses, and encrypted: logs do not show it");
        // One series that knew the message and would show it is enough.
        var telling = covering.Where(s => (Showing.Of(s.Files[0]) & shown) != 0).ToList();
        if (telling.Count == 0) return (ExposureState.Unknown, string.Join("; ", covering.Select(s => WhyNot(Showing.Of(s.Files[0]))).Distinct()));
        var known = telling.Select(s => During(s, arrival)).Where(s => s.All(f => f.Known >= number)).ToList();
        if (known.Count == 0) return (ExposureState.Unknown, "the logs were read before this mail was known: run serjeant traces again");
        var dropped = known.All(s => s.Exists(f => f.Dropped > 0));
        if (dropped) return (ExposureState.Unknown, "the logs held more traces than are kept");
        return (ExposureState.NotSeen, $"this person's logs cover the {Days} days from {Day(arrival)}, and nothing that the mail names was asked for");
    }

    /// <summary>Whether a log that covers the message's time was read before the message was known.</summary>
    public bool WasReadBefore(uint number, IndexEntry entry, string person) =>
        entry.Date is { } arrival && _series.TryGetValue(person, out var series) && series.Exists(s => During(s, arrival).Exists(f => f.Known < number));

    private string Days => ((int)_span.TotalDays).ToString(CultureInfo.InvariantCulture);

    /// <summary>The files that reach into the time.</summary>
    private List<TraceFile> During(Series series, DateTimeOffset arrival) =>
        series.Files.FindAll(f => arrival - f.Last <= Slack && f.First - arrival <= _span);

    private static string WhyNot(Shown kept) => kept == Shown.LookUp
        ? "name servers' logs do not show it: what opening calls has no name that counts by itself, or is no longer known"
        : "logs of plain requests do not show it: what opening calls is encrypted, or is no longer known";

    private static string Extent(TimeRun run) => $"{Day(run.First)} to {Day(run.Last)}";

    private static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <param name="Times">When the logs have lines.</param>
    /// <param name="Own">When the person's clients have.</param>
    private sealed record Series(List<TraceFile> Files, TimeRuns Times, TimeRuns Own);
}
