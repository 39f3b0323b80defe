using System.Text;
using Serjeant.Sources;
using Serjeant.Storage.Index;

namespace Serjeant.Storage.Tables;

/// <summary>
/// Files, how far they were read, and what stands where in them. A scan is the list of files it visited, as ranges of rows: recalling a whole
/// folder of unchanged files is one row. A file's first message stands in the file's own row, which is all there is of a file with one message.
/// </summary>
internal sealed class FileTable : IDisposable
{
    /// <summary>Rows are held back while a file is read, and written once.</summary>
    private const int MostHeld = 1_024;

    private readonly Database _database;
    private readonly PostingIndex _postings;
    private readonly FolderTable _folders;
    private readonly VisitTable _visits;
    private readonly Statement _read, _insert, _update, _forgetSightings, _forgetFirst, _forgetUnreadable, _sighting, _unreadable, _messageAt;
    private readonly Dictionary<string, FileRow> _held = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private string? _absent;
    private long _reading, _last;

    public FileTable(Database database, PostingIndex postings)
    {
        (_database, _postings) = (database, postings);
        _folders = new(database);
        _visits = new(database);
        _read = database.Prepare("SELECT folder, name, reading, length, modified, messages, offset, complete, first FROM file WHERE id=?");
        _insert = database.Prepare("INSERT INTO file(folder, name, reading, length, modified, messages, offset, complete, first, id) VALUES(?,?,?,?,?,?,?,?,?,?)");
        _update = database.Prepare("UPDATE file SET folder=?, name=?, reading=?, length=?, modified=?, messages=?, offset=?, complete=?, first=? WHERE id=?");
        _forgetSightings = database.Prepare("DELETE FROM sighting WHERE file=?");
        _forgetFirst = database.Prepare("DELETE FROM sighting WHERE file=? AND ordinal=0");
        _forgetUnreadable = database.Prepare("DELETE FROM unreadable WHERE file=?");
        _sighting = database.Prepare("INSERT OR REPLACE INTO sighting(file, ordinal, offset, message) VALUES(?,?,?,?)");
        _unreadable = database.Prepare("INSERT OR REPLACE INTO unreadable(file, ordinal, offset, reason) VALUES(?,?,?,?)");
        _messageAt = database.Prepare("SELECT offset, message FROM sighting WHERE file=? AND ordinal=?");
        _last = database.Ask("SELECT coalesce(max(id), 0) FROM file");
    }

    /// <summary>Begins the list of files anew.</summary>
    /// <param name="reading">What was read under another number counts as unread.</param>
    public void Begin(long reading)
    {
        Flush();
        _held.Clear();
        _known.Clear();
        _visits.Begin();
        _reading = reading;
    }

    public SourceProgress? Find(SourceFile file)
    {
        // What comes by standard input is never the same again.
        if (file.Path == SourceFile.StandardInput || Row(file.Path) is not { } row) return null;
        if (row.Reading != _reading || row.Length != file.Length || row.Modified != file.Modified.UtcTicks) return null;
        if (!row.IsVisited) _known.Add(file.Path);
        return new(file, row.Messages, row.Offset, row.IsComplete);
    }

    public void Save(SourceProgress progress)
    {
        var row = Visit(progress.File.Path);
        (row.Length, row.Modified) = (progress.File.Length, progress.File.Modified.UtcTicks);
        (row.Messages, row.Offset, row.IsComplete) = (progress.Messages, progress.Offset, progress.Complete);
        row.IsChanged = true;
    }

    /// <exception cref="InvalidOperationException">The file was not read whole, or has changed.</exception>
    public void Recall(SourceFile file)
    {
        if (Find(file) is not { Complete: true }) throw new InvalidOperationException("Only a file that was read whole and has not changed can be recalled.");
        Visit(file.Path);
    }

    /// <summary>Notes what stands there, and says where that is in the store's own terms.</summary>
    public StoredPlace Note(MessagePlace place, uint message)
    {
        var row = Visit(place.Source);
        if (place is { Ordinal: 0, Offset: 0 })
        {
            if (!row.IsNew && row.First == 0) _forgetFirst.Bind(1, row.Id).Run();
            (row.First, row.IsChanged) = (message, true);
            return new(row.Id, 0, 0);
        }
        if (place.Ordinal == 0 && row.First != 0) (row.First, row.IsChanged) = (0, true);
        _sighting.Bind(1, row.Id).Bind(2, place.Ordinal).Bind(3, place.Offset).Bind(4, message).Run();
        return new(row.Id, place.Ordinal, place.Offset);
    }

