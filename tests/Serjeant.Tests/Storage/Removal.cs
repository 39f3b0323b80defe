using Serjeant.Campaigns;
using Serjeant.Hunts;
using Serjeant.Storage;

namespace Serjeant.Tests.Storage;

/// <summary>Retention's side of both stores.</summary>
internal static class Removal
{
    public static int RemoveRecords(IScanStore store, HashSet<uint> numbers) =>
        store is SqliteStore sqlite ? sqlite.RemoveRecords(numbers) : ((MemoryStore)store).RemoveRecords(numbers);

    public static void RemoveEntries(IScanStore store, HashSet<uint> numbers)
    {
        if (store is SqliteStore sqlite) sqlite.RemoveEntries(numbers);
        else ((MemoryStore)store).RemoveEntries(numbers);
    }

    public static void RemovePostings(IScanStore store, HashSet<(SelectorKey Key, uint Number)> postings)
    {
        if (store is SqliteStore sqlite) sqlite.RemovePostings(postings);
        else ((MemoryStore)store).RemovePostings(postings);
    }

    public static int RemoveTarget(IScanStore store, string person) =>
        store is SqliteStore sqlite ? sqlite.RemoveTarget(person) : ((MemoryStore)store).RemoveTarget(person);
}
