using System.Buffers.Binary;
using Serjeant.Campaigns;
using Serjeant.Storage.Records;
using Serjeant.Values;

namespace Serjeant.Storage.Tables;

/// <summary>The working record of a message, by its number; read by date. A message may be known without one: retention takes it away first.</summary>
internal sealed class MessageTable : IDisposable
{
    public const string AllByDate = "SELECT date, key, head, rest FROM message INDEXED BY message_date ORDER BY date, key";

    public const string ByNumber = "SELECT reading, head, rest FROM message WHERE id=?";

    /// <summary>The reading of what was handed in by somebody, or by a machine: older than any scan's.</summary>
    private const long Handed = 0;

    private readonly Database _database;
    private readonly Statement _find, _insert, _replace, _remove;
    private readonly BlobWriter _head = new(), _rest = new();
    private long _count = -1;

    public MessageTable(Database database)
    {
        _database = database;
        _find = database.Prepare(ByNumber);
        _insert = database.Prepare("INSERT INTO message(key, date, reading, head, rest, id) VALUES(?,?,?,?,?,?)");
        _replace = database.Prepare("UPDATE message SET key=?, date=?, reading=?, head=?, rest=? WHERE id=?");
        _remove = database.Prepare("DELETE FROM message WHERE id=?");
    }

    /// <summary>Counted once, then kept up: SQLite would read a whole index each time.</summary>
    public long Count => _count >= 0 ? _count : _count = _database.Ask("SELECT count(*) FROM message");

    /// <summary>Keeps the message where it is new or was kept by an older reading.</summary>
    /// <returns>Whether there was no record of it.</returns>
    public bool Put(uint number, KeptMessage message, long reading) => Put(number, message, reading, ReadingOf(number));

    /// <summary>Keeps a message that stands in no file: a later reading of the same bytes out of a file takes its place, never the other way round.</summary>
    public bool Keep(uint number, KeptMessage message) =>
        ReadingOf(number) is var kept && kept is null or Handed && Put(number, message, Handed, kept is null ? null : -1);

    public KeptMessage? Find(uint number)
    {
        if (!_find.Bind(1, number).Step()) return null;
        try
        {
            return Decode(_find, 1);
        }
        finally
        {
            _find.Reset();
        }
    }

    /// <summary>Forgets the record. What the index keeps of the message stays.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(uint number)
    {
        _remove.Bind(1, number).Run();
        if (_database.Changes == 0) return false;
        if (_count >= 0) _count--;
        return true;
    }

    public void Dispose()
    {
        _find.Dispose();
        _insert.Dispose();
        _replace.Dispose();
        _remove.Dispose();
    }

    private bool Put(uint number, KeptMessage message, long reading, long? keptBy)
    {
        if (keptBy == reading) return false;
        MessageEncoding.WriteHead(_head, message);
        MessageEncoding.WriteRest(_rest, message);
        (keptBy is null ? _insert : _replace).Bind(1, Key(message.Id)).Bind(2, Order(message.Date)).Bind(3, reading)
            .Bind(4, _head.Written).Bind(5, _rest.Written).Bind(6, number).Run();
        if (keptBy is null && _count >= 0) _count++;
        return keptBy is null;
    }

    private long? ReadingOf(uint number)
    {
        if (!_find.Bind(1, number).Step()) return null;
        var reading = _find.Number(0);
        _find.Reset();
        return reading;
    }

    /// <summary>Numbers and identities of all records, for a store whose messages had no entries.</summary>
    public static IEnumerable<(uint Number, Sha256 Id)> ReadIdentities(Database database)
    {
        using var statement = database.Prepare("SELECT id, head FROM message ORDER BY id");
        while (statement.Step())
            if (statement.Blob(1).Length >= MessageEncoding.IdRange.End.Value) yield return ((uint)statement.Number(0), new(statement.Blob(1)[MessageEncoding.IdRange]));
    }

    /// <summary>All messages by date, then identity. The index knows only the first bits of the identity; equal ones are put in order here.</summary>
    public static IEnumerable<KeptMessage> ReadAll(Database database)
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
            equal.Add(Decode(statement, 2));
            if (equal.Count > 1) equal.Sort(static (a, b) => a.Id.CompareTo(b.Id));
        }
        foreach (var message in equal) yield return message;
    }

    public static KeptMessage Decode(Statement statement, int column)
    {
        try
        {
            return MessageEncoding.Read(statement.Blob(column), statement.Blob(column + 1));
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
