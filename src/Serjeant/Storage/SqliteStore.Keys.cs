using Serjeant.Retention;
using Serjeant.Storage.Keeping;
using Serjeant.Storage.Keys;
using Serjeant.Storage.Records;
using Serjeant.Storage.Tables;

namespace Serjeant.Storage;

public sealed partial class SqliteStore
{
    /// <summary>Where the house's secrets lie.</summary>
    public string KeyPlace => _keys.Path;

    /// <summary>The keys that this folder uses or used, with what is sealed under each.</summary>
    public IReadOnlyList<KnownKey> ReadKeys()
    {
        lock (_gate)
        {
            var counts = Resealing.Count(_database);
            return KeyTable.Read(_database).ConvertAll(key => key with { Records = counts.GetValueOrDefault(key.Id) });
        }
    }

    /// <summary>
    /// Makes a new key and brings all records under it. The old ones stay in the file: people's hashes in the index are under them until those entries
    /// are gone. Stopped in the middle, the folder opens as before, and the next rotation, or the next call, goes on.
    /// </summary>
    /// <exception cref="SerjeantException">The key file cannot be written.</exception>
    public void RotateKey()
    {
        lock (_gate)
        {
            Commit();
            KeyFile.Rotate(_keys.Path);
            _keys = HouseKeys.Find(_database, _place, _keys.Path, _time.GetUtcNow());
            _messages.Dispose();
            _sealing.Dispose();
            _sealing = new(_keys.Ring);
            _messages = new(_database, _sealing, _gone);
            Resealing.Renew(_database, _sealing);
        }
    }

    /// <summary>Moves the key file; this folder remembers where it is.</summary>
    /// <exception cref="SerjeantException">The new place is taken or cannot be written.</exception>
    public void MoveKey(string path)
    {
        lock (_gate)
        {
            Commit();
            path = Path.GetFullPath(path);
            // In this order a stop at any point leaves a file where it is looked for.
            var before = _keys.Path;
            KeyFile.Copy(before, path);
            KeyTable.NotePlace(_database, path);
            _keys = _keys with { Path = path };
            KeyFile.Erase(before);
        }
    }

    /// <summary>Destroys keys that were followed by another and that nothing needs any more: no record, and no entry older than the rotation.</summary>
    /// <returns>Which were destroyed.</returns>
    public IReadOnlyList<string> DestroyOldKeys(string by, Values.Sha256 policy)
    {
        lock (_gate)
        {
            Commit();
            var destroyed = new List<string>();
            foreach (var key in ReadKeys())
            {
                if (key.Retired is null || key.Destroyed is not null || key.Records > 0 || IsNeeded(key)) continue;
                Whole(() =>
                {
                    KeyTable.NoteDestroyed(_database, key.Id, _time.GetUtcNow());
                    KeepingTables.Add(_database, Proof.After(KeepingTables.ReadLastProof(_database), _time.GetUtcNow(), by, "destroy key", policy, [new("key", null, 1)]));
                });
                destroyed.Add(key.Id);
            }
            // Only when it is safe on the disk that nothing asks for them: a folder whose key is gone would not open.
            if (destroyed.Count > 0) Resealing.Scrub(_database);
            var gone = KeyTable.Read(_database).Where(k => k.Destroyed is not null).Select(k => k.Id).Where(id => Keys.Keys.Any(k => k.Id == id)).ToList();
            foreach (var id in gone) KeyFile.Destroy(_keys.Path, id);
            if (gone.Count > 0) _keys = HouseKeys.Find(_database, _place, _keys.Path, _time.GetUtcNow());
            return destroyed;
        }
    }

    private bool IsNeeded(KnownKey key)
    {
        if (TraceTables.IsUnder(_database, key.Id) || HuntTables.IsUnder(_database, key.Id)) return true;
        return GoneTable.IsKnownUpTo(_database, key.Last) || _database.Ask(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"SELECT 1 FROM message WHERE id<={key.Last} LIMIT 1")) == 1;
    }
}
