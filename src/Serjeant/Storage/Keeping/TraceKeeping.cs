using Serjeant.Retention;
using Serjeant.Storage.Tables;
using Serjeant.Values;

namespace Serjeant.Storage.Keeping;

/// <summary>Forgets what logs told: of a person, and of times that are over.</summary>
internal sealed class TraceKeeping(Database database) : IForgetful
{
    public string Topic => "traces";

    public long Expire(DateTimeOffset before, bool dryRun) => dryRun ? TraceTables.CountBefore(database, before) : TraceTables.RemoveBefore(database, before);

    public void Lapse(IReadOnlyList<Sha256> messages)
    {
        // Traces are of hosts and people, never of one message.
    }

    public long Forget(PersonSelection person, IReadOnlyList<Sha256> unmasked) => person.Id.Length == 0 ? 0 : TraceTables.Forget(database, person.Id);
}
