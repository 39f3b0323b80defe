using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Serjeant.Hunts;
using Serjeant.Signals;
using Serjeant.Traces.Formats;
using Serjeant.Values;

namespace Serjeant.Traces.Sifting;

/// <summary>One log while it is read: what of it is kept.</summary>
internal sealed class TraceSifting(House house, IIndexStore index, HostWatch watch, Agents agents, TraceOptions options)
{
    /// <summary>URLs are asked of the index so many at a time.</summary>
    private const int Batch = 4_096;

    private const int LongestUrl = 2_048;

    private readonly Clients _clients = new(house.Roster);
    private readonly SelectorKeys _keys = new(index.Keys);
    private readonly Dictionary<int, (long Count, RunTally Times)> _people = [];
    private readonly RunTally _times = new();
    private readonly Dictionary<(LogClient Client, string Url, string Agent), Fetched> _asked = [];
    private readonly Dictionary<(LogClient Client, string Host, string Url, SightKind Sight, string Agent), Trace> _kept = [];
    private readonly HostlessPaths _hostless = new(index, watch, options);
    private readonly byte[] _given = System.Text.Encoding.UTF8.GetBytes(options.Host);

    /// <summary>Traces that were too many.</summary>
    public long Dropped { get; private set; }

    /// <summary>Lines without a host that could not be tried on all hosts of mail.</summary>
    public long Untried => _hostless.Untried;

    public void Take(LogEvent line)
    {
        // Without a time nothing can be said to have come after a mail.
        if (line.Time is not { } time) return;
        _times.Add(time);
        var client = _clients.Find(ClientOf(line), line[LogField.User]);
        if (client.Person >= 0)
        {
            ref var covered = ref CollectionsMarshal.GetValueRefOrAddDefault(_people, client.Person, out _);
            covered = (covered.Count + 1, covered.Times ?? new());
            covered.Times.Add(time);
        }
        // What our own proxy refused never reached the sender.
        if (line[LogField.Result].IndexOf("DENIED"u8) >= 0) return;
        var host = line[LogField.Host];
        if (host.IsEmpty && _given.Length > 0) host = _given;
        if (host.IsEmpty)
        {
            if (line.Source == LogSource.WebServer && _hostless.Find(line) is { } url) Ask(line, client, time, url);
            return;
        }
        var concern = watch.Find(host);
        if (concern == Concern.None) return;
        if (line.Source != LogSource.NameServer && !line[LogField.Path].IsEmpty) Ask(line, client, time, UrlOf(line, host));
        else if (concern == Concern.Host) Keep(line.Source, client, time, HostOf(host), "", line.Source == LogSource.NameServer ? SightKind.LookUp : SightKind.Host, AgentOf(line, client), 1);
    }

    /// <summary>Asks the index for what was not asked yet.</summary>
    public void Finish()
    {
        foreach (var ((client, url, agent), fetched) in _asked)
        {
            var (sight, host) = SightOf(url);
            if (sight is not { } seen) continue;
            var found = fetched;
            Keep(found.Source, client, found.First, host, seen == SightKind.Page ? "" : url, seen, (found.Class, agent), found.Count, found.Last);
        }
        _asked.Clear();
    }

    /// <summary>When the log has lines.</summary>
    public TimeRuns ReadTimes() => _times.Read();

    public ImmutableArray<PersonCoverage> ReadPeople() =>
    [
        .. _people.Select(p => (house.Roster.People[p.Key].Id, p.Value.Count, Times: p.Value.Times.Read()))
            .Select(p => new PersonCoverage(p.Id, p.Times.Runs[0].First, p.Times.Runs[^1].Last, p.Count) { Times = p.Times }).OrderBy(p => p.Person, StringComparer.Ordinal),
    ];

    public ImmutableArray<Trace> ReadTraces() => [.. _kept.Values.OrderBy(t => t.First).ThenBy(t => t.Host, StringComparer.Ordinal)];

    /// <summary>Behind a proxy of ours a web server sees only the proxy; then counts for whom it says that it asks.</summary>
    private static ReadOnlySpan<byte> ClientOf(LogEvent line)
    {
        var forwarded = line[LogField.ForwardedFor];
        if (forwarded.IsEmpty) return line[LogField.Client];
        var comma = forwarded.IndexOfAny((byte)',', (byte)'+');
        return (comma < 0 ? forwarded : forwarded[..comma]).Trim((byte)' ');
    }

