using System.Collections.Immutable;
using Serjeant.Values;

namespace Serjeant.Hunts.Watches;

/// <summary>Gathers by selector what open watches sighted in some messages.</summary>
public sealed class WatchAlertMaker(IIndexStore index, IHuntStore store)
{
    /// <summary>Messages gathered for one selector; what is in more was no selector to watch.</summary>
    private const int MostMessages = 10_000;

    /// <param name="among">The messages meant.</param>
    public ImmutableArray<WatchAlert> Make(Func<Sha256, bool> among)
    {
        ArgumentNullException.ThrowIfNull(among);
        var watches = store.ReadWatches().Where(w => w.Ended is null).ToDictionary(w => w.Number);
        var alerts = new List<WatchAlert>();
        foreach (var group in store.ReadSightings().Where(s => watches.ContainsKey(s.Watch) && among(s.Message)).GroupBy(s => s.Watch))
        {
            var sought = watches[group.Key].Sought.ToArray();
            foreach (var thing in group.GroupBy(s => s.Sought).OrderBy(t => t.Key))
            {
                if (thing.Key >= sought.Length) continue;
                var entries = thing.Take(MostMessages).Select(s => index.NumberOf(s.Message) is { } number ? index.FindEntry(number) : null).OfType<IndexEntry>()
                    .OrderBy(e => e.Date ?? DateTimeOffset.MaxValue).ToImmutableArray();
                if (!entries.IsEmpty) alerts.Add(new(watches[group.Key], sought[thing.Key].Text, sought[thing.Key].Origin, entries, [.. entries.SelectMany(e => e.Targets).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]));
            }
        }
        return [.. alerts];
    }
}
