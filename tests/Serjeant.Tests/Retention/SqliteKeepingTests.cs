using Serjeant.Retention;
using Serjeant.Storage;
using Serjeant.Tests.Storage;
using Xunit;

namespace Serjeant.Tests.Retention;

public sealed class SqliteKeepingTests : KeepingContract
{
    private readonly TemporaryFolder _folder = new();

    public SqliteKeepingTests() => Store = SqliteStore.Open(_folder.Path, Clock);

    protected override void Reopen()
    {
        Store.Dispose();
        Store = SqliteStore.Open(_folder.Path, Clock);
    }

    [Fact]
    public void A_deletion_without_its_proof_is_undone()
    {
        Fill(1, 2);
        var plan = new ErasurePlan(new("p1", []), [Id(1)], [], [], [], []);
        Assert.Throws<TimeoutException>(() => Store.Forget(plan, _ => throw new TimeoutException()));
        Commit();
        Assert.Equal([1, 2], Kept());
        Assert.NotNull(Store.NumberOf(Id(1)));
        Assert.Empty(Store.ReadProofs());
    }

    [Fact]
    public void What_a_crash_left_in_the_index_is_taken_out_at_the_next_opening()
    {
        Fill(1);
        Store.Dispose();
        using (var database = Database.OpenToWrite(_folder.File("serjeant.db"))) database.Execute("INSERT INTO doomed VALUES(1, 1, 0)");
        Store = SqliteStore.Open(_folder.Path, Clock);
        using var read = Database.OpenToRead(_folder.File("serjeant.db"));
        Assert.Equal(0, read.Ask("SELECT count(*) FROM doomed"));
        Assert.Null(Store.FindEntry(1));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _folder.Dispose();
    }
}
