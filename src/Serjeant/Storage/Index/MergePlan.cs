namespace Serjeant.Storage.Index;

/// <summary>Which runs to make one of: several of about the same size, so that a posting is written again only a few times in its life.</summary>
internal static class MergePlan
{
    /// <summary>Runs of one size before they are merged. Fewer are faster to search, more are faster to write.</summary>
    public const int FanIn = 8;

    private const long Least = 1 << 16;

    /// <param name="busy">Is being merged already.</param>
    /// <returns>The smallest size that has enough; empty where there is none.</returns>
    public static IReadOnlyList<Run> Next(IReadOnlyList<Run> runs, IReadOnlyCollection<Run> busy)
    {
        foreach (var size in runs.Except(busy).GroupBy(run => Tier(run.Info.Postings)).OrderBy(group => group.Key))
            if (size.Count() >= FanIn) return [.. size];
        return [];
    }

    /// <summary>Tier n has up to 2^16 times 8^n postings.</summary>
    private static int Tier(long postings)
    {
        var tier = 0;
        for (var most = Least; most < postings; most *= FanIn) tier++;
        return tier;
    }
}
