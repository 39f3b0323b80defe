using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Serjeant.Hunts;
using Serjeant.Values;

namespace Serjeant.Traces.Joining;

/// <summary>Joins traces to messages: by the URL's keys under every key of the house, by the path's, or by the host's.</summary>
internal sealed class Sightings
{
    /// <summary>Clocks of mail servers and proxies differ.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(10);

    /// <summary>A URL in more messages than this is nobody's own.</summary>
    private const int MostCopies = 50;

    private readonly IIndexStore _index;
    private readonly Dictionary<SelectorKey, List<Trace>> _traces = [];

    public Sightings(IIndexStore index, ITraceStore traces)
    {
        _index = index;
        var keys = new SelectorKeys(index.Keys);
        foreach (var (_, trace) in traces.ReadTraces())
            foreach (var key in KeysOf(trace, keys))
                (CollectionsMarshal.GetValueRefOrAddDefault(_traces, key, out _) ??= []).Add(trace);
    }

    /// <summary>What is known for each message and person that received it.</summary>
    public Dictionary<(uint Number, string Person), List<Sight>> Find(IReadOnlyDictionary<uint, IndexEntry> messages, CancellationToken cancellation)
    {
        var found = new Dictionary<(uint, string), List<Sight>>();
        if (_traces.Count == 0 || messages.Count == 0) return found;
        foreach (var group in _index.Find([.. _traces.Keys.Order()], cancellation).GroupBy(p => p.Key))
        {
            var traces = _traces[group.Key];
            var postings = group.Where(p => (p.Role & (SelectorRole.Callback | SelectorRole.Link)) != 0).ToList();
            var owner = traces.Exists(t => t.Sight == SightKind.Url) ? OwnerOf(postings) : null;
            foreach (var posting in postings)
                if (messages.TryGetValue(posting.Number, out var entry)) Add(found, posting, entry, traces, owner);
        }
        return found;
    }

    private static void Add(Dictionary<(uint, string), List<Sight>> found, Posting posting, IndexEntry entry, List<Trace> traces, string? owner)
    {
        foreach (var trace in traces)
        {
            var personal = owner is not null && trace.Sight == SightKind.Url;
            var person = personal ? owner! : trace.Person;
            if (person.Length == 0 || !entry.Targets.Contains(person)) continue;
            // What is only seen by its host, or stands in many copies, must at least come after the mail; a copy's own token exists only since then.
            if (!personal && (entry.Date is not { } arrival || trace.Last < arrival - Slack)) continue;
            (CollectionsMarshal.GetValueRefOrAddDefault(found, (posting.Number, person), out _) ??= []).Add(new(trace, person, posting.Role, entry.Date, personal));
        }
    }

    /// <summary>The one person whose copies alone have the URL; null where others have it too, or nobody on the roster.</summary>
    private string? OwnerOf(List<Posting> postings)
    {
        if (postings.Count is 0 or > MostCopies) return null;
        string? owner = null;
        foreach (var posting in postings)
        {
            if (_index.FindEntry(posting.Number) is not { } entry) continue;
            if (entry.Targets.Length != 1 || (owner is not null && owner != entry.Targets[0])) return null;
            owner = entry.Targets[0];
        }
        return owner;
    }

    private static ImmutableArray<SelectorKey> KeysOf(Trace trace, SelectorKeys keys)
    {
        if (trace.Sight is SightKind.Url or SightKind.Path)
        {
            var address = WebAddress.Parse("http://" + trace.Url);
            return keys.All(trace.Sight == SightKind.Url ? Selector.Url(address) : Selector.UrlPath(address));
        }
        return DomainName.TryParse(trace.Host, out var host) ? keys.All(Selector.Host(host)) : [];
    }
}