    public void Note(Unreadable unreadable) =>
        _unreadable.Bind(1, Visit(unreadable.Place.Source).Id).Bind(2, unreadable.Place.Ordinal).Bind(3, unreadable.Place.Offset)
            .Bind(4, unreadable.Reason).Run();

    /// <summary>Where a message still is, of the places where it was seen.</summary>
    public IEnumerable<MessagePlace> Standing(uint message, IEnumerable<StoredPlace> places)
    {
        Flush();
        foreach (var place in places)
        {
            if (Read(place.File) is not { } row) continue;
            if (place is { Ordinal: 0, Offset: 0 } && row.First == message) yield return new(row.Path, 0, 0);
            else if (MessageAt(place) == message) yield return new(row.Path, place.Ordinal, place.Offset);
        }
    }

    /// <summary>Gives paths that came from an older format the posting they are found by.</summary>
    public void Adopt()
    {
        using var ids = _database.Prepare("SELECT id FROM file ORDER BY id");
        while (ids.Step())
            if (Read(ids.Number(0)) is { } row) _postings.Add(new(Mark.Key(Encoding.UTF8.GetBytes(row.Path)), (uint)row.Id, Mark.File));
    }

    /// <summary>Writes what was held back.</summary>
    public void Flush()
    {
        foreach (var row in _held.Values.Where(row => row.IsChanged).OrderBy(row => row.Id))
        {
            row.Bind(row.IsNew ? _insert : _update).Run();
            (row.IsNew, row.IsChanged) = (false, false);
        }
        if (_held.Count >= MostHeld) _held.Clear();
        _visits.Flush();
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<Statement>)[_read, _insert, _update, _forgetSightings, _forgetFirst, _forgetUnreadable, _sighting, _unreadable, _messageAt])
            statement.Dispose();
        _folders.Dispose();
        _visits.Dispose();
    }

    private uint? MessageAt(StoredPlace place)
    {
        if (!_messageAt.Bind(1, place.File).Bind(2, place.Ordinal).Step()) return null;
        var (offset, message) = (_messageAt.Number(0), (uint)_messageAt.Number(1));
        _messageAt.Reset();
        return offset == place.Offset ? message : null;
    }

    /// <summary>The row of a file that belongs to the current scan from now on.</summary>
    private FileRow Visit(string path)
    {
        var row = Row(path) ?? Add(path);
        if (row.IsVisited) return row;
        _visits.Add(row.Id);
        row.IsVisited = true;
        if (!_known.Remove(path) && !row.IsNew) Forget(row);
        return row;
    }

    private FileRow Add(string path)
    {
        var bytes = Encoding.UTF8.GetBytes(path);
        var row = new FileRow { Id = ++_last, Path = path, Reading = _reading, Length = -1, IsNew = true, IsChanged = true };
        (row.Folder, row.Name) = _folders.Split(path);
        _postings.Add(new(Mark.Key(bytes), checked((uint)row.Id), Mark.File));
        _absent = null;
        return Hold(row);
    }

    private FileRow? Row(string path)
    {
        if (_held.TryGetValue(path, out var held)) return held;
        if (_absent == path) return null;
        var bytes = Encoding.UTF8.GetBytes(path);
        foreach (var id in _postings.FindSpecial(Mark.Key(bytes), Mark.File))
        {
            if (Read(id) is not { } row || !Encoding.UTF8.GetBytes(row.Path).AsSpan().SequenceEqual(bytes)) continue;
            row.Path = path;
            row.IsVisited = _visits.Has(row.Id);
            return Hold(row);
        }
        _absent = path;
        return null;
    }

    private FileRow Hold(FileRow row)
    {
        if (_held.Count >= MostHeld) Flush();
        return _held[row.Path] = row;
    }

    private FileRow? Read(long id)
    {
        if (!_read.Bind(1, id).Step()) return null;
        var row = FileRow.Read(_read, id);
        _read.Reset();
        row.Path = _folders.Of(row.Folder) + row.Name;
        return row;
    }

    private void Forget(FileRow row)
    {
        _forgetSightings.Bind(1, row.Id).Run();
        _forgetUnreadable.Bind(1, row.Id).Run();
        (row.Reading, row.Length, row.Modified, row.Messages, row.Offset, row.IsComplete, row.First) = (_reading, -1, 0, 0, 0, false, 0);
        row.IsChanged = true;
    }
}
