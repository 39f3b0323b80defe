using Serjeant.Hunts;
using Serjeant.Sources;
using Serjeant.Storage.Index;
using Serjeant.Values;

namespace Serjeant.Storage;

public sealed partial class MemoryStore
{
    private readonly MemoryIndex _index = new();

    /// <summary>A secret of no use but in tests: what is in memory needs none.</summary>
    public KeyRing Keys { get; init; } = new([new(new byte[SecretKey.Length])]);

    public void Index(IndexedMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (_gate)
        {
            if (!_removed.Contains(message.Entry.Id) && !_parted.Contains(message.Entry.Id)) _index.Add(message);
        }
    }

    public long CountEntries()
    {
        lock (_gate) return _index.Count;
    }

    public uint LastNumber
    {
        get
        {
            lock (_gate) return _index.Last;
        }
    }

    public IEnumerable<Posting> Find(IReadOnlyList<SelectorKey> keys, CancellationToken cancellation)
    {
        lock (_gate) return _index.Find(keys);
    }

    public long Count(SelectorKey key)
    {
        lock (_gate) return _index.Find([key]).Count;
    }

    public IndexEntry? FindEntry(uint number)
    {
        lock (_gate) return _index.FindEntry(number);
    }

    public uint? NumberOf(Sha256 message)
    {
        lock (_gate) return _index.NumberOf(message);
    }

    public IReadOnlyList<MessagePlace> FindPlaces(uint number)
    {
        lock (_gate)
        {
            if (_index.FindEntry(number) is not { } entry) return [];
            return [.. _files.Values.SelectMany(f => f.Sightings.Values).Where(s => s.Message == entry.Id).Select(s => s.Place)];
        }
    }

    /// <summary>As <see cref="SqliteStore.RemoveEntries"/>.</summary>
    internal void RemoveEntries(IReadOnlySet<uint> numbers)
    {
        lock (_gate)
        {
            foreach (var number in numbers)
            {
                if (_index.FindEntry(number) is not { } entry) continue;
                _messages.Remove(entry.Id);
                foreach (var file in _files.Values)
                    foreach (var place in file.Sightings.Where(s => s.Value.Message == entry.Id).Select(s => s.Key).ToList()) file.Sightings.Remove(place);
            }
            _index.RemoveEntries(numbers);
        }
    }

    /// <summary>As <see cref="SqliteStore.RemovePostings"/>.</summary>
    internal void RemovePostings(IReadOnlySet<(SelectorKey Key, uint Number)> postings)
    {
        lock (_gate) _index.RemovePostings(postings);
    }

    /// <summary>As <see cref="SqliteStore.RemoveTarget"/>.</summary>
    internal int RemoveTarget(string person)
    {
        lock (_gate) return _index.RemoveTarget(person);
    }

    /// <summary>As <see cref="SqliteStore.RemoveRecords"/>.</summary>
    internal int RemoveRecords(IReadOnlySet<uint> numbers)
    {
        lock (_gate) return numbers.Count(number => _index.FindEntry(number) is { } entry && _messages.Remove(entry.Id));
    }

    public IEnumerable<string> ReadListed(SelectorKind kind, string within = "")
    {
        lock (_gate) return _index.ReadListed(kind, within);
    }

    public IEnumerable<(uint Number, IndexEntry Entry)> ReadEntries()
    {
        lock (_gate) return _index.ReadEntries();
    }
}
