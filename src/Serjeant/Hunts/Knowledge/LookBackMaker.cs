using System.Collections.Immutable;
using Serjeant.Judgement;
using Serjeant.Values;

namespace Serjeant.Hunts.Knowledge;

/// <summary>Hunts what is newly known backwards through all mail. What was hunted once is remembered by its key and not hunted again.</summary>
public sealed class LookBackMaker(IIndexStore index, IHuntStore hunts, TimeProvider time)
{
    /// <summary>Who hunts when nobody asked.</summary>
    public const string Itself = "serjeant";

    /// <summary>In more than one message in a thousand a thing says nothing, unless that would be a handful.</summary>
    private const double Share = 0.001;

    private const int Handful = 20;

    /// <param name="known">All that is known; what is new of it is hunted.</param>
    /// <param name="membersOf">The messages of a campaign: these are known already.</param>
    /// <param name="cancellation">Ends the search.</param>
    public LookBack Make(ImmutableArray<KnownThing> known, Func<string, ImmutableArray<Sha256>> membersOf, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(membersOf);
        var keys = new SelectorKeys(index.Keys);
        var before = hunts.ReadHunted();
        var fresh = known.Where(k => !before.Contains(keys.Of(k.Selector))).ToArray();
        if (fresh.Length == 0) return LookBack.Nothing;
        // People's selectors may be written under older keys of the house too.
        var things = fresh.SelectMany(k => keys.All(k.Selector).Select(key => (Key: key, Thing: k))).GroupBy(t => t.Key).ToDictionary(g => g.Key, g => g.First().Thing);
        var found = new Dictionary<KnownThing, List<uint>>();
        foreach (var posting in index.Find([.. things.Keys.Order()], cancellation))
        {
            var thing = things[posting.Key];
            if (thing.Roles != SelectorRole.None && (posting.Role & thing.Roles) == 0) continue;
            if (!found.TryGetValue(thing, out var numbers)) found[thing] = numbers = [];
            numbers.Add(posting.Number);
        }
        var gathered = Gather(found, membersOf, cancellation);
        hunts.NoteHunted(fresh.Select(k => keys.Of(k.Selector)));
        hunts.Record(new()
        {
            Kind = HuntKind.LookingBack,
            At = time.GetUtcNow(),
            By = Itself,
            Reason = "looking back with what the scan learned",
            Sought = fresh.Length,
            Messages = gathered.Messages,
            People = gathered.People,
            Over = index.CountEntries(),
        });
        return gathered with { Learned = fresh.Length };
    }

    private LookBack Gather(Dictionary<KnownThing, List<uint>> found, Func<string, ImmutableArray<Sha256>> membersOf, CancellationToken cancellation)
    {
        var bound = Math.Max(Handful, index.CountEntries() * Share);
        var (finds, messages, people, silent) = (new List<LookBackFind>(), new HashSet<uint>(), new HashSet<string>(StringComparer.Ordinal), 0);
        foreach (var campaign in found.GroupBy(f => f.Key.Campaign, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            var members = campaign.Key.Length == 0 ? [] : membersOf(campaign.Key).ToHashSet();
            foreach (var (thing, numbers) in campaign)
            {
                if (numbers.Count - members.Count > bound)
                {
                    silent++;
                    continue;
                }
                var outside = numbers.Distinct().Select(n => (Number: n, Entry: index.FindEntry(n))).Where(e => e.Entry is { Outbound: false } entry && !members.Contains(entry.Id)).ToArray();
                if (outside.Length > bound) silent++;
                if (outside.Length > bound) continue;
                // What is suspected already stands in the report of its own accord.
                outside = [.. outside.Where(o => hunts.FindFinding(o.Entry!.Id) == Finding.Ordinary)];
                if (outside.Length == 0) continue;
                finds.Add(Find(thing, [.. outside.Select(o => o.Entry!)]));
                messages.UnionWith(outside.Select(o => o.Number));
                people.UnionWith(finds[^1].People);
            }
        }
        return new([.. finds.OrderByDescending(f => f.Messages).ThenBy(f => f.Thing.Campaign, StringComparer.Ordinal).ThenBy(f => f.Thing.Selector.Value, StringComparer.Ordinal)], 0, silent, messages.Count, people.Count);
    }

    private static LookBackFind Find(KnownThing thing, IndexEntry[] entries) => new(
        thing, entries.Length,
        [.. entries.SelectMany(e => e.Targets).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        entries.Min(e => e.Date), entries.Max(e => e.Date));
}
