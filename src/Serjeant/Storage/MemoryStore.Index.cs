using Serjeant.Hunts;
using Serjeant.Sources;
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

    public IEnumerable<string> ReadListed(SelectorKind kind, string within = "")
    {
        lock (_gate) return _index.ReadListed(kind, within);
    }

    public IEnumerable<(uint Number, IndexEntry Entry)> ReadEntries()
    {
        lock (_gate) return _index.ReadEntries();
    }
}
