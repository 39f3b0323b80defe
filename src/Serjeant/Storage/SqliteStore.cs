using Serjeant.Campaigns;
using Serjeant.Sources;
using Serjeant.Storage.Index;
using Serjeant.Storage.Keys;
using Serjeant.Storage.Records;
using Serjeant.Storage.Tables;
using Serjeant.Values;

namespace Serjeant.Storage;

/// <summary>
/// Keeps everything in one folder, which one process holds at a time: an SQLite database, and the index's runs. Safe to call from several threads: writing
/// is one at a time, reading goes on beside it and sees what was committed when it began. <see cref="Find(Sha256)"/>,
/// <see cref="CountMessages"/> and <see cref="Find(SourceFile)"/> also see what is not committed yet.
/// </summary>
/// <remarks>Every method may throw a <see cref="SerjeantException"/> when the disk is full, fails, or holds damaged data.</remarks>
public sealed partial class SqliteStore : IFlowStore
{
    private readonly Lock _gate = new();
    private readonly DataFolder _folder;
    private readonly Database _database;
    private MessageTable _messages;
    private readonly FileTable _files;
    private readonly TimeProvider _time;
    private readonly string _place;
    private RecordSealing _sealing;
    private HouseKeys _keys;
    private long _reading;
    private bool _writing;
    private bool _scanning, _disposed;

    private SqliteStore(string place, DataFolder folder, Database database, PostingIndex postings, HouseKeys keys, RecordSealing sealing, TimeProvider time)
    {
        (_place, _folder, _database, _postings, _keys, _sealing, _time) = (place, folder, database, postings, keys, sealing, time);
        _gone = new(database);
        _messages = new(database, sealing, _gone);
        _files = new(database, postings);
        _entries = new(database, postings);
        _names = new(database);
        _listed = new(database);
        _removed = new(database);
        if (!_entries.IsAdopted) Adopt();
    }

    public KeyRing Keys => _keys.Ring;

    /// <summary>Opens a data folder, or makes it; older formats are brought to the present one.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="time">What time it is.</param>
    /// <param name="keyFile">Where the house's secrets lie; null for where they were moved to, else for the data folder itself.</param>
    /// <exception cref="SerjeantException">
    /// The folder cannot be written, is held by another process (a retry helps), holds something else, or was written by a newer version; or the
    /// key file lacks a key that something in the folder is sealed under.
    /// </exception>
    public static SqliteStore Open(string folder, TimeProvider time, string? keyFile = null) => Open(folder, time, IndexLimits.Default, keyFile);

    internal static SqliteStore Open(string folder, TimeProvider time, IndexLimits limits, string? keyFile = null)
    {
        ArgumentNullException.ThrowIfNull(time);
        var held = DataFolder.Hold(folder);
        Database? database = null;
        PostingIndex? postings = null;
        RecordSealing? sealing = null;
        try
        {
            database = Database.OpenToWrite(held.DatabasePath);
            var keys = HouseKeys.Find(database, folder, keyFile, time.GetUtcNow());
            sealing = new(keys.Ring);
            Resealing.SealOld(database, sealing, DayOf(time));
            postings = new(database, held.IndexPath, limits);
            var store = new SqliteStore(folder, held, database, postings, keys, sealing, time);
            store.FinishRemoval();
            return store;
        }
        catch
        {
            sealing?.Dispose();
            postings?.Dispose();
            database?.Dispose();
            held.Dispose();
            throw;
        }
    }

    public long BeginScan(string fingerprint)
    {
        lock (_gate)
        {
            Write();
            using var last = _database.Prepare("SELECT number, reading, fingerprint FROM scan ORDER BY number DESC LIMIT 1");
            var any = last.Step();
            var number = any ? last.Number(0) + 1 : 1;
            // A new number even for a fingerprint that was used before the last: messages may have been replaced in between.
            _reading = !any ? 1 : _sealing.Texts.IsHash(last.Text(2), fingerprint) ? last.Number(1) : last.Number(1) + 1;
            last.Reset();
            using var scan = _database.Prepare("INSERT INTO scan(number, started, reading, fingerprint) VALUES(?,?,?,?)");
            scan.Bind(1, number).Bind(2, _time.GetUtcNow().UtcTicks).Bind(3, _reading).Bind(4, _sealing.Texts.Hash(fingerprint)).Run();
            _files.Begin(_reading);
            Commit();
            _scanning = true;
            return number;
        }
    }

