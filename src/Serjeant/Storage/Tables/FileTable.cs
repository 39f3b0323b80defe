using Serjeant.Campaigns;
using Serjeant.Sources;
using Serjeant.Storage.Records;

namespace Serjeant.Storage.Tables;

/// <summary>Files, how far they were read, and what stands where in them. A scan is the list of files it visited: recalling a file is one row.</summary>
internal sealed class FileTable : IDisposable
{
    // CROSS JOIN keeps SQLite to this order of tables, which is the order wanted: nothing is sorted.
    public const string ScanInOrder =
        """
        SELECT file.path, sighting.ordinal, sighting.offset, message.head, message.rest FROM visit
        CROSS JOIN file ON file.id=visit.file CROSS JOIN sighting ON sighting.file=visit.file
        CROSS JOIN message ON message.id=sighting.message WHERE message.date>=0 ORDER BY visit.turn, sighting.ordinal
        """;

    public const string UnreadableInOrder =
        """
        SELECT file.path, unreadable.ordinal, unreadable.offset, unreadable.reason FROM visit
        CROSS JOIN file ON file.id=visit.file CROSS JOIN unreadable ON unreadable.file=visit.file
        ORDER BY visit.turn, unreadable.ordinal, unreadable.offset
        """;

    /// <summary>Files that are read at the same time are few; this only saves asking the database for each message.</summary>
    private const int RememberedFiles = 256;

    private readonly Database _database;
    private readonly Statement _find, _insert, _visit, _reset, _progress, _forgetSightings, _forgetUnreadable, _sighting, _unreadable;
    private readonly Dictionary<string, long> _visited = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private long _reading;

    public FileTable(Database database)
    {
        _database = database;
        _find = database.Prepare("SELECT id, reading, length, modified, messages, offset, complete FROM file WHERE path=?");
        _insert = database.Prepare("INSERT INTO file(path, reading, length, modified, messages, offset, complete) VALUES(?,?,-1,0,0,0,0) ON CONFLICT DO NOTHING");
        _visit = database.Prepare("INSERT INTO visit(file) VALUES(?) ON CONFLICT DO NOTHING");
        _reset = database.Prepare("UPDATE file SET reading=?, length=-1, modified=0, messages=0, offset=0, complete=0 WHERE id=?");
        _progress = database.Prepare("UPDATE file SET length=?, modified=?, messages=?, offset=?, complete=? WHERE id=?");
        _forgetSightings = database.Prepare("DELETE FROM sighting WHERE file=?");
        _forgetUnreadable = database.Prepare("DELETE FROM unreadable WHERE file=?");
        _sighting = database.Prepare("INSERT OR REPLACE INTO sighting(file, ordinal, offset, message) VALUES(?,?,?,?)");
        _unreadable = database.Prepare("INSERT OR REPLACE INTO unreadable(file, ordinal, offset, reason) VALUES(?,?,?,?)");
    }

    /// <summary>Begins the list of files anew.</summary>
    /// <param name="reading">What was read under another number counts as unread.</param>
    public void Begin(long reading)
    {
        _database.Execute("DELETE FROM visit");
        _visited.Clear();
        _known.Clear();
        _reading = reading;
    }

    public SourceProgress? Find(SourceFile file)
    {
        // What comes by standard input is never the same again.
        if (file.Path == SourceFile.StandardInput || !_find.Bind(1, file.Path).Step()) return null;
        var same = _find.Number(1) == _reading && _find.Number(2) == file.Length && _find.Number(3) == file.Modified.UtcTicks;
        var progress = same ? new SourceProgress(file, (int)_find.Number(4), _find.Number(5), _find.Number(6) != 0) : null;
        _find.Reset();
        if (same && !_visited.ContainsKey(file.Path)) _known.Add(file.Path);
        return progress;
    }

    public void Save(SourceProgress progress) =>
        _progress.Bind(6, Visit(progress.File.Path)).Bind(1, progress.File.Length).Bind(2, progress.File.Modified.UtcTicks)
            .Bind(3, progress.Messages).Bind(4, progress.Offset).Bind(5, progress.Complete ? 1 : 0).Run();

    /// <exception cref="InvalidOperationException">The file was not read whole, or has changed.</exception>
    public void Recall(SourceFile file)
    {
        if (Find(file) is not { Complete: true }) throw new InvalidOperationException("Only a file that was read whole and has not changed can be recalled.");
        Visit(file.Path);
    }

    public void Note(MessagePlace place, long message) =>
        _sighting.Bind(1, Visit(place.Source)).Bind(2, place.Ordinal).Bind(3, place.Offset).Bind(4, message).Run();

    public void Note(Unreadable unreadable) =>
        _unreadable.Bind(1, Visit(unreadable.Place.Source)).Bind(2, unreadable.Place.Ordinal).Bind(3, unreadable.Place.Offset)
            .Bind(4, unreadable.Reason).Run();

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<Statement>)[_find, _insert, _visit, _reset, _progress, _forgetSightings, _forgetUnreadable, _sighting, _unreadable])
            statement.Dispose();
    }

    public static IEnumerable<(MessagePlace Place, KeptMessage Message)> ReadScan(Database database, RecordSealing sealing)
    {
        using var statement = database.Prepare(ScanInOrder);
        while (statement.Step()) yield return (Place(statement), MessageTable.Decode(statement, 3, sealing));
    }

    /// <summary>Places of the scan whose record was deleted.</summary>
    public static long CountDropped(Database database) =>
        database.Ask("SELECT 1 FROM message WHERE date<0 LIMIT 1") == 0 ? 0 : database.Ask(
            """
            SELECT count(*) FROM visit CROSS JOIN sighting ON sighting.file=visit.file
            CROSS JOIN message ON message.id=sighting.message WHERE message.date<0
            """);

    public static IEnumerable<Unreadable> ReadUnreadable(Database database)
    {
        using var statement = database.Prepare(UnreadableInOrder);
        while (statement.Step()) yield return new(Place(statement), statement.Text(3));
    }

    /// <summary>Where a message was seen.</summary>
    public static List<MessagePlace> FindPlaces(Database database, long message)
    {
        var places = new List<MessagePlace>();
        using var statement = database.Prepare("SELECT file.path, sighting.ordinal, sighting.offset FROM sighting JOIN file ON file.id=sighting.file WHERE sighting.message=?");
        statement.Bind(1, message);
        while (statement.Step()) places.Add(Place(statement));
        return places;
    }

    private static MessagePlace Place(Statement statement) => new(statement.Text(0), (int)statement.Number(1), statement.Number(2));

    /// <summary>The row of a file that belongs to the current scan from now on.</summary>
    private long Visit(string path)
    {
        if (_visited.TryGetValue(path, out var file)) return file;
        _insert.Bind(1, path).Bind(2, _reading).Run();
        var added = _database.Changes == 1;
        file = added ? _database.LastId : Row(path);
        _visit.Bind(1, file).Run();
        var first = _database.Changes == 1;
        if (!_known.Remove(path) && first && !added) Forget(file);
        if (_visited.Count == RememberedFiles) _visited.Clear();
        _visited[path] = file;
        return file;
    }

    private long Row(string path)
    {
        _find.Bind(1, path).Step();
        var row = _find.Number(0);
        _find.Reset();
        return row;
    }

    private void Forget(long file)
    {
        _forgetSightings.Bind(1, file).Run();
        _forgetUnreadable.Bind(1, file).Run();
        _reset.Bind(1, _reading).Bind(2, file).Run();
    }
}
