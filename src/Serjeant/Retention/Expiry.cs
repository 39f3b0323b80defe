using System.Collections.Immutable;

namespace Serjeant.Retention;

/// <summary>What <see cref="Expiry"/> did, or would do.</summary>
/// <param name="Removals">What was deleted.</param>
/// <param name="Held">Messages of which something would have been deleted, by the hold that stopped it.</param>
public sealed record ExpiryOutcome(ImmutableArray<Removal> Removals, ImmutableArray<(string Hold, long Messages)> Held);

/// <summary>Deletes what is older than its class may be. The age of a message is the time since it was first read here.</summary>
public sealed class Expiry(IFlowStore store, RetentionPolicy policy)
{
    /// <summary>Messages deleted in one transaction, each with its proof: memory and log stay bounded, and a stop leaves nothing unproven.</summary>
    private const int Batch = 50_000;

    /// <param name="now">Today.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="dryRun">Change nothing.</param>
    /// <param name="cancellation">Stops between two batches.</param>
    public ExpiryOutcome Apply(DateTimeOffset now, string by, bool dryRun, CancellationToken cancellation)
    {
        var (standings, cover) = (store.ReadStandings(), new HoldCover(store));
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var all = new List<Removal>();
        var held = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var (batch, count) = (new List<DroppedMessage>(), new RemovalCount());
        foreach (var mark in store.ReadKept())
        {
            var retained = standings.TryGetValue(mark.Id, out var standing) ? standing.Class : RetentionClass.Ordinary;
            if (Due(mark, policy.Of(retained)!, today) is not { } due) continue;
            if (!cover.IsEmpty && cover.Of(mark.Id, mark.Date).ToList() is { Count: > 0 } names)
            {
                foreach (var name in names) held[name] = held.GetValueOrDefault(name) + 1;
                continue;
            }
            Count(count, mark, due, retained);
            batch.Add(due);
            if (batch.Count < Batch) continue;
            Finish();
            cancellation.ThrowIfCancellationRequested();
        }
        Finish();
        var further = store.Expire(policy, now, dryRun);
        if (further.Count > 0 && !dryRun) store.Add(Prove(further));
        all.AddRange(further);
        return new(Removal.Sum(all), [.. held.Select(h => (h.Key, h.Value))]);

        void Finish()
        {
            if (batch.Count == 0) return;
            if (!dryRun) store.Drop(batch, Prove(count.Removals));
            all.AddRange(count.Removals);
            (batch, count) = ([], new());
        }

        Proof Prove(IEnumerable<Removal> removals) => Proof.After(store.LastProof(), now, by, "retain", policy.Digest, removals);
    }

    private static DroppedMessage? Due(KeptMark mark, RetentionTerm term, DateOnly today)
    {
        var age = today.DayNumber - mark.Kept.DayNumber;
        if (age >= term.EntryDays) return new(mark.Id, All: true);
        return mark.HasRecord && age >= term.RecordDays ? new(mark.Id, All: false) : null;
    }

    private void Count(RemovalCount count, KeptMark mark, DroppedMessage due, RetentionClass retained)
    {
        var entry = store.NumberOf(mark.Id) is { } number ? store.FindEntry(number) : null;
        var date = mark.Date ?? entry?.Date;
        if (mark.HasRecord) count.Add("record", retained, date);
        if (due.All && entry is not null) count.Add("entry", retained, date);
        // A message that somebody told of has no entry: what goes then is that it was there.
        if (due.All && entry is null && !mark.HasRecord) count.Add("mark", retained, date);
    }
}
