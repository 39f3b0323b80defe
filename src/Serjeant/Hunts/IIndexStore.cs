using Serjeant.Sources;

namespace Serjeant.Hunts;

/// <summary>A message that has a selector.</summary>
/// <param name="Key">Which selector.</param>
/// <param name="Number">Which message: its number in this store; numbers are never given again.</param>
/// <param name="Role">Where it stood.</param>
public readonly record struct Posting(SelectorKey Key, uint Number, SelectorRole Role);

/// <summary>
/// The index of everything that was ever scanned. One writer at a time, many readers. Nothing counts as kept before
/// <see cref="Campaigns.IMessageStore.CommitAsync"/> has returned; reading sees what was committed.
/// </summary>
public interface IIndexStore
{
    /// <summary>The house's secrets: what this store writes of people is hashed under the current one.</summary>
    Values.KeyRing Keys { get; }

    /// <summary>Indexes a message that this store keeps. Again for the same message: what is new is added to what is there.</summary>
    void Index(IndexedMessage message);

    /// <summary>Messages indexed.</summary>
    long CountEntries();

    /// <summary>The highest number that was ever given, deleted or not; 0 before the first: what comes later has a higher one.</summary>
    uint LastNumber { get; }

    /// <summary>All messages that have one of the keys: by key in the order given, then by number.</summary>
    /// <param name="keys">Ascending, each once.</param>
    IEnumerable<Posting> Find(IReadOnlyList<SelectorKey> keys, CancellationToken cancellation);

    /// <summary>How many messages have the key: without reading them, so that what everybody has can be told first.</summary>
    long Count(SelectorKey key);

    /// <summary>Null where it was deleted since.</summary>
    IndexEntry? FindEntry(uint number);

    /// <summary>The number of a message that is indexed, or null.</summary>
    uint? NumberOf(Values.Sha256 message);

    /// <summary>Where the message lies, as last seen; empty where it was handed in or its file is gone.</summary>
    IReadOnlyList<MessagePlace> FindPlaces(uint number);

    /// <summary>Listed selectors of a kind, in any order; for hosts only those within a domain where one is given.</summary>
    /// <param name="within">A domain such as "example.com": itself and everything below; empty for all.</param>
    IEnumerable<string> ReadListed(SelectorKind kind, string within = "");
}
