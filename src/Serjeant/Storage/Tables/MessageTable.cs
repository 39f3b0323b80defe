using System.Buffers.Binary;
using Serjeant.Campaigns;
using Serjeant.Storage.Records;
using Serjeant.Values;

namespace Serjeant.Storage.Tables;

/// <summary>
/// One row a message, found by the first 64 bits of its identity and read by date. A row stays when the record in it is deleted, as long as
/// something else is known of the message, and then as what tells that it must not be taken in again.
/// </summary>
internal sealed class MessageTable : IDisposable
{
    public const string AllByDate = "SELECT date, key, head, rest FROM message INDEXED BY message_date WHERE date>=0 ORDER BY date, key";

    /// <summary>The date of a row without a record: before all records, so that reading them by date meets none of these.</summary>
    public const long DroppedDate = long.MinValue, RemovedDate = long.MinValue + 1;

    /// <summary>The reading of what was handed in by somebody, or by a machine: older than any scan's.</summary>
    private const long Handed = 0;

    private readonly Database _database;
    private readonly RecordSealing _sealing;
    private readonly Statement _find, _insert, _replace;
    private readonly BlobWriter _head = new(), _rest = new();
    private long _count = -1;

    public MessageTable(Database database, RecordSealing sealing)
    {
        (_database, _sealing) = (database, sealing);
        _find = database.Prepare("SELECT id, reading, head, rest FROM message WHERE key=?");
        _insert = database.Prepare("INSERT INTO message(key, date, reading, head, rest, kept) VALUES(?,?,?,?,?,?)");
        _replace = database.Prepare("UPDATE message SET key=?, date=?, reading=?, head=?, rest=? WHERE id=?");
    }

    /// <summary>Records. Counted once, then kept up: SQLite would read a whole index each time.</summary>
    public long Count => _count >= 0 ? _count : _count = _database.Ask("SELECT count(*) FROM message WHERE date>=0");

    /// <summary>To be called when records were deleted.</summary>
    public void CountAgain() => _count = -1;

    /// <summary>Keeps the message where it is new or was kept by an older reading. What was deleted is not kept again.</summary>
    /// <param name="message">What to keep.</param>
    /// <param name="reading">By which reading.</param>
    /// <param name="day">Today, in days since 1970.</param>
    /// <param name="state">What there was before; null where the message is new.</param>
    /// <param name="again">Replace what the same reading kept, too.</param>
    public long Put(KeptMessage message, long reading, long day, out RecordState? state, bool again = false)
    {
        var row = Locate(message.Id, out var keptBy, out state, out _);
        var added = row < 0;
        if (state is RecordState.Dropped or RecordState.Removed or RecordState.Parted || (!added && keptBy == reading && !again)) return row;
        MessageEncoding.WriteHead(_head, message);
        MessageEncoding.WriteRest(_rest, message);
        _sealing.Seal(_head.Written, _rest.Written);
        var statement = added ? _insert.Bind(6, day) : _replace.Bind(6, row);
        statement.Bind(1, Key(message.Id)).Bind(2, Order(message.Date)).Bind(3, reading)
            .Bind(4, _sealing.Head).Bind(5, _sealing.Rest).Run();
        if (!added) return row;
        if (_count >= 0) _count++;
        return _database.LastId;
    }

    /// <summary>Keeps a message that stands in no file: a later reading of the same bytes out of a file takes its place, never the other way round.</summary>
    public void Keep(KeptMessage message, long day, out bool added)
    {
        added = false;
        if (Locate(message.Id, out var keptBy, out _, out _) >= 0 && keptBy != Handed) return;
        _ = Put(message, Handed, day, out var state, again: true);
        added = state is null;
    }

    public KeptMessage? Find(Sha256 id)
    {
        _ = Locate(id, out _, out _, out var message, wanted: true);
        return message;
    }

    /// <summary>What is there of a message; null where it was never kept.</summary>
    public RecordState? StateOf(Sha256 id, out long row)
    {
        row = Locate(id, out _, out var state, out _);
        return state;
    }

    /// <summary>Puts in the place of a record one from which somebody was taken out; later readings do not replace it.</summary>
    public void Part(KeptMessage message)
    {
        var row = Locate(message.Id, out var reading, out _, out _);
        if (row < 0) return;
        MessageEncoding.WriteHead(_head, message);
        MessageEncoding.WriteRest(_rest, message);
        _sealing.Seal(_head.Written, _rest.Written, parted: true);
        _replace.Bind(6, row).Bind(1, Key(message.Id)).Bind(2, Order(message.Date)).Bind(3, reading).Bind(4, _sealing.Head).Bind(5, _sealing.Rest).Run();
    }

    public void Dispose()
    {
        _find.Dispose();
        _insert.Dispose();
        _replace.Dispose();
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

    /// <summary>The row of a message, or -1. Other messages may share the 64 bits: that many an attacker can make collide.</summary>
    private long Locate(Sha256 id, out long reading, out RecordState? state, out KeptMessage? message, bool wanted = false)
    {
        (reading, state, message) = (0, null, null);
        Span<byte> bytes = stackalloc byte[Sha256.Length];
        id.CopyTo(bytes);
        _find.Bind(1, Key(id));
        while (_find.Step())
        {
            var head = _find.Blob(2);
            if (!RecordSealing.IsOf(head, bytes)) continue;
            try
            {
                var row = _find.Number(0);
                reading = _find.Number(1);
                state = RecordSealing.StateOf(head);
                if (wanted && RecordSealing.HasRecord(state.Value)) message = Decode(_find, 2, _sealing);
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
