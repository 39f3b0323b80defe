using Serjeant.Storage.Index;
using Serjeant.Storage.Records;
using Serjeant.Storage.Runs;
using Serjeant.Values;

namespace Serjeant.Storage.Tables;

/// <summary>
/// Every message that was ever seen, by its number: identity, first place, and what the index keeps of it. The number of an identity is found
/// by a posting. Rows are held back while a message is worked on, and written once.
/// </summary>
internal sealed class EntryTable : IDisposable
{
    private const string LastNumber = "message", Indexed = "indexed";

    private const int MostHeldBack = 4_096;

    private readonly PostingIndex _postings;
    private readonly Statement _find, _put, _count, _copy, _copies, _remove, _removeCopies;
    private readonly Dictionary<uint, EntryRecord> _changed = [];
    private readonly Dictionary<Sha256, uint> _new = [];
    private readonly BlobWriter _record = new();
    private uint _last;
    private (uint Last, long Indexed) _saved;

    public EntryTable(Database database, PostingIndex postings)
    {
        _postings = postings;
        _find = database.Prepare("SELECT record FROM entry WHERE number=?");
        _put = database.Prepare("INSERT OR REPLACE INTO entry(number, record) VALUES(?,?)");
        _count = database.Prepare("INSERT OR REPLACE INTO counter(name, value) VALUES(?,?)");
        _copy = database.Prepare("INSERT OR REPLACE INTO copy(message, file, ordinal, offset) VALUES(?,?,?,?)");
        _copies = database.Prepare("SELECT file, ordinal, offset FROM copy WHERE message=?");
        _remove = database.Prepare("DELETE FROM entry WHERE number=?");
        _removeCopies = database.Prepare("DELETE FROM copy WHERE message=?");
        using var counter = database.Prepare("SELECT value FROM counter WHERE name=?");
        IsAdopted = Read(counter, LastNumber) is not null;
        _last = (uint)(Read(counter, LastNumber) ?? 0);
        CountIndexed = Read(counter, Indexed) ?? 0;
        _saved = (_last, CountIndexed);
    }

    /// <summary>False where the messages are of a format that had no entries.</summary>
    public bool IsAdopted { get; }

    public long CountIndexed { get; private set; }

    /// <summary>The highest number ever given.</summary>
    public uint Last => _last;

    /// <summary>The number of a message that was ever seen, or null.</summary>
    public uint? NumberOf(Sha256 id)
    {
        if (_new.TryGetValue(id, out var number)) return number;
        // By chance or by somebody's labour identities begin alike: the whole is compared.
        foreach (var candidate in _postings.FindSpecial(Mark.Key(id), Mark.Identity))
            if (Find(candidate)?.Id == id) return candidate;
        return null;
    }

    /// <summary>Gives a message that was never seen the next number.</summary>
    public uint Add(Sha256 id) => Add(id, checked(_last + 1));

    /// <summary>The same with the number that it has already.</summary>
    public uint Add(Sha256 id, uint number)
    {
        _last = Math.Max(_last, number);
        Put(number, new EntryRecord { Id = id });
        _new[id] = number;
        _postings.Add(new(Mark.Key(id), number, Mark.Identity));
        return number;
    }

    public EntryRecord? Find(uint number)
    {
        if (_changed.TryGetValue(number, out var record)) return record;
        if (!_find.Bind(1, number).Step()) return null;
        try
        {
            return EntryRecord.Read(_find.Blob(0), number);
        }
        catch (InvalidDataException problem)
        {
            throw SqliteFailure.Damaged(problem);
        }
        finally
        {
            _find.Reset();
        }
    }

    public void Put(uint number, EntryRecord record)
    {
        if (_changed.Count >= MostHeldBack) Flush();
        if (record.IsIndexed && Find(number) is not { IsIndexed: true }) CountIndexed++;
        _changed[number] = record;
    }

    /// <summary>Notes that the message stands there.</summary>
    public void Note(uint number, StoredPlace place)
    {
        var record = Find(number)!;
        if (record.Place is null) Put(number, record with { Place = place });
        else if (record.Place != place) _copy.Bind(1, number).Bind(2, place.File).Bind(3, place.Ordinal).Bind(4, place.Offset).Run();
    }

    /// <summary>Where the message was ever seen; whether it is still there the files know.</summary>
    public List<StoredPlace> FindPlaces(uint number)
    {
        var places = new List<StoredPlace>();
        if (Find(number)?.Place is { } first) places.Add(first);
        _copies.Bind(1, number);
        while (_copies.Step()) places.Add(new(_copies.Number(0), (int)_copies.Number(1), _copies.Number(2)));
        return places;
    }

    /// <summary>Its number is never given again.</summary>
    public void Remove(uint number)
    {
        if (Find(number) is not { } record) return;
        if (record.IsIndexed) CountIndexed--;
        _changed.Remove(number);
        _new.Remove(record.Id);
        _remove.Bind(1, number).Run();
        _removeCopies.Bind(1, number).Run();
    }

    /// <summary>Writes what was held back.</summary>
    public void Flush()
    {
        foreach (var (number, record) in _changed.OrderBy(pair => pair.Key))
        {
            record.Write(_record, number);
            _put.Bind(1, number).Bind(2, _record.Written).Run();
        }
        _changed.Clear();
        _new.Clear();
        if (_saved == (_last, CountIndexed)) return;
        _count.Bind(1, LastNumber).Bind(2, _last).Run();
        _count.Bind(1, Indexed).Bind(2, CountIndexed).Run();
        _saved = (_last, CountIndexed);
    }

    /// <summary>Says that all older messages are here.</summary>
    public void Adopt()
    {
        _saved = default;
        _count.Bind(1, LastNumber).Bind(2, _last).Run();
    }

    public static IEnumerable<(uint Number, EntryRecord Record)> ReadAll(Database database)
    {
        using var statement = database.Prepare("SELECT number, record FROM entry ORDER BY number");
        while (statement.Step())
        {
            var number = (uint)statement.Number(0);
            EntryRecord record;
            try
            {
                record = EntryRecord.Read(statement.Blob(1), number);
            }
            catch (InvalidDataException problem)
            {
                throw SqliteFailure.Damaged(problem);
            }
            yield return (number, record);
        }
    }

    private static long? Read(Statement counter, string name)
    {
        if (!counter.Bind(1, name).Step()) return null;
        var value = counter.Number(0);
        counter.Reset();
        return value;
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<Statement>)[_find, _put, _count, _copy, _copies, _remove, _removeCopies]) statement.Dispose();
    }
}
