using Serjeant.Hunts;
using Serjeant.Sources;
using Serjeant.Storage.Tables;
using Serjeant.Values;

namespace Serjeant.Storage;

public sealed partial class SqliteStore
{
    private readonly MemoryIndex _index = new();

    public void Index(IndexedMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (_gate)
        {
            if (!IsSettled(message.Entry.Id)) _index.Add(message);
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
            return _index.FindEntry(number) is null ? [] : FileTable.FindPlaces(_database, number);
        }
    }

    public IEnumerable<string> ReadListed(SelectorKind kind, string within = "")
    {
        lock (_gate) return _index.ReadListed(kind, within);
    }

    internal void RemoveEntries(IReadOnlySet<uint> numbers) => _index.RemoveEntries(numbers);

    internal void RemovePostings(IReadOnlySet<(SelectorKey Key, uint Number)> postings) => _index.RemovePostings(postings);

    internal void Replace(uint number, IndexEntry entry) => _index.Replace(number, entry);

    public IEnumerable<(uint Number, IndexEntry Entry)> ReadEntries()
    {
        lock (_gate) return _index.ReadEntries();
    }
}
