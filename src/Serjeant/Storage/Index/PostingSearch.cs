using Serjeant.Hunts;

namespace Serjeant.Storage.Index;

/// <summary>
/// Finds the postings of many keys in all runs. A run is gone through once, forwards, with all keys; keys are cut into slices that are looked
/// up at the same time, so that a disk has many requests to choose from.
/// </summary>
internal sealed class PostingSearch(RunsHeld held)
{
    /// <summary>Keys looked up in one go. Little ones first: whoever asks for few has his answer soon.</summary>
    private const int Slice = 64, LargeSlice = 1_024, SlicesAtOnce = 16;

    private readonly int _parallel = Math.Max(8, Environment.ProcessorCount * 2);

    public IEnumerable<Posting> Find(IReadOnlyList<SelectorKey> keys, CancellationToken cancellation)
    {
        if (held.Runs.Length == 0) yield break;
        var slice = keys.Count > Slice * SlicesAtOnce ? LargeSlice : Slice;
        for (var next = 0; next < keys.Count;)
        {
            var count = Math.Min(keys.Count - next, slice * SlicesAtOnce);
            var probes = Look(keys, next, count, slice, cancellation);
            for (var s = 0; s < probes.Length; s++)
            {
                cancellation.ThrowIfCancellationRequested();
                var done = probes[s].Min(probe => probe.Done);
                for (var key = next; key < done; key++)
                    if (Array.Exists(probes[s], probe => probe.Has(key)))
                        foreach (var posting in Combine(keys[key], key, probes[s])) yield return posting;
                var ended = done == Math.Min(next + slice, keys.Count);
                next = done;
                if (!ended) break;
            }
        }
    }

    public long Count(SelectorKey key)
    {
        var stored = Mark.Key(key);
        var having = new List<(Run Run, long Count)>();
        foreach (var run in held.Runs)
        {
            using var reader = new RunReader(run);
            if (reader.Seek(stored) && reader.CountOf(stored) is > 0 and var count) having.Add((run, count));
        }
        having.Sort((a, b) => a.Run.Footer.Shape.Lowest.CompareTo(b.Run.Footer.Shape.Lowest));
        // Runs of the same messages, read twice, may both speak of one.
        for (var i = 1; i < having.Count; i++)
            if (having[i].Run.Footer.Shape.Lowest <= having[i - 1].Run.Footer.Highest) return Find([key], CancellationToken.None).LongCount();
        return having.Sum(h => h.Count);
    }

    private KeyProbe[][] Look(IReadOnlyList<SelectorKey> keys, int first, int count, int slice, CancellationToken cancellation)
    {
        var runs = held.Runs;
        var probes = new KeyProbe[(count + slice - 1) / slice][];
        for (var s = 0; s < probes.Length; s++)
        {
            var from = first + (s * slice);
            probes[s] = [.. runs.Select(run => new KeyProbe(run, keys, from, Math.Min(from + slice, first + count)))];
        }
        // The largest last: they are what takes long, and a few threads share the rest.
        var work = probes.SelectMany(slice => slice).OrderByDescending(probe => probe.Run.Info.Postings).ToArray();
        if (count <= 2 && runs.Length <= 4)
        {
            foreach (var probe in work) probe.Look();
            return probes;
        }
        try
        {
            Parallel.ForEach(work, new ParallelOptions { MaxDegreeOfParallelism = _parallel, CancellationToken = cancellation }, probe => probe.Look());
        }
        catch (AggregateException several) when (several.InnerExceptions.OfType<SerjeantException>().FirstOrDefault() is { } failure)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        }
        return probes;
    }

    /// <summary>What the runs have of one key, by number, roles of the same message together.</summary>
    private static IEnumerable<Posting> Combine(SelectorKey key, int index, KeyProbe[] having)
    {
        var sources = new List<IEnumerator<(uint Number, byte Mark)>>();
        foreach (var probe in having)
            if (probe.Has(index) && probe.Take(index).GetEnumerator() is var source && source.MoveNext()) sources.Add(source);
        while (sources.Count > 0)
        {
            var number = sources.Min(source => source.Current.Number);
            var roles = SelectorRole.None;
            var any = false;
            for (var i = sources.Count - 1; i >= 0; i--)
                while (i < sources.Count && sources[i].Current.Number == number)
                {
                    if (!Mark.IsSpecial(sources[i].Current.Mark)) (roles, any) = (roles | (SelectorRole)sources[i].Current.Mark, true);
                    if (!sources[i].MoveNext()) sources.RemoveAt(i);
                }
            if (any) yield return new(key, number, roles);
        }
    }
}
