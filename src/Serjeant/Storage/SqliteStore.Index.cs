using System.IO.Hashing;
using System.Runtime.InteropServices;
using Serjeant.Hunts;
using Serjeant.Sources;
using Serjeant.Storage.Index;
using Serjeant.Storage.Keeping;
using Serjeant.Storage.Runs;
using Serjeant.Storage.Tables;
using Serjeant.Values;

namespace Serjeant.Storage;

public sealed partial class SqliteStore
{
    private readonly PostingIndex _postings;
    private readonly EntryTable _entries;
    private readonly NameTable _names;
    private readonly ListedTable _listed;
    private readonly RemovedTable _removed;
    private readonly GoneTable _gone;

    public void Index(IndexedMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (_gate)
        {
            if (IsSettled(message.Entry.Id)) return;
            Write();
            var entry = message.Entry;
            var number = _entries.NumberOf(entry.Id) ?? _entries.Add(entry.Id);
            var before = _entries.Find(number)!;
            var record = new EntryRecord
            {
                Id = entry.Id,
                IsIndexed = true,
                Place = before.Place,
                Date = entry.Date,
                Kind = entry.Kind,
                Channel = entry.Channel,
                Outbound = entry.Outbound,
                Domain = _names.IdOf(NameTable.Domain, entry.SenderDomain),
                Recipients = entry.Recipients,
                Targets = [.. entry.Targets.Select(target => _names.IdOf(NameTable.Target, target))],
                Occurrences = HashOf(message),
            };
            foreach (var selector in message.Listed) _listed.Add(selector);
            if (!before.IsIndexed || before.Occurrences != record.Occurrences)
                foreach (var (key, role) in message.Occurrences) _postings.Add(new(Mark.Key(key), number, (byte)((byte)role & 0x7F)));
            if (!before.IsIndexed || !Same(before, record)) _entries.Put(number, record);
        }
    }

    public long CountEntries()
    {
        lock (_gate) return _entries.CountIndexed;
    }

    public uint LastNumber
    {
        get
        {
            lock (_gate) return _entries.Last;
        }
    }

    public IEnumerable<Posting> Find(IReadOnlyList<SelectorKey> keys, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return Search();

        IEnumerable<Posting> Search()
        {
            using var held = _postings.Hold();
            foreach (var posting in new PostingSearch(held).Find(keys, cancellation)) yield return posting;
        }
    }

    public long Count(SelectorKey key)
    {
        using var held = _postings.Hold();
        return new PostingSearch(held).Count(key);
    }

    public IndexEntry? FindEntry(uint number)
    {
        lock (_gate)
        {
            return _entries.Find(number) is { IsIndexed: true } record ? EntryOf(record, _names) : null;
        }
    }

    public uint? NumberOf(Sha256 message)
    {
        lock (_gate) return _entries.NumberOf(message) is { } number && _entries.Find(number) is { IsIndexed: true } ? number : null;
    }

    public IReadOnlyList<MessagePlace> FindPlaces(uint number)
    {
        lock (_gate)
        {
            return _entries.Find(number) is { IsIndexed: true } ? [.. _files.Standing(number, _entries.FindPlaces(number))] : [];
        }
    }

    public IEnumerable<string> ReadListed(SelectorKind kind, string within = "")
    {
        lock (_gate) return _listed.Read(kind, within);
    }

    /// <summary>Messages of an older format have numbers already: they get the posting that their identity is found by.</summary>
    private void Adopt()
    {
        Write();
        foreach (var (number, id) in MessageTable.ReadIdentities(_database)) _entries.Add(id, number);
        _files.Adopt();
        _entries.Adopt();
        Commit();
    }

    /// <summary>A merge that is done, or that too many runs wait for, is not left undone.</summary>
    private void KeepMerge()
    {
        // What was not committed is undone, not kept by the way.
        if (_writing || !_postings.HasMerged) return;
        try
        {
            Write();
            Commit();
        }
        catch (SerjeantException)
        {
            // Nothing is lost: the runs that were to be merged stay.
        }
    }

    private static bool Same(EntryRecord a, EntryRecord b) => a == b with { Targets = a.Targets } && a.Targets.SequenceEqual(b.Targets);

    private static ulong HashOf(IndexedMessage message)
    {
        var hash = new XxHash3();
        foreach (var (key, role) in message.Occurrences)
        {
            var value = key.Value;
            hash.Append(MemoryMarshal.AsBytes(new ReadOnlySpan<ulong>(ref value)));
            hash.Append([(byte)role]);
        }
        return hash.GetCurrentHashAsUInt64();
    }

    public IEnumerable<(uint Number, IndexEntry Entry)> ReadEntries() => Read((database, _) => ReadEntries(database));

    private static IEnumerable<(uint Number, IndexEntry Entry)> ReadEntries(Database database)
    {
        using var names = new NameTable(database);
        foreach (var (number, record) in EntryTable.ReadAll(database))
            if (record.IsIndexed) yield return (number, EntryOf(record, names));
    }

    /// <summary>Puts in the place of an entry one from which somebody was taken out. Durable with the next commit.</summary>
    private void Replace(uint number, IndexEntry entry)
    {
        if (_entries.Find(number) is { IsIndexed: true } record) _entries.Put(number, record with { Targets = [.. entry.Targets.Select(target => _names.IdOf(NameTable.Target, target))], Occurrences = 0 });
    }

    private static IndexEntry EntryOf(EntryRecord record, NameTable names) => new()
    {
        Id = record.Id,
        Date = record.Date,
        Kind = record.Kind,
        Channel = record.Channel,
        Outbound = record.Outbound,
        SenderDomain = names.Of(record.Domain),
        Targets = [.. record.Targets.Select(names.Of)],
        Recipients = record.Recipients,
    };
}
