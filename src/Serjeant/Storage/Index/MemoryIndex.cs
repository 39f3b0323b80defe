using Serjeant.Hunts;
using Serjeant.Values;

namespace Serjeant.Storage.Index;

/// <summary>The index in memory, for tests: plain dictionaries that say what an index must answer.</summary>
internal sealed class MemoryIndex
{
    private readonly SortedDictionary<ulong, SortedDictionary<uint, SelectorRole>> _postings = [];
    private readonly Dictionary<Sha256, uint> _numbers = [];
    private readonly Dictionary<uint, IndexEntry> _entries = [];
    private readonly HashSet<Selector> _listed = [];
    private uint _last;

    public int Count => _entries.Count;

    public uint Last => _last;

    public void Add(IndexedMessage message)
    {
        if (!_numbers.TryGetValue(message.Entry.Id, out var number)) _numbers[message.Entry.Id] = number = ++_last;
        _entries[number] = message.Entry;
        foreach (var (key, role) in message.Occurrences)
        {
            if (!_postings.TryGetValue(key.Value, out var messages)) _postings[key.Value] = messages = [];
            messages[number] = messages.GetValueOrDefault(number) | role;
        }
        _listed.UnionWith(message.Listed);
    }

    public List<Posting> Find(IReadOnlyList<SelectorKey> keys)
    {
        var found = new List<Posting>();
        foreach (var key in keys)
            if (_postings.TryGetValue(key.Value, out var messages))
                foreach (var (number, role) in messages)
                    if (_entries.ContainsKey(number)) found.Add(new(key, number, role));
        return found;
    }

    public void RemoveEntries(IReadOnlySet<uint> numbers)
    {
        foreach (var number in numbers)
        {
            if (!_entries.Remove(number, out var entry)) continue;
            _numbers.Remove(entry.Id);
            foreach (var messages in _postings.Values) messages.Remove(number);
        }
    }

    public void RemovePostings(IReadOnlySet<(SelectorKey Key, uint Number)> postings)
    {
        foreach (var (key, number) in postings)
            if (_postings.TryGetValue(key.Value, out var messages)) messages.Remove(number);
    }

    public int RemoveTarget(string person)
    {
        var having = _entries.Where(pair => pair.Value.Targets.Contains(person)).ToList();
        foreach (var (number, entry) in having) _entries[number] = entry with { Targets = entry.Targets.Remove(person) };
        return having.Count;
    }

    public IndexEntry? FindEntry(uint number) => _entries.GetValueOrDefault(number);

    public uint? NumberOf(Sha256 message) => _numbers.TryGetValue(message, out var number) ? number : null;

    public List<string> ReadListed(SelectorKind kind, string within) =>
        [.. _listed.Where(s => s.Kind == kind && (within.Length == 0 || s.Value == within || s.Value.EndsWith("." + within, StringComparison.Ordinal))).Select(s => s.Value)];

    public List<(uint Number, IndexEntry Entry)> ReadEntries() => [.. _entries.OrderBy(e => e.Key).Select(e => (e.Key, e.Value))];

    public void Replace(uint number, IndexEntry entry) => _entries[number] = entry;
}
