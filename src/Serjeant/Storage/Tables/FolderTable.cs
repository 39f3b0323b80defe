namespace Serjeant.Storage.Tables;

/// <summary>The beginnings of paths, each once.</summary>
internal sealed class FolderTable(Database database) : IDisposable
{
    private const int Remembered = 4_096;

    private readonly Statement _find = database.Prepare("SELECT id FROM folder WHERE path=?");
    private readonly Statement _insert = database.Prepare("INSERT INTO folder(path) VALUES(?)");
    private readonly Statement _read = database.Prepare("SELECT path FROM folder WHERE id=?");
    private readonly Dictionary<string, long> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<long, string> _paths = [];

    /// <summary>Cuts a path behind its last separator.</summary>
    public (long Folder, string Name) Split(string path)
    {
        var cut = path.AsSpan().LastIndexOfAny('/', '\\') + 1;
        return (IdOf(path[..cut]), path[cut..]);
    }

    public string Of(long id)
    {
        if (_paths.TryGetValue(id, out var path)) return path;
        if (!_read.Bind(1, id).Step()) return "";
        path = _read.Text(0);
        _read.Reset();
        if (_paths.Count >= Remembered) _paths.Clear();
        return _paths[id] = path;
    }

    public void Dispose()
    {
        _find.Dispose();
        _insert.Dispose();
        _read.Dispose();
    }

    private long IdOf(string path)
    {
        if (_ids.TryGetValue(path, out var id)) return id;
        if (_find.Bind(1, path).Step())
        {
            id = _find.Number(0);
            _find.Reset();
        }
        else
        {
            _insert.Bind(1, path).Run();
            id = database.LastId;
        }
        if (_ids.Count >= Remembered) _ids.Clear();
        return _ids[path] = id;
    }
}
