using Serjeant.Storage;

namespace Serjeant.Tests.Storage;

public sealed class SqliteStoreTests : ProgressContract
{
    private readonly TemporaryFolder _folder = new();

    public SqliteStoreTests() => Store = SqliteStore.Open(_folder.Path, TimeProvider.System);

    protected override void Reopen()
    {
        Store.Dispose();
        Store = SqliteStore.Open(_folder.Path, TimeProvider.System);
    }

    protected override void Fresh()
    {
        Store.Dispose();
        Directory.Delete(_folder.Path, recursive: true);
        Store = SqliteStore.Open(_folder.Path, TimeProvider.System);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _folder.Dispose();
    }
}
