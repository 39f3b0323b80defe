using System.Collections.Immutable;
using Serjeant.Hunts.Tips;

namespace Serjeant.Hunts.Patterns;

/// <summary>
/// Answers a pattern from what each of its leaves finds (STIX 2.1, section 9.5): the messages that take part in any way of answering it.
/// No combination is ever enumerated, so the cost grows with the hits and not with their product; only WITHIN looks at every span of time
/// that holds hits which no other span holds.
/// </summary>
public sealed class PatternEvaluator(Func<Sought, IReadOnlyList<Hit>> find)
{
    /// <summary>
    /// Parts that must come together each by a message of its own. Whether there are enough different messages is told over all subsets of the
    /// parts (Hall 1935), which is exact and doubles with each.
    /// </summary>
    internal const int MostTogether = 10;

    /// <summary>FOLLOWEDBY and WITHIN inside each other: each looks at its parts over several spans of time, and that multiplies.</summary>
    internal const int MostOrdered = 4;

    private readonly Dictionary<Observation, ImmutableArray<Hit>> _observed = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(int Query, Interval Interval), HashSet<Hit>> _answered = [];
    private readonly Dictionary<Query, int> _numbers = new(ReferenceEqualityComparer.Instance);

    /// <param name="pattern">What to answer.</param>
    /// <param name="cancellation">Ends a search over many hits.</param>
    /// <returns>Messages, by number, each once.</returns>
    public ImmutableArray<Hit> Evaluate(Pattern pattern, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        _answered.Clear();
        return [.. Answer(pattern.Query, Interval.All, cancellation).OrderBy(h => h.Number)];
    }

    private HashSet<Hit> Answer(Query query, Interval interval, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return query switch
        {
            Observation observation => [.. interval.Of(Observed(observation))],
            Either either => Union(either.Parts.Select(p => Answer(p, interval, cancellation))),
            Together together => AnswerTogether([.. PartsOf(together, interval)], 1, cancellation),
            Repeated { Of: Together together } repeated => AnswerTogether([.. PartsOf(together, interval)], repeated.Times, cancellation),
            Repeated repeated => Answer(repeated.Of, interval, cancellation) is var hits && hits.Count >= repeated.Times ? hits : [],
            Sequence sequence => Once(sequence, interval, cancellation),
            During during => Answer(during.Of, interval.Cut(during.Start, during.Stop.AddTicks(-1)), cancellation),
            Within within => AnswerWithin(within, interval, cancellation),
            _ => [],
        };
    }

    /// <summary>The same parts are asked about the same spans again and again. What is given is shared: nobody may change it.</summary>
    private HashSet<Hit> Once(Sequence sequence, Interval interval, CancellationToken cancellation)
    {
        if (!_numbers.TryGetValue(sequence, out var number)) _numbers.Add(sequence, number = _numbers.Count);
        if (_answered.TryGetValue((number, interval), out var known)) return known;
        return _answered[(number, interval)] = AnswerSequence(sequence, interval, cancellation);
    }

    /// <summary>How many FOLLOWEDBY and WITHIN stand inside each other.</summary>
    internal static int Ordered(Query query) => query switch
    {
        Either either => either.Parts.Max(Ordered),
        Together together => together.Parts.Max(Ordered),
        Sequence sequence => 1 + Math.Max(Ordered(sequence.First), Ordered(sequence.Then)),
        Within within => 1 + Ordered(within.Of),
        Repeated repeated => Ordered(repeated.Of),
        During during => Ordered(during.Of),
        _ => 0,
    };

    /// <summary>What one message shows, by date (those without one first), then by number.</summary>
    private ImmutableArray<Hit> Observed(Observation observation)
    {
        if (_observed.TryGetValue(observation, out var known)) return known;
        return _observed[observation] = [.. Show(observation.Condition).OrderBy(h => h.Date ?? DateTimeOffset.MinValue).ThenBy(h => h.Number)];
    }

    private HashSet<Hit> Show(Condition condition)
    {
        switch (condition)
        {
            case Leaf leaf:
                return [.. find(leaf.Sought)];
            case AnyOf any:
                return Union(any.Parts.Select(Show));
            case AllOf all:
                HashSet<Hit>? common = null;
                foreach (var part in all.Parts)
                {
                    if (common is null) common = Show(part);
                    else common.IntersectWith(Show(part));
                    if (common.Count == 0) break;
                }
                return common ?? [];
            default:
                return [];
        }
    }

    /// <summary>Parts that must be answered by different messages, each within a time of its own.</summary>
    private HashSet<Hit> AnswerTogether(IReadOnlyList<(Query Query, Interval Interval)> parts, int times, CancellationToken cancellation)
    {
        var masks = new Dictionary<Hit, int>();
        for (var i = 0; i < parts.Count; i++)
        {
            var hits = Answer(parts[i].Query, parts[i].Interval, cancellation);
            if (hits.Count == 0) return [];
            foreach (var hit in hits) masks[hit] = masks.GetValueOrDefault(hit) | 1 << i;
        }
        // A message that could stand for some part can always take the place of the one that does, so all of them take part.
        return HasEnough(masks.Values, [.. parts.Select(p => times * Needs(p.Query))]) ? [.. masks.Keys] : [];
    }

