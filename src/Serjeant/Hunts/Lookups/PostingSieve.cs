namespace Serjeant.Hunts.Lookups;

/// <summary>A message that has a thing, and where it stood.</summary>
internal readonly record struct Seen(uint Number, SelectorRole Role);

/// <summary>Messages that have a thing.</summary>
/// <param name="Messages">By number, each once; empty where there are more than are held.</param>
/// <param name="Count">How many there are: a message found by two keys of a thing that is not held counts twice.</param>
/// <param name="Cut">There are more than are held.</param>
internal sealed record Lookup(Seen[] Messages, long Count, bool Cut);

/// <summary>Parts what the index gives for all keys at once into what each thing is found in.</summary>
internal sealed class PostingSieve(LookupPlan plan, Func<int, long> most)
{
    private readonly Dictionary<(int Thing, int Part), List<Seen>> _seen = [];
    private readonly Dictionary<int, long> _counts = [];
    private readonly HashSet<int> _cut = [];
    private readonly Dictionary<int, Lookup> _made = [];

    public void Read(IEnumerable<Posting> postings, CancellationToken cancellation)
    {
        var uses = plan.Uses;
        var (use, read) = (0, 0);
        foreach (var posting in postings)
        {
            if ((++read & 0xFFFF) == 0) cancellation.ThrowIfCancellationRequested();
            while (use < uses.Length && uses[use].Key < posting.Key) use++;
            for (var i = use; i < uses.Length && uses[i].Key == posting.Key; i++) Add(uses[i], posting);
        }
    }

    public Lookup Of(int thing) => _made.TryGetValue(thing, out var made) ? made : _made[thing] = Make(thing);

    private Lookup Make(int thing)
    {
        if (_cut.Contains(thing)) return new([], _counts[thing], true);
        Seen[]? common = null;
        for (var part = 0; part < plan.Parts(thing); part++)
        {
            if (!_seen.TryGetValue((thing, part), out var seen)) return new([], 0, false);
            common = common is null ? Merge(seen) : Intersect(common, Merge(seen));
        }
        return new(common ?? [], common?.Length ?? 0, false);
    }

    private void Add(KeyUse use, Posting posting)
    {
        if (!plan.Things[use.Thing].Fits(posting.Role)) return;
        var count = _counts[use.Thing] = _counts.GetValueOrDefault(use.Thing) + 1;
        if (_cut.Contains(use.Thing)) return;
        if (count > most(use.Thing))
        {
            _cut.Add(use.Thing);
            for (var part = 0; part < plan.Parts(use.Thing); part++) _seen.Remove((use.Thing, part));
            return;
        }
        if (!_seen.TryGetValue((use.Thing, use.Part), out var seen)) _seen[(use.Thing, use.Part)] = seen = [];
        seen.Add(new(posting.Number, posting.Role));
    }

    private static Seen[] Merge(List<Seen> seen)
    {
        seen.Sort(static (a, b) => a.Number.CompareTo(b.Number));
        var merged = new List<Seen>(seen.Count);
        foreach (var one in seen)
            if (merged.Count > 0 && merged[^1].Number == one.Number) merged[^1] = one with { Role = one.Role | merged[^1].Role };
            else merged.Add(one);
        return [.. merged];
    }

    private static Seen[] Intersect(Seen[] a, Seen[] b)
    {
        var common = new List<Seen>();
        for (var (i, j) = (0, 0); i < a.Length && j < b.Length;)
        {
            if (a[i].Number < b[j].Number) i++;
            else if (a[i].Number > b[j].Number) j++;
            else common.Add(new(a[i].Number, a[i++].Role | b[j++].Role));
        }
        return [.. common];
    }
}
