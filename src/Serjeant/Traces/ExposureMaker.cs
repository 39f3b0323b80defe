using System.Collections.Immutable;
using Serjeant.Campaigns;
using Serjeant.Hunts;
using Serjeant.Signals;
using Serjeant.Traces.Joining;

namespace Serjeant.Traces;

/// <summary>
/// Says for people who received some messages what the sender learned of each: joins what logs tell to messages by the keys of URLs and hosts, so that
/// it works from the index alone. One maker may be asked for many campaigns: traces are read when it is made.
/// </summary>
public sealed class ExposureMaker
{
    private readonly IIndexStore _index;
    private readonly Sightings _sightings;
    private readonly Coverage _coverage;

    /// <param name="house">Tells hosts that everybody uses.</param>
    /// <param name="index">The messages.</param>
    /// <param name="traces">What logs tell.</param>
    /// <param name="messages">Their working records, where they are still there; null for none.</param>
    /// <param name="days">For so many days from a mail's arrival logs must cover a person before "not seen" is said.</param>
    public ExposureMaker(House house, IIndexStore index, ITraceStore traces, IMessageStore? messages = null, int days = 7)
    {
        ArgumentNullException.ThrowIfNull(house);
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(traces);
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        _index = index;
        _sightings = new(index, traces);
        _coverage = new(house, traces, messages, days);
    }

    /// <summary>One exposure for each of the people who received any of the messages; the most exposed first, then by identifier.</summary>
    /// <param name="messages">Numbers of the messages: a campaign's, or one.</param>
    /// <param name="people">Identifiers on the roster.</param>
    /// <param name="cancellation">Ends it with an <see cref="OperationCanceledException"/>.</param>
    public ImmutableArray<Exposure> Make(IReadOnlyCollection<uint> messages, IReadOnlyCollection<string> people, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(people);
        var asked = people.ToHashSet(StringComparer.Ordinal);
        var entries = new SortedDictionary<uint, IndexEntry>();
        foreach (var number in messages)
            if (_index.FindEntry(number) is { } entry) entries[number] = entry;
        var found = _sightings.Find(entries, cancellation);
        var received = new Dictionary<string, List<MessageExposure>>(StringComparer.Ordinal);
        foreach (var (number, entry) in entries)
            foreach (var person in entry.Targets)
            {
                if (!asked.Contains(person)) continue;
                cancellation.ThrowIfCancellationRequested();
                if (!received.TryGetValue(person, out var list)) received[person] = list = [];
                list.Add(OfMessage(number, entry, person, found.GetValueOrDefault((number, person)) ?? []));
            }
        return
        [
            .. received.Select(r => OfPerson(r.Key, r.Value, [.. r.Value.SelectMany(m => found.GetValueOrDefault((m.Number, r.Key)) ?? [])], entries))
                .OrderByDescending(e => e.State).ThenByDescending(e => e.Sight).ThenBy(e => e.Person, StringComparer.Ordinal),
        ];
    }

    private MessageExposure OfMessage(uint number, IndexEntry entry, string person, List<Sight> sights)
    {
        if (sights.Count > 0)
        {
            var best = sights.OrderByDescending(s => s.State).ThenByDescending(s => s.Trace.Sight).ThenBy(s => s.First).First();
            return new(number, best.State, best.Trace.Sight, sights.Where(s => s.State == best.State).Min(s => s.First), ExposureWords.Reason(best));
        }
        var (state, reason) = _coverage.Find(number, entry, person);
        return new(number, state, SightKind.LookUp, null, reason);
    }

    private Exposure OfPerson(string person, List<MessageExposure> messages, List<Sight> sights, SortedDictionary<uint, IndexEntry> entries)
    {
        // Not seen must hold for every message; one that cannot be told leaves the whole untold.
        var state = messages.Max(m => m.State);
        if (state == ExposureState.NotSeen && messages.Exists(m => m.State == ExposureState.Unknown)) state = ExposureState.Unknown;
        var leading = messages.Where(m => m.State == state).OrderByDescending(m => m.Sight).ThenBy(m => m.First ?? DateTimeOffset.MaxValue).First();
        var counted = sights.Where(s => s.State == state).ToList();
        var best = counted.OrderByDescending(s => s.Trace.Sight).ThenBy(s => s.First).FirstOrDefault();
        var (learned, not) = ExposureWords.Learned(state, counted);
        // The same trace stands for every message that names its host.
        var traces = counted.Select(s => s.Trace).Distinct(ReferenceEqualityComparer.Instance).Cast<Trace>().ToList();
        return new()
        {
            Person = person,
            State = state,
            Sight = leading.Sight,
            Opened = counted.Exists(s => s.Opened),
            Clicked = counted.Exists(s => s.Clicked),
            First = counted.Count > 0 ? counted.Min(s => s.First) : null,
            Last = counted.Count > 0 ? counted.Max(s => s.Trace.Last) : null,
            Count = traces.Sum(t => t.Count),
            Agent = best?.Trace.Agent ?? "",
            AgentClass = best?.Trace.AgentClass ?? AgentClass.Unknown,
            Hosts = [.. traces.Select(t => t.Host).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Reason = leading.Reason,
            Learned = learned,
            NotLearned = not,
            ReadBefore = messages.Exists(m => _coverage.WasReadBefore(m.Number, entries[m.Number], person)),
            Messages = [.. messages],
        };
    }
}
