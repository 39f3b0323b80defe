using System.Collections.Immutable;
using Serjeant.Hunts.Tips;

namespace Serjeant.Hunts.Patterns;

/// <summary>
/// Makes of a STIX pattern what an index can answer. Where one of several that must all hold cannot be answered, the rest is sought and marked
/// as wider; where one of several alternatives cannot, the others are sought. Either way the part is listed as refused.
/// </summary>
internal sealed class PatternTranslator(TipDraft draft)
{
    private readonly List<(string Text, string Reason)> _refused = [];
    private string _place = "";
    private Origin _origin = Origin.Unknown;
    private bool _wider;

    /// <summary>Adds one pattern to the draft: as selectors where any one answers it, else as a pattern, or as refused.</summary>
    public void Add(string text, string place, Origin origin)
    {
        (_place, _origin, _wider) = (place, origin, false);
        _refused.Clear();
        if (PatternParser.Parse(text, out var error) is not { } parsed)
        {
            draft.Refuse(place, text, error);
            return;
        }
        var query = Translate(parsed);
        if (query is not null && PatternEvaluator.Ordered(query) > PatternEvaluator.MostOrdered)
            query = Refuse("FOLLOWEDBY", $"more than {PatternEvaluator.MostOrdered} FOLLOWEDBY and WITHIN inside each other");
        if (query is null)
        {
            draft.Refuse(place, text, string.Join("; ", _refused.Select(r => r.Reason).Distinct().Take(3)));
            return;
        }
        foreach (var (part, reason) in _refused) draft.RefusePart(place, part, reason);
        if (!_wider && Alternatives(query) is { } sought) draft.Add(sought);
        else draft.Add(new Pattern(Asked.Bound(text), query) { Place = place, Origin = origin, Wider = _wider });
    }

    private Query? Translate(Query query)
    {
        switch (query)
        {
            case Observation observation:
                return Translate(observation.Condition) is { } condition ? new Observation(condition) : null;
            case Either either:
                return Join(Parts(either.Parts), static parts => new Either(parts));
            case Together together:
                var flat = Flat(together);
                if (flat.Length > PatternEvaluator.MostTogether) return Refuse("AND", $"more than {PatternEvaluator.MostTogether} observations that must come together");
                return Join(Must(Parts(flat), flat.Length), static parts => new Together(parts));
            case Sequence sequence:
                return (Translate(sequence.First), Translate(sequence.Then)) switch
                {
                    ({ } first, { } then) => new Sequence(first, then),
                    (null, null) => null,
                    var (first, then) => Widen(first ?? then!),
                };
            case Within within:
                return Translate(within.Of) is { } close ? new Within(close, within.Span) : null;
            case During during:
                return Translate(during.Of) is { } dated ? new During(dated, during.Start, during.Stop) : null;
            case Repeated repeated:
                if (!IsCountable(repeated.Of)) return Refuse("REPEATS", "REPEATS over several observations that have an order, a span of time or a count of their own");
                return Translate(repeated.Of) is { } again ? new Repeated(again, repeated.Times) : null;
            default:
                return null;
        }
    }

    private List<Query> Parts(ImmutableArray<Query> parts) => [.. parts.Select(Translate).OfType<Query>()];

    private Query? Refuse(string text, string reason)
    {
        _refused.Add((text, reason));
        return null;
    }

    private Query Widen(Query query)
    {
        _wider = true;
        return query;
    }

    private List<T> Must<T>(List<T> parts, int all)
    {
        _wider |= parts.Count > 0 && parts.Count < all;
        return parts;
    }

    private static T? Join<T>(List<T> parts, Func<ImmutableArray<T>, T> join) where T : class => parts.Count switch
    {
        0 => null,
        1 => parts[0],
        _ => join([.. parts]),
    };

    /// <summary>(a AND b) AND c is a AND b AND c.</summary>
    private static ImmutableArray<Query> Flat(Together together) => [.. together.Parts.SelectMany(p => p is Together inner ? Flat(inner) : [p])];

    private static bool IsSingle(Query query) => query switch
    {
        Observation => true,
        Either either => either.Parts.All(IsSingle),
        During during => IsSingle(during.Of),
        Within within => IsSingle(within.Of),
        _ => false,
    };

    private static bool IsCountable(Query query) => IsSingle(query) || query is Together together && together.Parts.All(IsSingle);

    private Condition? Translate(Condition condition) => condition switch
    {
        PatternTest test => Leaf(test),
        AnyOf any => Join(any.Parts.Select(Translate).OfType<Condition>().ToList(), static parts => new AnyOf(parts)),
        AllOf all => Join(Must(all.Parts.Select(Translate).OfType<Condition>().ToList(), all.Parts.Length), static parts => new AllOf(parts)),
        _ => null,
    };

    private Condition? Leaf(PatternTest test)
    {
        var leaves = new List<Condition>();
        string? reason = null;
        foreach (var (asked, text) in TestMeaning.Of(test))
        {
            if (asked.Reason is null) leaves.Add(new Leaf(asked.ToSought(text, _place, _origin)));
            else if (test.Constants.Length > 1) _refused.Add((text, asked.Reason));
            else reason = asked.Reason;
        }
        if (reason is not null) _refused.Add((test.Text, reason));
        return Join(leaves, static parts => new AnyOf(parts));
    }

    /// <summary>The things any of which answers it; null where it takes more than one.</summary>
    private static List<Sought>? Alternatives(Query query)
    {
        var found = new List<Sought>();
        return Collect(query) ? found : null;

        bool Collect(object part) => part switch
        {
            Either either => either.Parts.All(Collect),
            Observation observation => Collect(observation.Condition),
            AnyOf any => any.Parts.All(Collect),
            Leaf leaf => Keep(leaf.Sought),
            _ => false,
        };

        bool Keep(Sought sought)
        {
            found.Add(sought);
            return true;
        }
    }
}