    public bool Add(MessagePlace place, KeptMessage message)
    {
        lock (_gate)
        {
            WriteInScan();
            var removed = _removed.Find(message.Id);
            var number = removed ?? _entries.NumberOf(message.Id) ?? _entries.Add(message.Id);
            var standing = _files.Note(place, number);
            if (removed is null) _entries.Note(number, standing);
            var before = _messages.Put(number, message, _reading, DayOf(_time));
            NoteState(message.Id, before);
            return before is null;
        }
    }

    public void Add(Unreadable unreadable)
    {
        lock (_gate)
        {
            WriteInScan();
            _files.Note(unreadable);
        }
    }

    public void Save(SourceProgress progress)
    {
        lock (_gate)
        {
            WriteInScan();
            _files.Save(progress);
        }
    }

    public void Recall(SourceFile file)
    {
        lock (_gate)
        {
            WriteInScan();
            _files.Recall(file);
        }
    }

    public SourceProgress? Find(SourceFile file)
    {
        lock (_gate) return _scanning ? _files.Find(file) : throw NoScan();
    }

    public Task CommitAsync(CancellationToken cancellation)
    {
        // Once asked for, a commit is finished: half of one would lose what a caller who is stopping wants kept.
        lock (_gate) Commit();
        return Task.CompletedTask;
    }

    public long CountMessages()
    {
        lock (_gate) return _messages.Count;
    }

    public KeptMessage? Find(Sha256 message)
    {
        lock (_gate) return _entries.NumberOf(message) is { } number ? _messages.Find(number) : null;
    }

    public IEnumerable<KeptMessage> ReadAll() => Read(MessageTable.ReadAll);

    public IEnumerable<(MessagePlace Place, KeptMessage Message)> ReadScan() => Read(ScanReader.Read);

    public long CountDropped() => Read((database, _) => (IEnumerable<long>)[ScanReader.CountDropped(database)]).First();

    public IEnumerable<Unreadable> ReadUnreadable() => Read((database, _) => ScanReader.ReadUnreadable(database));

    public IReadOnlyDictionary<Sha256, string> ReadMembership()
    {
        lock (_gate) return CampaignTable.ReadMembership(_database);
    }

    public IReadOnlyList<(string Old, string Into, DateTimeOffset At)> ReadMerges()
    {
        lock (_gate) return CampaignTable.ReadMerges(_database);
    }

    /// <summary>Durable when it returns, together with everything added before.</summary>
    public void Save(IEnumerable<(string Campaign, Sha256 Message)> membership, IEnumerable<(string Old, string Into)> merges, DateTimeOffset at)
    {
        lock (_gate)
        {
            Write();
            _database.Execute("SAVEPOINT campaigns");
            try
            {
                CampaignTable.Save(_database, membership, [.. merges], at);
            }
            catch
            {
                if (_database.InTransaction) _database.Execute("ROLLBACK TO campaigns; RELEASE campaigns");
                throw;
            }
            _database.Execute("RELEASE campaigns");
            Commit();
        }
    }

    /// <summary>What was not committed is undone.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_disposed) return;
            _disposed = true;
            KeepMerge();
            _postings.Dispose();
            _messages.Dispose();
            _files.Dispose();
            _entries.Dispose();
            _names.Dispose();
            _listed.Dispose();
            _removed.Dispose();
            _gone.Dispose();
            DisposeHunts();
            _sealing.Dispose();
            _database.Dispose();
            _folder.Dispose();
        }
    }

    private IEnumerable<T> Read<T>(Func<Database, RecordSealing, IEnumerable<T>> rows)
    {
        using var database = Database.OpenToRead(_folder.DatabasePath);
        using var sealing = new RecordSealing(Keys);
        foreach (var row in rows(database, sealing)) yield return row;
    }

    private void WriteInScan()
    {
        if (!_scanning) throw NoScan();
        Write();
    }

    private void Write()
    {
        if (_writing)
        {
            // Going on would save progress without the messages it stands for.
            if (!_database.InTransaction) throw new SerjeantException("The data folder's database undid what was not yet kept. Run the scan again: it goes on where it stopped.", true);
            return;
        }
        _database.Execute("BEGIN IMMEDIATE");
        _writing = true;
    }

    private void Commit()
    {
        if (!_writing) return;
        Write();
        _files.Flush();
        _entries.Flush();
        _postings.Prepare();
        _database.Execute("COMMIT");
        _writing = false;
        _postings.Publish();
    }

    private static InvalidOperationException NoScan() => new("Begin a scan first.");
}
