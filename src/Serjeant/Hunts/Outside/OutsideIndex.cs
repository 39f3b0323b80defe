using System.Runtime.InteropServices;
using Serjeant.Hunts.Tips;
using Serjeant.Sources;
using Serjeant.Values;

namespace Serjeant.Hunts.Outside;

/// <summary>
/// An index that holds of all mail that goes by only what has something that is sought: a hunt is answered from it as from any other, and its
/// memory grows with what is found.
/// </summary>
/// <remarks>Filled by one thread; <see cref="Sift"/> may be asked by many.</remarks>
internal sealed class OutsideIndex : IIndexStore
{
    /// <summary>Messages held with one selector: beyond, they are counted only.</summary>
    private const int MostOfKey = 100_000;

    private readonly HashSet<SelectorKey> _sought = [];
    private readonly Wildcard[] _wildcards;
    private readonly SelectorKeys _keys;
    private readonly Dictionary<SelectorKey, List<(uint Number, SelectorRole Role)>> _postings = [];
    private readonly Dictionary<SelectorKey, long> _counts = [];
    private readonly List<IndexEntry> _entries = [];
    private readonly Dictionary<Sha256, uint> _numbers = [];
    private readonly List<List<MessagePlace>> _places = [];
    private readonly HashSet<Selector> _listed = [];

    public OutsideIndex(IEnumerable<Tip> tips, KeyRing ring)
    {
        Keys = ring;
        _keys = new(ring);
        var things = tips.SelectMany(t => t.Sought.Concat(t.Patterns.SelectMany(p => p.Leaves)).Concat(t.Likenesses.SelectMany(l => l.Parts).SelectMany(p => p.Of))).ToArray();
        foreach (var selector in things.SelectMany(t => t.Any)) _sought.Add(_keys.Of(selector));
        _wildcards = [.. things.SelectMany(t => t.All).Distinct()];
    }

    public KeyRing Keys { get; }

    /// <summary>Messages that went by; copies count, since telling them apart would take memory for each.</summary>
    public long Messages { get; private set; }

    public uint LastNumber => (uint)_entries.Count;

    /// <summary>The message without all that is not sought; null where nothing is left.</summary>
    public IndexedMessage? Sift(IndexedMessage message)
    {
        var listed = _wildcards.Length == 0 ? [] : message.Listed.Where(l => Array.Exists(_wildcards, w => w.Kind == l.Kind && w.Matches(l.Value))).ToArray();
        var keys = listed.Select(_keys.Of).ToHashSet();
        List<Occurrence>? kept = null;
        foreach (var occurrence in message.Occurrences)
            if (_sought.Contains(occurrence.Key) || keys.Contains(occurrence.Key)) (kept ??= []).Add(occurrence);
        return kept is null ? null : message with { Occurrences = [.. kept], Listed = [.. listed] };
    }

    /// <summary>A message went by.</summary>
    /// <param name="place">Where it lies.</param>
    /// <param name="sifted">As <see cref="Sift"/> gave it.</param>
    public void Add(MessagePlace place, IndexedMessage? sifted)
    {
        Messages++;
        if (sifted is null) return;
        if (_numbers.TryGetValue(sifted.Entry.Id, out var number)) _places[(int)number - 1].Add(place);
        else Index(sifted, place);
    }

    public void Index(IndexedMessage message) => throw new NotSupportedException("Mail outside is only passed by.");

    public long CountEntries() => Messages;

    public IEnumerable<Posting> Find(IReadOnlyList<SelectorKey> keys, CancellationToken cancellation)
    {
        foreach (var key in keys)
            if (_postings.TryGetValue(key, out var held))
                foreach (var (number, role) in held) yield return new(key, number, role);
    }

    public long Count(SelectorKey key) => _counts.GetValueOrDefault(key);

    public IndexEntry? FindEntry(uint number) => number >= 1 && number <= _entries.Count ? _entries[(int)number - 1] : null;

    public uint? NumberOf(Sha256 message) => _numbers.TryGetValue(message, out var number) ? number : null;

    public IReadOnlyList<MessagePlace> FindPlaces(uint number) => number >= 1 && number <= _places.Count ? _places[(int)number - 1] : [];

    public IEnumerable<string> ReadListed(SelectorKind kind, string within = "") =>
        _listed.Where(s => s.Kind == kind && (within.Length == 0 || s.Value == within || s.Value.EndsWith("." + within, StringComparison.Ordinal))).Select(s => s.Value);

    private void Index(IndexedMessage message, MessagePlace place)
    {
        foreach (var (key, _) in message.Occurrences) CollectionsMarshal.GetValueRefOrAddDefault(_counts, key, out _)++;
        // What only adds to a heap is counted and let go.
        if (message.Occurrences.All(o => _counts[o.Key] > MostOfKey)) return;
        _entries.Add(message.Entry);
        _places.Add([place]);
        var number = _numbers[message.Entry.Id] = (uint)_entries.Count;
        foreach (var (key, role) in message.Occurrences)
        {
            ref var held = ref CollectionsMarshal.GetValueRefOrAddDefault(_postings, key, out _);
            (held ??= []).Add((number, role));
        }
        _listed.UnionWith(message.Listed);
    }
}
