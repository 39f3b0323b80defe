namespace Serjeant.Storage.Tables;

/// <summary>Words that many entries share, each written once.</summary>
internal sealed class NameTable(Database database) : IDisposable
{
    /// <summary>Registrable domains of senders, and identifiers of people on the roster. Numbers are stored.</summary>
    public const int Domain = 0, Target = 1;

    /// <summary>Either direction; both are forgotten together when there are more.</summary>
    private const int Remembered = 1 << 16;

    private readonly Statement _find = database.Prepare("SELECT id FROM name WHERE kind=? AND value=?");
    private readonly Statement _insert = database.Prepare("INSERT INTO name(kind, value) VALUES(?,?)");
    private readonly Statement _read = database.Prepare("SELECT value FROM name WHERE id=?");
    private readonly Dictionary<(int Kind, string Value), long> _ids = [];
    private readonly Dictionary<long, string> _values = [];

    /// <summary>0 for the empty name.</summary>
    public long IdOf(int kind, string value)
    {
        if (value.Length == 0) return 0;
        if (_ids.TryGetValue((kind, value), out var id)) return id;
        if (Find(kind, value) is { } found)
        {
            id = found;
        }
        else
        {
            _insert.Bind(1, kind).Bind(2, value).Run();
            id = database.LastId;
        }
        if (_ids.Count >= Remembered) _ids.Clear();
        return _ids[(kind, value)] = id;
    }

    /// <summary>Null where the name was never written.</summary>
    public long? Find(int kind, string value)
    {
        if (!_find.Bind(1, kind).Bind(2, value).Step()) return null;
        var id = _find.Number(0);
        _find.Reset();
        return id;
    }

    public string Of(long id)
    {
        if (id == 0) return "";
        if (_values.TryGetValue(id, out var value)) return value;
        if (!_read.Bind(1, id).Step()) return "";
        value = _read.Text(0);
        _read.Reset();
        if (_values.Count >= Remembered) _values.Clear();
        return _values[id] = value;
    }

    /// <summary>Nothing speaks of the name any more.</summary>
    public void Forget(int kind, string value)
    {
        if (Find(kind, value) is { } id) Remove(id);
    }

    public void Remove(long id)
    {
        using var statement = database.Prepare("DELETE FROM name WHERE id=?");
        statement.Bind(1, id).Run();
        _ids.Clear();
        _values.Clear();
    }

    public void Dispose()
    {
        _find.Dispose();
        _insert.Dispose();
        _read.Dispose();
    }
}
