using Serjeant.Retention;
using Serjeant.Storage.Keeping;
using Serjeant.Storage.Records;
using Serjeant.Storage.Tables;
using Serjeant.Values;

namespace Serjeant.Storage;

public sealed partial class SqliteStore
{
    /// <summary>The last message added, where a part of it was deleted before: it is indexed right after it was added, and must not be.</summary>
    private Sha256? _settled;

    /// <summary>What keeps of people beside the messages.</summary>
    private IReadOnlyList<IForgetful> Topics => [new PersonaKeeping(_database, _sealing.Texts), new TraceKeeping(_database), new HuntKeeping(_database)];

    public void Save(IEnumerable<Standing> standings) => Whole(() => KeepingTables.Save(_database, standings));

    public IReadOnlyDictionary<Sha256, Standing> ReadStandings() => Reading(KeepingTables.ReadStandings);

    public IEnumerable<KeptMark> ReadKept() => Read((database, _) => KeptRows.Read(database));

    public void Drop(IReadOnlyList<DroppedMessage> messages, Proof proof)
    {
        Whole(() =>
        {
            DropRows(messages);
            KeepingTables.Add(_database, proof);
        });
        FinishRemoval();
    }

    public IReadOnlyList<Removal> Expire(RetentionPolicy policy, DateTimeOffset now, bool dryRun)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var removals = new List<Removal>();
        Whole(() =>
        {
            foreach (var topic in Topics)
                if (policy.DaysOf(topic.Topic) is { } days && topic.Expire(now.AddDays(-days), dryRun) is > 0 and var count) removals.Add(new(topic.Topic, null, count));
        });
        return removals;
    }

    public void Forget(ErasurePlan plan, Func<IReadOnlyList<Removal>, Proof> prove)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(prove);
        Whole(() =>
        {
            DropRows([.. plan.Whole.Select(id => new DroppedMessage(id, All: true))]);
            foreach (var message in plan.Parted)
                if (_entries.NumberOf(message.Id) is { } number) _messages.Part(number, message);
            KeepingTables.Doom(_database, [], plan.Postings);
            foreach (var (number, entry) in plan.Entries) Replace(number, entry);
            if (plan.Person.Id.Length > 0) _names.Forget(NameTable.Target, plan.Person.Id);
            var further = Topics.Select(topic => new Removal(topic.Topic, null, topic.Forget(plan.Person, plan.Unmasked))).Where(r => r.Count > 0).ToList();
            KeepingTables.Add(_database, prove(further));
        });
        FinishRemoval();
    }

    public void Add(Hold hold) => Whole(() => KeepingTables.Add(_database, hold, _sealing.Texts));

    public IReadOnlyList<Hold> ReadHolds() => Reading(database => KeepingTables.ReadHolds(database, _sealing.Texts));

    public void Add(Proof proof) => Whole(() => KeepingTables.Add(_database, proof));

    public Proof? LastProof() => Reading(KeepingTables.ReadLastProof);

    public IReadOnlyList<Proof> ReadProofs() => Reading(KeepingTables.ReadProofs);

    /// <summary>Writes the database anew and empties its log, so that neither free pages nor the log hold what was deleted.</summary>
    public void Scrub()
    {
        lock (_gate)
        {
            Commit();
            Resealing.Scrub(_database);
        }
    }

    private static long DayOf(TimeProvider time) => time.GetUtcNow().UtcTicks / TimeSpan.TicksPerDay - DateTimeOffset.UnixEpoch.Ticks / TimeSpan.TicksPerDay;

    private void NoteState(Sha256 id, RecordState? state) => _settled = state is RecordState.Removed or RecordState.Parted ? id : null;

    /// <summary>All of the message was deleted, or somebody was taken out of it: the index says what it may.</summary>
    private bool IsSettled(Sha256 id) => _settled == id;

    private void DropRows(IReadOnlyList<DroppedMessage> messages)
    {
        using var rows = new KeptRows(_database, _removed, _gone);
        var numbers = new HashSet<uint>();
        foreach (var (id, all) in messages)
        {
            if (_entries.NumberOf(id) is not { } number || _messages.StateOf(number) is null) continue;
            if (all) numbers.Add(number);
            rows.Drop(number, id, all);
        }
        KeepingTables.Doom(_database, numbers, []);
        foreach (var topic in Topics) topic.Lapse([.. messages.Select(m => m.Id)]);
        _messages.CountAgain();
    }

    /// <summary>Takes out of the index what the tables no longer have. The index changes its files by itself, so this cannot be one transaction with the tables; what is noted survives a crash.</summary>
    private void FinishRemoval()
    {
        lock (_gate)
        {
            var (entries, postings) = KeepingTables.ReadDoomed(_database);
            if (entries.Count + postings.Count == 0) return;
            RemovePostings(postings);
            RemoveEntries(entries);
            Whole(() => _database.Execute("DELETE FROM doomed"));
        }
    }

    /// <summary>One transaction, durable at its end; undone where it fails.</summary>
    private void Whole(Action change)
    {
        lock (_gate)
        {
            Write();
            _database.Execute("SAVEPOINT keeping");
            try
            {
                change();
            }
            catch
            {
                if (_database.InTransaction) _database.Execute("ROLLBACK TO keeping; RELEASE keeping");
                throw;
            }
            _database.Execute("RELEASE keeping");
            Commit();
        }
    }
}
