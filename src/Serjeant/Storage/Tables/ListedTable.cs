using System.IO.Hashing;
using System.Runtime.InteropServices;
using Serjeant.Hunts;
using Serjeant.Values;

namespace Serjeant.Storage.Tables;

/// <summary>
/// Selectors of infrastructure in clear, each once, so that patterns can be held against them. Hosts are written from their end, so that those
/// of one domain lie together.
/// </summary>
internal sealed class ListedTable : IDisposable
{
    /// <summary>A domain that names a host for every recipient would fill the list: so many tell what it does.</summary>
    public const int MostHosts = 1_000;

    /// <summary>Of each other kind. Shapes have the changing parts taken out, so that real mail has far fewer.</summary>
    private const int MostOthers = 1_000_000;

    private const int Remembered = 1 << 16;

    private readonly Database _database;
    private readonly Statement _find, _insert, _crowd, _setCrowd;
    private readonly ulong[] _recent = new ulong[Remembered];

    public ListedTable(Database database)
    {
        _database = database;
        _find = database.Prepare("SELECT 1 FROM listed WHERE kind=? AND value=?");
        _insert = database.Prepare("INSERT INTO listed(kind, value) VALUES(?,?)");
        _crowd = database.Prepare("SELECT listed, more FROM crowd WHERE kind=? AND domain=?");
        _setCrowd = database.Prepare("INSERT OR REPLACE INTO crowd(kind, domain, listed, more) VALUES(?,?,?,?)");
    }

    public void Add(Selector selector)
    {
        var hash = XxHash3.HashToUInt64(MemoryMarshal.AsBytes(selector.Value.AsSpan()), (long)selector.Kind);
        ref var recent = ref _recent[hash % Remembered];
        if (recent == hash) return;
        recent = hash;
        var value = selector.Kind == SelectorKind.Host ? Turn(selector.Value) : selector.Value;
        if (_find.Bind(1, (long)selector.Kind).Bind(2, value).Step())
        {
            _find.Reset();
            return;
        }
        var (domain, most) = selector.Kind == SelectorKind.Host ? (Registrable(selector.Value), MostHosts) : ("", MostOthers);
        var (listed, more) = (0L, 0L);
        if (_crowd.Bind(1, (long)selector.Kind).Bind(2, domain).Step())
        {
            (listed, more) = (_crowd.Number(0), _crowd.Number(1));
            _crowd.Reset();
        }
        if (listed < most)
        {
            _insert.Bind(1, (long)selector.Kind).Bind(2, value).Run();
            listed++;
        }
        else
        {
            more++;
        }
        _setCrowd.Bind(1, (long)selector.Kind).Bind(2, domain).Bind(3, listed).Bind(4, more).Run();
    }

    /// <summary>What was added and not committed is no longer there.</summary>
    public void Forget() => Array.Clear(_recent);

    public List<string> Read(SelectorKind kind, string within)
    {
        var found = new List<string>();
        var turned = kind == SelectorKind.Host && within.Length > 0 ? Turn(within) : "";
        using var statement = _database.Prepare(turned.Length == 0
            ? "SELECT value FROM listed WHERE kind=?"
            : "SELECT value FROM listed WHERE kind=?1 AND value=?2 UNION ALL SELECT value FROM listed WHERE kind=?1 AND value>?2||'.' AND value<?2||'/'");
        statement.Bind(1, (long)kind);
        if (turned.Length > 0) statement.Bind(2, turned);
        while (statement.Step()) found.Add(kind == SelectorKind.Host ? Turn(statement.Text(0)) : statement.Text(0));
        return found;
    }

    public void Dispose()
    {
        _find.Dispose();
        _insert.Dispose();
        _crowd.Dispose();
        _setCrowd.Dispose();
    }

    /// <summary>www.example.com as com.example.www, and back.</summary>
    private static string Turn(string host)
    {
        var labels = host.Split('.');
        Array.Reverse(labels);
        return string.Join('.', labels);
    }

    private static string Registrable(string host) => DomainName.TryParse(host, out var name) ? name.Registrable.Name : host;
}
