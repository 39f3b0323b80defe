using System.Buffers.Binary;
using Serjeant.Campaigns;
using Serjeant.Storage.Records;
using Serjeant.Values;

namespace Serjeant.Storage.Tables;

/// <summary>One row a message, found by the first 64 bits of its identity and read by date.</summary>
internal sealed class MessageTable : IDisposable
{
    public const string AllByDate = "SELECT date, key, head, rest FROM message INDEXED BY message_date ORDER BY date, key";

    /// <summary>The reading of what was handed in by somebody, or by a machine: older than any scan's.</summary>
    private const long Handed = 0;

    private readonly Database _database;
    private readonly Statement _find, _insert, _replace;
    private readonly BlobWriter _head = new(), _rest = new();
    private long _count = -1;

    public MessageTable(Database database)
    {
        _database = database;
        _find = database.Prepare("SELECT id, reading, head, rest FROM message WHERE key=?");
        _insert = database.Prepare("INSERT INTO message(key, date, reading, head, rest) VALUES(?,?,?,?,?)");
        _replace = database.Prepare("UPDATE message SET key=?, date=?, reading=?, head=?, rest=? WHERE id=?");
    }

    /// <summary>Counted once, then kept up: SQLite would read a whole index each time.</summary>
    public long Count => _count >= 0 ? _count : _count = _database.Ask("SELECT count(*) FROM message");

    /// <summary>Keeps the message where it is new or was kept by an older reading.</summary>
    public long Put(KeptMessage message, long reading, out bool added, bool again = false)
    {
        var row = Locate(message.Id, out var keptBy, out _);
        added = row < 0;
        if (!added && keptBy == reading && !again) return row;
        MessageEncoding.WriteHead(_head, message);
        MessageEncoding.WriteRest(_rest, message);
        var statement = added ? _insert : _replace.Bind(6, row);
        statement.Bind(1, Key(message.Id)).Bind(2, Order(message.Date)).Bind(3, reading)
            .Bind(4, _head.Written).Bind(5, _rest.Written).Run();
        if (!added) return row;
        if (_count >= 0) _count++;
        return _database.LastId;
    }

    /// <summary>Keeps a message that stands in no file: a later reading of the same bytes out of a file takes its place, never the other way round.</summary>
    public void Keep(KeptMessage message, out bool added)
    {
        if (Locate(message.Id, out var keptBy, out _) >= 0 && keptBy != Handed) added = false;
        else _ = Put(message, Handed, out added, again: true);
    }

    public KeptMessage? Find(Sha256 id)
    {
        _ = Locate(id, out _, out var message, wanted: true);
        return message;
    }

    public void Dispose()
    {
        _find.Dispose();
        _insert.Dispose();
        _replace.Dispose();
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

    /// <summary>The row of a message, or -1. Other messages may share the 64 bits: that many an attacker can make collide.</summary>
    private long Locate(Sha256 id, out long reading, out KeptMessage? message, bool wanted = false)
    {
        (reading, message) = (0, null);
        Span<byte> bytes = stackalloc byte[Sha256.Length];
        id.CopyTo(bytes);
        _find.Bind(1, Key(id));
        while (_find.Step())
        {
            var head = _find.Blob(2);
            if (head.Length <= Sha256.Length || !head[MessageEncoding.IdRange].SequenceEqual(bytes)) continue;
            try
            {
                var row = _find.Number(0);
                reading = _find.Number(1);
                if (wanted) message = Decode(_find, 2);
                return row;
            }
            finally
            {
                _find.Reset();
            }
        }
        return -1;
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
