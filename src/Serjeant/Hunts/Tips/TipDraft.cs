using System.Collections.Immutable;
using Serjeant.Hunts.Patterns;

namespace Serjeant.Hunts.Tips;

/// <summary>A tip while it is read. Whatever is handed in is counted: as taken, or as refused.</summary>
internal sealed class TipDraft(TipLimits limits)
{
    private readonly ImmutableArray<Sought>.Builder _sought = ImmutableArray.CreateBuilder<Sought>();
    private readonly ImmutableArray<Pattern>.Builder _patterns = ImmutableArray.CreateBuilder<Pattern>();
    private readonly List<Refusal> _refusals = [];
    private readonly Dictionary<string, int> _sorts = new(StringComparer.Ordinal);
    private int _unlisted, _unlistedParts;
    private long _entries;
    private long _taken;

    public TipLimits Limits => limits;

    public bool IsEmpty => _entries == 0 && _refusals.Count == 0;

    /// <summary>No more entries are taken; the reader says so by one refusal and stops.</summary>
    public bool IsFull => _entries >= limits.Entries;

    /// <summary>One entry that is one selector.</summary>
    public void Add(Asked asked, string text, string place, Origin origin)
    {
        if (asked.Reason is { } reason)
        {
            Refuse(place, text, reason);
            return;
        }
        _sought.Add(asked.ToSought(text, place, origin));
        Count();
    }

    /// <summary>One entry that is several selectors: what cannot be asked of it is a part refused, or all.</summary>
    public void Add(IReadOnlyList<(Asked Asked, string Text)> parts, string text, string place, Origin origin)
    {
        var good = parts.Where(p => p.Asked.Reason is null).ToList();
        if (good.Count == 0)
        {
            Refuse(place, text, parts.Count == 0 ? "nothing stands there" : parts[0].Asked.Reason!);
            return;
        }
        foreach (var (asked, own) in good) _sought.Add(asked.ToSought(own, place, origin));
        foreach (var (asked, own) in parts)
            if (asked.Reason is { } reason) RefusePart(place, own, reason);
        Count();
    }

    /// <summary>One entry that is sought as these things, any of which answers it.</summary>
    public void Add(IEnumerable<Sought> sought)
    {
        _sought.AddRange(sought);
        Count();
    }

    public void Add(Pattern pattern)
    {
        _patterns.Add(pattern);
        Count();
    }

    public void Refuse(string place, string text, string reason)
    {
        _entries++;
        if (_refusals.Count < limits.Refusals) _refusals.Add(new(place, Asked.Bound(text), reason));
        else _unlisted++;
    }

    /// <summary>Something of an entry that is counted by itself.</summary>
    public void RefusePart(string place, string text, string reason)
    {
        if (_refusals.Count < limits.Refusals) _refusals.Add(new(place, Asked.Bound(text), reason) { Partial = true });
        else _unlistedParts++;
    }

    /// <summary>One entry of a sort that names nothing to look for; listed once for all of its sort.</summary>
    public void PassOver(string sort)
    {
        _entries++;
        // Sorts come from the file, which may invent as many as it likes.
        if (sort.Length > 60) sort = sort[..60];
        if (_sorts.Count >= 200 && !_sorts.ContainsKey(sort)) sort = "others";
        _sorts[sort] = _sorts.GetValueOrDefault(sort) + 1;
    }

    public Tip ToTip(string source, TipKind kind)
    {
        var refusals = _refusals.ToImmutableArray().ToBuilder();
        foreach (var (sort, count) in _sorts.OrderBy(s => s.Key, StringComparer.Ordinal))
            refusals.Add(new("", sort, "it tells of things around it and names nothing to look for") { Count = count, NamesNothing = true });
        if (_unlisted > 0) refusals.Add(new("", "", $"more refusals than {limits.Refusals} are not listed one by one") { Count = _unlisted });
        if (_unlistedParts > 0) refusals.Add(new("", "", $"more refusals than {limits.Refusals} are not listed one by one") { Count = _unlistedParts, Partial = true });
        return new(source, kind) { Sought = _sought.DrainToImmutable(), Patterns = _patterns.DrainToImmutable(), Refusals = refusals.DrainToImmutable(), Entries = _entries, Taken = _taken };
    }

    private void Count()
    {
        _entries++;
        _taken++;
    }
}
