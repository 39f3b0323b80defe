using System.Globalization;
using Serjeant.Campaigns;
using Serjeant.Facts;
using Serjeant.Hunts;
using Serjeant.Signals;
using Serjeant.Traces.Sifting;
using Serjeant.Values;

namespace Serjeant.Traces.Joining;

/// <summary>
/// Decides between "not seen" and "unknown". Logs of one form in one folder are a series; a series is a person's where that person's clients appear in
/// it; it covers a time where its files run through it with no gap above three days, for an office may be empty from Friday to Monday.
/// </summary>
internal sealed class Coverage
{
    private static readonly TimeSpan Gap = TimeSpan.FromDays(3), Slack = TimeSpan.FromHours(1);

    private readonly House _house;
    private readonly IMessageStore? _messages;
    private readonly TimeSpan _span;
    private readonly Dictionary<string, List<List<(TraceFile File, PersonCoverage? Own)>>> _series = new(StringComparer.Ordinal);

    public Coverage(House house, ITraceStore traces, IMessageStore? messages, int days)
    {
        (_house, _messages, _span) = (house, messages, TimeSpan.FromDays(days));
        var files = traces.ReadTraceFiles();
        var own = traces.ReadCoverage().ToLookup(c => c.Coverage.Person, StringComparer.Ordinal);
        var all = Enumerable.Range(0, files.Count).Where(i => files[i] is { First: not null, Last: not null } f && f.Source != LogSource.WebServer)
            .GroupBy(i => (files[i].Format, Path.GetDirectoryName(files[i].Path))).Select(g => g.OrderBy(i => files[i].First).ToList()).ToList();
        foreach (var person in own)
        {
            var rows = person.ToDictionary(c => c.File, c => (PersonCoverage?)c.Coverage);
            _series[person.Key] = [.. all.Where(s => s.Exists(rows.ContainsKey)).Select(s => s.ConvertAll(i => (files[i], rows.GetValueOrDefault(i))))];
        }
    }

    /// <summary>The state of a message of which nothing was seen, and why.</summary>
    public (ExposureState State, string Reason) Find(uint number, IndexEntry entry, string person)
    {
        if (!_series.TryGetValue(person, out var series)) return (ExposureState.Unknown, "no logs of this person's clients");
        if (entry.Date is not { } arrival) return (ExposureState.Unknown, "when the mail came is not known");
        var covering = series.Select(s => Covering(s, arrival)).Where(s => s is not null).Select(s => s!).ToList();
        if (covering.Count == 0)
            return (ExposureState.Unknown, $"this person's logs do not cover the {Days} days from {Day(arrival)}: they run {string.Join("; ", series.Select(Extent).Distinct().Take(3))}");
        // One series that knew the message and would show it is enough.
        var known = covering.Where(s => s.All(f => f.Known >= number)).ToList();
        if (known.Count == 0) return (ExposureState.Unknown, "the logs were read before this mail was known: run serjeant traces again");
        if (Hidden(entry) is { } hidden) return (ExposureState.Unknown, hidden);
        var dropped = known.All(s => s.Exists(f => f.Dropped > 0));
        if (dropped) return (ExposureState.Unknown, "the logs held more traces than are kept");
        return (ExposureState.NotSeen, $"this person's logs cover the {Days} days from {Day(arrival)}, and nothing that the mail names was asked for");
    }

    /// <summary>Whether a log that covers the message's time was read before the message was known.</summary>
    public bool WasReadBefore(uint number, IndexEntry entry, string person) =>
        entry.Date is { } arrival && _series.TryGetValue(person, out var series)
        && series.Exists(s => s.Exists(f => f.File.Known < number && f.File.Last >= arrival - Slack && f.File.First <= arrival + _span));

    private string Days => ((int)_span.TotalDays).ToString(CultureInfo.InvariantCulture);

    /// <summary>The files that run through the time; null where they do not, or where the person is in none that ends after the arrival.</summary>
    private List<TraceFile>? Covering(List<(TraceFile File, PersonCoverage? Own)> series, DateTimeOffset arrival)
    {
        var run = new List<TraceFile>();
        var (end, present) = (DateTimeOffset.MinValue, false);
        foreach (var (file, own) in series)
        {
            if (file.First > arrival + _span) break;
            if (run.Count == 0 || file.First > end + Gap)
            {
                if (file.First > arrival + Slack) return null;
                run.Clear();
                present = false;
            }
            run.Add(file);
            if (file.Last > end) end = file.Last!.Value;
            present |= own is { } row && row.Last >= arrival && row.First <= arrival + _span;
        }
        run.RemoveAll(f => f.Last < arrival - Slack);
        return present && run.Count > 0 && end >= arrival + _span - Slack ? run : null;
    }

    /// <summary>Why logs would not show it, where all that the mail calls lies on hosts that everybody uses.</summary>
    private string? Hidden(IndexEntry entry)
    {
        if (_messages?.Find(entry.Id) is not { } kept) return null;
        var called = kept.Urls.Where(u => u.Fires == LinkFire.Opening).Select(u => WebAddress.Parse(u.Url)).Where(a => a.IsRemote).ToList();
        if (called.Count == 0 || called.Exists(a => HostWatch.ConcernOf(_house, a.Host.Name) == Concern.Host)) return null;
        return called.TrueForAll(a => a.Scheme == "http") ? null : "all that opening calls lies on hosts that everybody uses, and encrypted: logs do not show it";
    }

    private static string Extent(List<(TraceFile File, PersonCoverage? Own)> series) =>
        $"{Day(series[0].File.First!.Value)} to {Day(series.Max(f => f.File.Last!.Value))}";

    private static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
