namespace Serjeant.Storage.Index;

/// <summary>Makes one run of several: in order, each posting once, in bounded memory.</summary>
internal static class RunMerge
{
    /// <param name="keep">Null for all.</param>
    /// <returns>Null where nothing was left.</returns>
    public static RunInfo? Write(IReadOnlyList<Run> runs, string folder, long number, Func<StoredPosting, bool>? keep, CancellationToken cancellation)
    {
        using var file = new RunFile(folder, number);
        var shape = RunShape.For(runs.Min(r => r.Footer.Shape.Lowest), runs.Max(r => r.Footer.Highest), runs.Sum(r => r.Footer.Lists));
        using var writer = new RunWriter(file, shape, runs.Sum(r => r.Footer.Specials));
        foreach (var posting in Read(runs, cancellation))
            if (keep is null || keep(posting)) writer.Add(posting);
        return writer.Finish();
    }

    /// <summary>All postings of the runs in order; one that is in several comes several times.</summary>
    private static IEnumerable<StoredPosting> Read(IReadOnlyList<Run> runs, CancellationToken cancellation)
    {
        var readers = runs.Select(run => new RunReader(run, RunReader.Much)).Where(reader => reader.Next()).ToArray();
        var heads = readers.Select(reader => reader.Current).ToArray();
        var left = readers.Length;
        for (var turn = 0; left > 0; turn++)
        {
            if (turn % 65_536 == 0) cancellation.ThrowIfCancellationRequested();
            var least = 0;
            for (var i = 1; i < left; i++)
                if (heads[i].CompareTo(heads[least]) < 0) least = i;
            yield return heads[least];
            if (readers[least].Next())
            {
                heads[least] = readers[least].Current;
                continue;
            }
            left--;
            readers[least].Dispose();
            (readers[least], heads[least]) = (readers[left], heads[left]);
        }
    }
}
