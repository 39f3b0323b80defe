using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Serjeant.Hunts.Patterns;
using Serjeant.Hunts.Tips;

namespace Serjeant.Hunts.Lookups;

/// <summary>What became of everything sought.</summary>
/// <param name="Found">Messages in the window, with what found them.</param>
/// <param name="Elsewhen">Times that something was found outside the window.</param>
internal sealed record Answered(ImmutableArray<HuntAnswer> Answers, Dictionary<uint, Draft> Found, long Elsewhen);

/// <summary>Answers selectors, patterns and likenesses from what the index gave for their parts.</summary>
internal sealed class AnswerMaker(LookupPlan plan, PostingSieve sieve, IIndexStore index, EntryCatalogue entries, long bound)
{
    private readonly ImmutableArray<HuntAnswer>.Builder _answers = ImmutableArray.CreateBuilder<HuntAnswer>();
    private readonly Dictionary<uint, Draft> _found = [];
    private readonly HashSet<uint> _elsewhen = [];

    public Answered Make(ImmutableArray<Tip> tips, CancellationToken cancellation)
    {
        foreach (var tip in tips)
        {
            foreach (var sought in tip.Sought) Answer(sought);
            foreach (var pattern in tip.Patterns) Answer(pattern, cancellation);
            foreach (var likeness in tip.Likenesses) Answer(likeness);
            cancellation.ThrowIfCancellationRequested();
        }
        return new(_answers.ToImmutable(), _found, _elsewhen.Count);
    }

    private void Answer(Sought sought)
    {
        var thing = plan.PlaceOf(sought);
        var lookup = sieve.Of(thing);
        if (plan.BreadthOf(thing) is { Unindexed: true }) Tell(sought, AnswerKind.Unindexed, 0);
        else if (plan.IsCountedOnly(thing)) Tell(sought, AnswerKind.Everybodys, Count(sought));
        else if (plan.IsTooWide(thing) || lookup.Cut) Tell(sought, AnswerKind.TooWide, lookup.Count);
        else
        {
            var held = InWindow(lookup.Messages);
            if (held.Count > bound) Tell(sought, AnswerKind.TooWide, held.Count);
            else
            {
                Note(held, []);
                Tell(sought, AnswerKind.Told, held.Count);
            }
        }
    }

    private void Answer(Pattern pattern, CancellationToken cancellation)
    {
        var cut = pattern.Leaves.Any(l => sieve.Of(plan.PlaceOf(l)).Cut || plan.IsTooWide(plan.PlaceOf(l)));
        var hits = cut ? [] : new PatternEvaluator(Hits).Evaluate(pattern, cancellation);
        var held = InWindow([.. hits.Select(h => new Seen(h.Number, SelectorRole.None))]);
        var wide = cut || held.Count > bound;
        if (!wide) Note(held, []);
        _answers.Add(new(pattern.Text, pattern.Origin, wide ? AnswerKind.TooWide : AnswerKind.Told, held.Count, pattern.Wider));
    }

    private List<Hit> Hits(Sought sought)
    {
        var hits = new List<Hit>();
        foreach (var (number, _) in sieve.Of(plan.PlaceOf(sought)).Messages)
            if (entries.Find(number) is { } entry) hits.Add(new(number, entry.Date));
        return hits;
    }

    /// <summary>A respect in which a large part of all mail agrees tells nothing, and is left out.</summary>
    private void Answer(Likeness likeness)
    {
        var scores = new Dictionary<uint, Score>();
        foreach (var part in likeness.Parts)
        {
            var counts = new Dictionary<uint, int>();
            foreach (var one in part.Of)
                if (sieve.Of(plan.PlaceOf(one)) is { Cut: false } lookup && lookup.Count <= bound)
                    foreach (var (number, _) in lookup.Messages) CollectionsMarshal.GetValueRefOrAddDefault(counts, number, out _)++;
            foreach (var (number, count) in counts)
            {
                if (count < part.Least) continue;
                ref var score = ref CollectionsMarshal.GetValueRefOrAddDefault(scores, number, out var known);
                if (!known) score = new();
                score!.Add(part);
            }
        }
        var like = scores.Where(s => s.Value.Weight >= likeness.Required).OrderBy(s => s.Key).ToArray();
        var held = InWindow([.. like.Select(s => new Seen(s.Key, SelectorRole.None))]);
        var wide = held.Count > bound;
        if (!wide) Note(held, scores);
        _answers.Add(new(likeness.Text, Origin.Unknown, wide ? AnswerKind.TooWide : AnswerKind.Told, held.Count, false));
    }

    private void Tell(Sought sought, AnswerKind kind, long messages) =>
        _answers.Add(new(sought.Text, sought.Origin, kind, messages, sought.Wider) { Breadth = plan.BreadthOf(plan.PlaceOf(sought)) });

    /// <summary>Without reading which they are. A message with two of its keys counts twice.</summary>
    private long Count(Sought sought)
    {
        var keys = new SelectorKeys(index.Keys);
        // A wildcard below a name that is everybody's is counted by that name.
        var above = sought.All.Where(w => w.Within.Length > 0).Select(w => new Selector(SelectorKind.Host, w.Within));
        return sought.Any.Concat(above).SelectMany(s => keys.All(s)).Distinct().Sum(index.Count);
    }

    private List<Seen> InWindow(ReadOnlySpan<Seen> seen)
    {
        var held = new List<Seen>(seen.Length);
        foreach (var one in seen)
        {
            if (entries.Find(one.Number) is not { } entry) continue;
            if (entries.Holds(entry)) held.Add(one);
            else _elsewhen.Add(one.Number);
        }
        return held;
    }

    private void Note(List<Seen> held, Dictionary<uint, Score> alike)
    {
        foreach (var (number, role) in held)
        {
            ref var draft = ref CollectionsMarshal.GetValueRefOrAddDefault(_found, number, out _);
            draft ??= new();
            draft.Answers.Add(_answers.Count);
            draft.Roles |= role;
            if (!alike.TryGetValue(number, out var score)) continue;
            draft.Alike.UnionWith(score.Alike);
            draft.Strength = Math.Max(draft.Strength, score.Weight);
        }
    }

    /// <summary>In what a message agrees with the one given.</summary>
    private sealed class Score
    {
        private readonly Dictionary<string, int> _families = new(StringComparer.Ordinal);

        public List<string> Alike { get; } = [];

        public int Weight => _families.Values.Sum();

        public void Add(LikenessPart part)
        {
            Alike.Add(part.Name);
            _families[part.Family] = Math.Max(_families.GetValueOrDefault(part.Family), part.Weight);
        }
    }
}
