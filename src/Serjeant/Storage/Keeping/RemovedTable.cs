using Serjeant.Values;

namespace Serjeant.Storage.Keeping;

/// <summary>Messages of which all was deleted, by half of their identity: enough to tell that one must not be taken in again, under its old number.</summary>
internal sealed class RemovedTable(Database database) : IDisposable
{
    public const string Schema = "CREATE TABLE removed(id BLOB PRIMARY KEY, number INTEGER NOT NULL) STRICT, WITHOUT ROWID;";

    private readonly Statement _find = database.Prepare("SELECT number FROM removed WHERE id=?");
    private readonly Statement _add = database.Prepare("INSERT INTO removed(id, number) VALUES(?,?) ON CONFLICT DO NOTHING");
    private bool _any = database.Ask("SELECT 1 FROM removed LIMIT 1") == 1;

    public uint? Find(Sha256 id)
    {
        if (!_any) return null;
        Span<byte> bytes = stackalloc byte[Sha256.Length];
        id.CopyTo(bytes);
        if (!_find.Bind(1, bytes[..(Sha256.Length / 2)]).Step()) return null;
        var number = (uint)_find.Number(0);
        _find.Reset();
        return number;
    }

    public void Add(Sha256 id, uint number)
    {
        Span<byte> bytes = stackalloc byte[Sha256.Length];
        id.CopyTo(bytes);
        _add.Bind(1, bytes[..(Sha256.Length / 2)]).Bind(2, number).Run();
        _any = true;
    }

    public void Dispose()
    {
        _find.Dispose();
        _add.Dispose();
    }
}
