using Serjeant.Hunts;
using Serjeant.Storage.Runs;

namespace Serjeant.Storage.Index;

/// <summary>
/// Finds the postings of many keys in all runs. A run is gone through once, forwards, with all keys; keys are cut into slices that are looked
/// up at the same time, so that a disk has many requests to choose from.
/// </summary>
internal sealed class PostingSearch(RunsHeld held)
{
    /// <summary>Keys looked up in one go. Little ones first: whoever asks for few has his answer soon.</summary>
    private const int Few = 8, Slice = 64, LargeSlice = 1_024, SlicesAtOnce = 16;

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
        // For a few, handing work to other threads takes longer than doing it, and much longer on a busy machine.
        if (count <= Few)
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
        var sources = new List<PostingSource>();
        foreach (var probe in having)
            if (probe.Has(index) && probe.Take(index) is var source && source.Next()) sources.Add(source);
        while (sources.Count > 0)
        {
            var first = 0;
            for (var i = 1; i < sources.Count; i++)
                if (sources[i].Number < sources[first].Number) first = i;
            // Runs are mostly of different messages: then one goes to its end before the next begins.
            var bound = uint.MaxValue;
            for (var i = 0; i < sources.Count; i++)
                if (i != first) bound = Math.Min(bound, sources[i].Number);
            var source = sources[first];
            var more = true;
            while (more && source.Number < bound)
            {
                var (number, roles, any) = (source.Number, SelectorRole.None, false);
                more = Join(source, number, ref roles, ref any);
                if (any) yield return new(key, number, roles);
            }
            if (!more)
            {
                sources.RemoveAt(first);
                continue;
            }
            if (source.Number != bound) continue;
            {
                // Several runs have the message: it was read more than once.
                var (roles, any) = (SelectorRole.None, false);
                for (var i = sources.Count - 1; i >= 0; i--)
                    if (sources[i].Number == bound && !Join(sources[i], bound, ref roles, ref any)) sources.RemoveAt(i);
                if (any) yield return new(key, bound, roles);
            }
        }
    }

    /// <summary>Takes together what a run has of one message, and goes beyond it; false at the end.</summary>
    private static bool Join(PostingSource source, uint number, ref SelectorRole roles, ref bool any)
    {
        do
        {
            if (!Mark.IsSpecial(source.Mark)) (roles, any) = (roles | (SelectorRole)source.Mark, true);
            if (!source.Next()) return false;
        }
        while (source.Number == number);
        return true;
    }
}
