using Serjeant.Retention;
using Serjeant.Values;

namespace Serjeant.Storage;

public sealed partial class MemoryStore
{
    private readonly Dictionary<Sha256, DateOnly> _kept = [];
    private readonly HashSet<Sha256> _dropped = [], _removed = [], _parted = [];
    private readonly Dictionary<Sha256, string> _former = [];
    private readonly List<Hold> _holds = [];
    private readonly List<Proof> _proofs = [];
    private Dictionary<Sha256, Standing> _standings = [];

    /// <summary>What day it is.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    private DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    public void Save(IEnumerable<Standing> standings)
    {
        lock (_gate)
        {
            var saved = _standings.Values.Where(s => _dropped.Contains(s.Message)).ToDictionary(s => s.Message);
            foreach (var standing in standings) saved.TryAdd(standing.Message, standing);
            _standings = saved;
        }
    }

    public IReadOnlyDictionary<Sha256, Standing> ReadStandings()
    {
        lock (_gate) return _standings;
    }

    public IEnumerable<KeptMark> ReadKept()
    {
        lock (_gate) return [.. _kept.Where(k => !_removed.Contains(k.Key)).Select(k => new KeptMark(k.Key, k.Value, _messages.TryGetValue(k.Key, out var kept) ? kept.Message.Date?.ToUniversalTime() : null, _messages.ContainsKey(k.Key)))];
    }

    public void Drop(IReadOnlyList<DroppedMessage> messages, Proof proof)
    {
        ArgumentNullException.ThrowIfNull(messages);
        lock (_gate)
        {
            DropAll(messages);
            _proofs.Add(proof);
        }
    }

    public IReadOnlyList<Removal> Expire(RetentionPolicy policy, DateTimeOffset now, bool dryRun)
    {
        ArgumentNullException.ThrowIfNull(policy);
        lock (_gate)
        {
            var before = now.AddDays(-policy.ReportDays);
            var old = _spoofed.Count(r => r.End < before);
            if (!dryRun) _spoofed.RemoveAll(r => r.End < before);
            return old == 0 ? [] : [new("reports", null, old)];
        }
    }

    public void Forget(ErasurePlan plan, Func<IReadOnlyList<Removal>, Proof> prove)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(prove);
        lock (_gate)
        {
            DropAll([.. plan.Whole.Select(id => new DroppedMessage(id, All: true))]);
            foreach (var message in plan.Parted)
            {
                _messages[message.Id] = (message, _messages[message.Id].Reading);
                _parted.Add(message.Id);
            }
            _index.RemovePostings(plan.Postings.ToHashSet());
            foreach (var (number, entry) in plan.Entries) _index.Replace(number, entry);
            var told = plan.Unmasked.Count(_guises.Remove) + _decisions.RemoveAll(d => (plan.Person.Id.Length > 0 && d.Person == plan.Person.Id) || plan.Person.HasAddress(d.Address.Key))
                + _testimonies.RemoveAll(t => IsAddress(t.By) || IsAddress(t.Forwarder));
            _proofs.Add(prove(told == 0 ? [] : [new("reports", null, told)]));
        }

        bool IsAddress(string text) => EmailAddress.TryParse(text, out var address) && plan.Person.HasAddress(address.Key);
    }

    public void Add(Hold hold)
    {
        ArgumentNullException.ThrowIfNull(hold);
        lock (_gate)
        {
            var at = _holds.FindIndex(h => h.Name == hold.Name);
            if (at < 0) _holds.Add(hold);
            else _holds[at] = _holds[at] with { Released = hold.Released, ReleasedBy = hold.ReleasedBy, ReleasedWhy = hold.ReleasedWhy };
        }
    }

    public IReadOnlyList<Hold> ReadHolds()
    {
        lock (_gate) return [.. _holds];
    }

    public void Add(Proof proof)
    {
        lock (_gate) _proofs.Add(proof);
    }

    public Proof? LastProof()
    {
        lock (_gate) return _proofs.Count == 0 ? null : _proofs[^1];
    }

    public IReadOnlyList<Proof> ReadProofs()
    {
        lock (_gate) return [.. _proofs];
    }

    public void Scrub()
    {
        // What memory let go of is in no file.
    }

    private void DropAll(IReadOnlyList<DroppedMessage> messages)
    {
        foreach (var (id, all) in messages)
        {
            if (!_kept.ContainsKey(id)) continue;
            _messages.Remove(id);
            if (_membership.TryGetValue(id, out var campaign)) _former[id] = campaign;
            _membership = _membership.Where(m => m.Key != id).ToDictionary();
            _dropped.Add(id);
            _guises.Remove(id);
            _testimonies.RemoveAll(t => t.Message == id);
            if (!all) continue;
            _removed.Add(id);
            _former.Remove(id);
            _standings.Remove(id);
            if (_index.NumberOf(id) is { } number) _index.RemoveEntries(new HashSet<uint> { number });
        }
    }
}
