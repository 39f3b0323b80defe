using System.Collections.Immutable;
using Serjeant.Hunts.Tips;

namespace Serjeant.Hunts.Lookups;

/// <summary>A key that is looked up, and for which part of which thing.</summary>
internal readonly record struct KeyUse(SelectorKey Key, int Thing, int Part);

/// <summary>Everything that a question asks for, each thing once, with all keys it is looked up by: so that the index is read once.</summary>
internal sealed class LookupPlan
{
    private readonly Dictionary<Sought, int> _places = new(ReferenceEqualityComparer.Instance);
    private readonly List<Sought> _things = [];
    private readonly List<bool> _joined = [];
    private readonly HashSet<int> _tooWide = [];
    private readonly List<Breadth?> _breadths = [];
    private readonly bool _all;

    /// <param name="tips">What is asked.</param>
    /// <param name="index">Lists what wildcards are held against.</param>
    /// <param name="breadths">Tells what links everything.</param>
    /// <param name="limits">How much a wildcard may stand for.</param>
    /// <param name="all">Look up what everybody uses too.</param>
    public LookupPlan(ImmutableArray<Tip> tips, IIndexStore index, BreadthMaker breadths, HuntLimits limits, bool all)
    {
        _all = all;
        foreach (var tip in tips)
        {
            foreach (var sought in tip.Sought) Place(sought, joined: false);
            foreach (var leaf in tip.Patterns.SelectMany(p => p.Leaves)) Place(leaf, joined: true);
            foreach (var part in tip.Likenesses.SelectMany(l => l.Parts).SelectMany(p => p.Of)) Place(part, joined: true);
        }
        var uses = new List<KeyUse>(_things.Count);
        var keys = new SelectorKeys(index.Keys);
        foreach (var (thing, joined) in _things.Zip(_joined))
        {
            var breadth = joined ? null : breadths.Make(thing);
            if (breadth is { OnlyWhereMany: true } && !thing.Any.IsEmpty && thing.Any.SelectMany(s => keys.All(s)).Distinct().Sum(index.Count) <= limits.OfService) breadth = null;
            _breadths.Add(breadth);
        }
        for (var i = 0; i < _things.Count; i++)
            foreach (var selector in _things[i].Any)
                foreach (var key in keys.All(selector)) uses.Add(new(key, i, 0));
        AddWildcards(uses, index, keys, limits.Listed);
        // What everybody uses is counted, not read, unless something is joined to it.
        uses.RemoveAll(u => _tooWide.Contains(u.Thing) || IsCountedOnly(u.Thing));
        Uses = [.. uses.Distinct().OrderBy(u => u.Key)];
        Keys = [.. Uses.Select(u => u.Key).Distinct()];
    }

    /// <summary>Sorted by key.</summary>
    public ImmutableArray<KeyUse> Uses { get; }

    /// <summary>Ascending, each once.</summary>
    public ImmutableArray<SelectorKey> Keys { get; }

    public IReadOnlyList<Sought> Things => _things;

    public int PlaceOf(Sought sought) => _places[sought];

    /// <summary>It is asked together with other things: it may be in much mail and the whole still tell something.</summary>
    public bool IsJoined(int thing) => _joined[thing] || Parts(thing) > 1;

    /// <summary>A wildcard in it stands for more than may be looked up.</summary>
    public bool IsTooWide(int thing) => _tooWide.Contains(thing);

    /// <summary>Why it links everything, where it does and stands alone; else null.</summary>
    public Breadth? BreadthOf(int thing) => _breadths[thing];

    /// <summary>Different things of which a message must have one each.</summary>
    public int Parts(int thing) => _things[thing].All.Length + (_things[thing].Any.IsEmpty ? 0 : 1);

    /// <summary>Whether it is answered with a number that the index knows without being read.</summary>
    public bool IsCountedOnly(int thing) => !_all && _breadths[thing] is not null;

    private void Place(Sought sought, bool joined)
    {
        if (_places.TryGetValue(sought, out var place))
        {
            _joined[place] |= joined;
            return;
        }
        _places[sought] = _things.Count;
        _things.Add(sought);
        _joined.Add(joined);
    }

    /// <summary>Each kind and domain is listed once for all wildcards that need it.</summary>
    private void AddWildcards(List<KeyUse> uses, IIndexStore index, SelectorKeys keys, int most)
    {
        var wanted = new List<(Wildcard Wildcard, int Thing, int Part)>();
        for (var i = 0; i < _things.Count; i++)
        {
            var first = _things[i].Any.IsEmpty ? 0 : 1;
            for (var part = 0; part < _things[i].All.Length; part++) wanted.Add((_things[i].All[part], i, first + part));
        }
        foreach (var group in wanted.GroupBy(w => (w.Wildcard.Kind, w.Wildcard.Within)))
        {
            var asked = group.ToArray();
            var counts = new int[asked.Length];
            foreach (var value in index.ReadListed(group.Key.Kind, group.Key.Within))
                for (var i = 0; i < asked.Length; i++)
                {
                    if (counts[i] > most || !asked[i].Wildcard.Matches(value)) continue;
                    if (++counts[i] > most) _tooWide.Add(asked[i].Thing);
                    else uses.Add(new(keys.Of(new(group.Key.Kind, value)), asked[i].Thing, asked[i].Part));
                }
        }
    }
}
