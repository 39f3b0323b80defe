using System.Buffers.Binary;
using Serjeant.Campaigns;
using Serjeant.Storage.Keeping;
using Serjeant.Storage.Records;
using Serjeant.Values;

namespace Serjeant.Storage.Tables;

/// <summary>The working record of a message, by its number; read by date. Whose record was deleted stands in <see cref="GoneTable"/>.</summary>
internal sealed class MessageTable : IDisposable
{
    public const string AllByDate = "SELECT date, key, head, rest FROM message INDEXED BY message_date ORDER BY date, key";

    public const string ByNumber = "SELECT reading, head, rest FROM message WHERE id=?";

    /// <summary>The reading of what was handed in by somebody, or by a machine: older than any scan's.</summary>
    private const long Handed = 0;

    private readonly Database _database;
    private readonly RecordSealing _sealing;
    private readonly GoneTable _gone;
    private readonly Statement _find, _insert, _replace, _remove;
    private readonly BlobWriter _head = new(), _rest = new();
    private long _count = -1;

    public MessageTable(Database database, RecordSealing sealing, GoneTable gone)
    {
        (_database, _sealing, _gone) = (database, sealing, gone);
        _find = database.Prepare(ByNumber);
        _insert = database.Prepare("INSERT INTO message(key, date, reading, head, rest, id, kept) VALUES(?,?,?,?,?,?,?)");
        _replace = database.Prepare("UPDATE message SET key=?, date=?, reading=?, head=?, rest=? WHERE id=?");
        _remove = database.Prepare("DELETE FROM message WHERE id=?");
    }

    /// <summary>Records. Counted once, then kept up: SQLite would read a whole index each time.</summary>
    public long Count => _count >= 0 ? _count : _count = _database.Ask("SELECT count(*) FROM message");

    /// <summary>To be called when records were deleted.</summary>
    public void CountAgain() => _count = -1;

    /// <summary>Keeps the message where it is new or was kept by an older reading. What was deleted is not kept again.</summary>
    /// <param name="number">The message's.</param>
    /// <param name="message">What to keep.</param>
    /// <param name="reading">By which reading.</param>
    /// <param name="day">Today, in days since 1970.</param>
    /// <returns>What there was before; null where the message is new.</returns>
    public RecordState? Put(uint number, KeptMessage message, long reading, long day) => Put(number, message, reading, day, StateOf(number, out var keptBy), keptBy == reading);

    /// <summary>Keeps a message that stands in no file: a later reading of the same bytes out of a file takes its place, never the other way round.</summary>
    /// <returns>Whether there was nothing of it.</returns>
    public bool Keep(uint number, KeptMessage message, long day) =>
        StateOf(number, out var keptBy) is var state && (state is null || keptBy == Handed) && Put(number, message, Handed, day, state, settled: false) is null;

    public KeptMessage? Find(uint number)
    {
        if (!_find.Bind(1, number).Step()) return null;
        try
        {
            return Decode(_find, 1, _sealing);
        }
        finally
        {
            _find.Reset();
        }
    }

    /// <summary>What is there of a message; null where it was never kept.</summary>
    public RecordState? StateOf(uint number) => StateOf(number, out _);

    /// <summary>Puts in the place of a record one from which somebody was taken out; later readings do not replace it.</summary>
    public void Part(uint number, KeptMessage message)
    {
        if (StateOf(number, out var reading) is null) return;
        MessageEncoding.WriteHead(_head, message);
        MessageEncoding.WriteRest(_rest, message);
        _sealing.Seal(_head.Written, _rest.Written, parted: true);
        Bind(_replace, number, message, reading).Run();
    }

    /// <summary>Forgets the record, and that there was one.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(uint number)
    {
        _remove.Bind(1, number).Run();
        if (_database.Changes == 0) return false;
        _count = -1;
        return true;
    }

    public void Dispose()
    {
        _find.Dispose();
        _insert.Dispose();
        _replace.Dispose();
        _remove.Dispose();
    }

    private RecordState? Put(uint number, KeptMessage message, long reading, long day, RecordState? state, bool settled)
    {
        if (settled || state is RecordState.Dropped or RecordState.Removed or RecordState.Parted) return state;
        MessageEncoding.WriteHead(_head, message);
        MessageEncoding.WriteRest(_rest, message);
        _sealing.Seal(_head.Written, _rest.Written);
        Bind(state is null ? _insert.Bind(7, day) : _replace, number, message, reading).Run();
        if (state is null && _count >= 0) _count++;
        return state;
    }

    private Statement Bind(Statement statement, uint number, KeptMessage message, long reading) =>
        statement.Bind(1, Key(message.Id)).Bind(2, Order(message.Date)).Bind(3, reading).Bind(4, _sealing.Head).Bind(5, _sealing.Rest).Bind(6, number);

    private RecordState? StateOf(uint number, out long reading)
    {
        reading = -1;
        if (!_find.Bind(1, number).Step()) return _gone.Find(number);
        reading = _find.Number(0);
        var state = RecordSealing.StateOf(_find.Blob(1));
        _find.Reset();
        return state;
    }

    /// <summary>Numbers and identities of all records, for a store whose messages had no entries. All heads of all versions have the identity in the same place.</summary>
    public static IEnumerable<(uint Number, Sha256 Id)> ReadIdentities(Database database)
    {
        using var statement = database.Prepare("SELECT id, head FROM message ORDER BY id");
        while (statement.Step())
            if (statement.Blob(1).Length >= MessageEncoding.IdRange.End.Value) yield return ((uint)statement.Number(0), new(statement.Blob(1)[MessageEncoding.IdRange]));
    }

    /// <summary>All messages by date, then identity. The index knows only the first bits of the identity; equal ones are put in order here.</summary>
    public static IEnumerable<KeptMessage> ReadAll(Database database, RecordSealing sealing)
    {
        using var statement = database.Prepare(AllByDate);
        var equal = new List<KeptMessage>();
        var (date, key) = (0L, 0L);
        while (statement.Step())
        {
            if (equal.Count > 0 && (statement.Number(0) != date || statement.Number(1) != key))
            {
                foreach (var message in equal) yield return message;
                equal.Clear();
            }
            (date, key) = (statement.Number(0), statement.Number(1));
            equal.Add(Decode(statement, 2, sealing));
            if (equal.Count > 1) equal.Sort(static (a, b) => a.Id.CompareTo(b.Id));
        }
        foreach (var message in equal) yield return message;
    }

    public static KeptMessage Decode(Statement statement, int column, RecordSealing sealing)
    {
        try
        {
            return sealing.Open(statement.Blob(column), statement.Blob(column + 1));
        }
        catch (InvalidDataException e)
        {
            throw SqliteFailure.Damaged(e);
        }
    }

    /// <summary>The first 64 bits, such that the order of signed numbers is the order of identities.</summary>
    private static long Key(Sha256 id)
    {
        Span<byte> bytes = stackalloc byte[Sha256.Length];
        id.CopyTo(bytes);
        return BinaryPrimitives.ReadInt64BigEndian(bytes) ^ long.MinValue;
    }

    private static long Order(DateTimeOffset? date) => date?.UtcTicks ?? long.MaxValue;
}
