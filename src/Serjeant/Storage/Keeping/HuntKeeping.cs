using Serjeant.Retention;
using Serjeant.Values;

namespace Serjeant.Storage.Keeping;

/// <summary>Forgets which watched selectors a deleted message had, and hunts and ended watches when their time is over.</summary>
internal sealed class HuntKeeping(Database database) : IForgetful
{
    private const string OldHunts = "FROM hunt WHERE at<?", OldWatches = "FROM watch WHERE ended>0 AND ended<?";

    public string Topic => "hunts";

    public long Expire(DateTimeOffset before, bool dryRun)
    {
        long count = 0;
        foreach (var old in (string[])[OldHunts, OldWatches])
        {
            using var statement = database.Prepare((dryRun ? "SELECT count(*) " : "DELETE ") + old);
            statement.Bind(1, before.UtcTicks);
            if (dryRun && statement.Step()) count += statement.Number(0);
            statement.Run();
            if (!dryRun) count += database.Changes;
        }
        return count;
    }

    public void Lapse(IReadOnlyList<Sha256> messages)
    {
        using var delete = database.Prepare("DELETE FROM sighted WHERE message=?");
        foreach (var id in messages) delete.Bind(1, id.ToArray()).Run();
    }

    /// <summary>A hunt's record names nobody; what was seen of the person's messages goes with them.</summary>
    public long Forget(PersonSelection person, IReadOnlyList<Sha256> unmasked) => 0;
}