    private void Ask(LogEvent line, LogClient client, DateTimeOffset time, string url)
    {
        var (kind, agent) = AgentOf(line, client);
        ref var fetched = ref CollectionsMarshal.GetValueRefOrAddDefault(_asked, (client, url, agent), out var known);
        fetched = known
            ? fetched with { First = time < fetched.First ? time : fetched.First, Last = time > fetched.Last ? time : fetched.Last, Count = fetched.Count + 1 }
            : new(line.Source, kind, time, time, 1);
        if (_asked.Count >= Batch) Finish();
    }

    private void Keep(LogSource source, LogClient client, DateTimeOffset first, string host, string url, SightKind sight, (AgentClass Class, string Name) agent, long count, DateTimeOffset? last = null)
    {
        var key = (client, host, url, sight, agent.Name);
        if (_kept.TryGetValue(key, out var known))
        {
            _kept[key] = known with { First = first < known.First ? first : known.First, Last = (last ?? first) > known.Last ? last ?? first : known.Last, Count = known.Count + count };
            return;
        }
        if (_kept.Count >= options.MaximumTraces)
        {
            Dropped++;
            return;
        }
        _kept[key] = new()
        {
            Host = host,
            Url = url,
            Sight = sight,
            Source = source,
            Client = client.Text,
            Person = client.Person < 0 ? "" : house.Roster.People[client.Person].Id,
            Ours = client.Ours || source != LogSource.WebServer,
            AgentClass = agent.Class,
            Agent = agent.Name,
            First = first,
            Last = last ?? first,
            Count = count,
        };
    }

    private (AgentClass Class, string Name) AgentOf(LogEvent line, LogClient client)
    {
        if (client.IsScanner) return (AgentClass.Scanner, "our own mail gateway");
        if (line.Source == LogSource.NameServer) return (AgentClass.Unknown, "");
        return agents.Find(line[LogField.UserAgent], line.Source == LogSource.WebServer ? client.Address : null);
    }

    /// <summary>What stands in mail of a URL: itself, its path where the log left the query out, else its host where that counts by itself.</summary>
    private (SightKind? Sight, string Host) SightOf(string url)
    {
        var address = WebAddress.Parse("http://" + url);
        if (address.Host.IsEmpty) return (null, "");
        if (IsKnown(Selector.Url(address))) return (SightKind.Url, address.Host.Name);
        // Squid leaves the query out unless told otherwise, and its question mark in.
        if (address.Query.Length == 0 && IsKnown(Selector.UrlPath(address))) return (SightKind.Path, address.Host.Name);
        return (HostWatch.ConcernOf(house, address.Host.Name) == Concern.Host ? SightKind.Page : null, address.Host.Name);
    }

    private bool IsKnown(Selector selector)
    {
        foreach (var key in _keys.All(selector))
            if (index.Count(key) > 0) return true;
        return false;
    }

    /// <summary>"host/path?query" as selectors of URLs take it apart; a port only where it is none of the usual.</summary>
    private static string UrlOf(LogEvent line, ReadOnlySpan<byte> host)
    {
        var whole = line[LogField.Url];
        if (whole.IndexOf("://"u8) is > 0 and var scheme)
        {
            var rest = whole[(scheme + 3)..];
            return WebParts.Text(rest.Length > LongestUrl ? rest[..LongestUrl] : rest);
        }
        var port = line.Format is LogFormat.W3C or LogFormat.ZeekHttp && LogClock.Number(line[LogField.ServerPort]) is var number and > 0 and not (80 or 443) ? string.Create(CultureInfo.InvariantCulture, $":{number}") : "";
        var query = line[LogField.Query];
        var url = $"{HostOf(host)}{port}{WebParts.Text(line[LogField.Path])}{(query.IsEmpty ? "" : "?")}{WebParts.Text(query)}";
        return url.Length > LongestUrl ? url[..LongestUrl] : url;
    }

    private static string HostOf(ReadOnlySpan<byte> host) => WebParts.Text(host).TrimEnd('.').ToLowerInvariant();

    private readonly record struct Fetched(LogSource Source, AgentClass Class, DateTimeOffset First, DateTimeOffset Last, long Count);
}
