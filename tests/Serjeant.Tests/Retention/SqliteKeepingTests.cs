using Serjeant.Storage;
using Serjeant.Tests.Storage;

namespace Serjeant.Tests.Retention;

public sealed class SqliteKeepingTests : KeepingContract
{
    private readonly TemporaryFolder _folder = new();

    public SqliteKeepingTests() => Store = SqliteStore.Open(_folder.Path, Clock);

    /// <summary>The index of this branch is in memory and does not come back; what it holds is carried over.</summary>
    protected override void Reopen()
    {
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _folder.Dispose();
    }
}