    private static IEnumerable<(Query, Interval)> PartsOf(Query query, Interval interval) =>
        query is Together together ? together.Parts.Select(p => (p, interval)) : [(query, interval)];

    /// <summary>Whether each part can have as many messages as it needs, none of them twice.</summary>
    private static bool HasEnough(Dictionary<Hit, int>.ValueCollection masks, int[] needs)
    {
        if (needs.Length > MostTogether) return masks.Count >= needs.Sum(n => (long)n);
        var counts = new long[1 << needs.Length];
        foreach (var mask in masks) counts[mask]++;
        for (var subset = 1; subset < counts.Length; subset++)
        {
            long needed = 0, there = 0;
            for (var i = 0; i < needs.Length; i++)
                if ((subset >> i & 1) != 0) needed += needs[i];
            for (var mask = 1; mask < counts.Length && there < needed; mask++)
                if ((mask & subset) != 0) there += counts[mask];
            if (there < needed) return false;
        }
        return true;
    }

    /// <summary>How many different messages the smallest answer has.</summary>
    internal static int Needs(Query query) => query switch
    {
        Either either => either.Parts.Min(Needs),
        Together together => together.Parts.Sum(Needs),
        Sequence sequence => Needs(sequence.First) + Needs(sequence.Then),
        Repeated repeated => (int)Math.Min((long)repeated.Times * Needs(repeated.Of), int.MaxValue / (2 * MostTogether)),
        Within within => Needs(within.Of),
        During during => Needs(during.Of),
        _ => 1,
    };

    /// <summary>
    /// The first part can be answered up to some date for the first time, the second from some date for the last time. Whatever answers the first
    /// before the latter and the second after the former takes part; at these two dates themselves one message may stand on both sides, and must not.
    /// </summary>
    private HashSet<Hit> AnswerSequence(Sequence sequence, Interval interval, CancellationToken cancellation)
    {
        var timed = interval.Timed();
        var dates = Dates(Answer(sequence.First, timed, cancellation).Concat(Answer(sequence.Then, timed, cancellation)));
        var first = Search(dates.Length, i => Answer(sequence.First, Until(i), cancellation).Count > 0);
        var last = dates.Length - 1 - Search(dates.Length, i => Answer(sequence.Then, Since(dates.Length - 1 - i), cancellation).Count > 0);
        if (first == dates.Length || last < first) return [];
        var answer = At(first);
        if (first == last) return answer;
        answer.UnionWith(At(last));
        answer.UnionWith(Answer(sequence.First, Until(last - 1), cancellation));
        answer.UnionWith(Answer(sequence.Then, Since(first + 1), cancellation));
        return answer;

        Interval Until(int date) => timed.Cut(DateTimeOffset.MinValue, dates[date]);

        Interval Since(int date) => timed.Cut(dates[date], DateTimeOffset.MaxValue);

        HashSet<Hit> At(int date) => AnswerTogether([.. PartsOf(sequence.First, Until(date)), .. PartsOf(sequence.Then, Since(date))], 1, cancellation);
    }

    private HashSet<Hit> AnswerWithin(Within within, Interval interval, CancellationToken cancellation)
    {
        var timed = interval.Timed();
        var dates = Dates(Answer(within.Of, timed, cancellation));
        var answer = new HashSet<Hit>();
        var reached = -1;
        for (var (from, to) = (0, 0); from < dates.Length; from++)
        {
            while (to + 1 < dates.Length && dates[to + 1] - dates[from] <= within.Span) to++;
            if (to < from) to = from;
            // What this span holds, the one before held already.
            if (to == reached) continue;
            reached = to;
            answer.UnionWith(Answer(within.Of, timed.Cut(dates[from], dates[to]), cancellation));
        }
        return answer;
    }

    private static DateTimeOffset[] Dates(IEnumerable<Hit> hits) => [.. hits.Select(h => h.Date!.Value).Distinct().Order()];

    /// <summary>The smallest index for which it holds; the count where for none. It must hold for all that come after.</summary>
    private static int Search(int count, Func<int, bool> holds)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (holds(middle)) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    private static HashSet<Hit> Union(IEnumerable<HashSet<Hit>> sets)
    {
        var union = new HashSet<Hit>();
        foreach (var set in sets) union.UnionWith(set);
        return union;
    }

    /// <summary>A span of time, both ends included.</summary>
    private readonly record struct Interval(DateTimeOffset From, DateTimeOffset To, bool Undated)
    {
        public static Interval All { get; } = new(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, true);

        public Interval Timed() => this with { Undated = false };

        public Interval Cut(DateTimeOffset from, DateTimeOffset to) => new(from > From ? from : From, to < To ? to : To, false);

        public IEnumerable<Hit> Of(ImmutableArray<Hit> hits)
        {
            if (Undated) return hits;
            // Those without a date stand first and below every other.
            var (from, to) = (From, To);
            var start = Search(hits.Length, i => hits[i].Date is { } date && date >= from);
            var end = Search(hits.Length, i => hits[i].Date is { } date && date > to);
            return start < end ? hits.AsSpan(start, end - start).ToArray() : [];
        }
    }
}
