using Serjeant.Sources;
using Serjeant.Values;

namespace Serjeant.Campaigns;

/// <summary>A message as one scan met it: the same bytes may stand in several places.</summary>
public sealed record Sighting(MessagePlace Place, Sha256 Message);

/// <summary>
/// Keeps messages for good and gives them back in orders that need no memory. One writer at a time, many readers; nothing counts as
/// kept before <see cref="CommitAsync"/> has returned.
/// </summary>
public interface IMessageStore
{
    /// <summary>Keeps a message seen at a place in the current scan. Seen before, or deleted since: only the place is noted.</summary>
    /// <returns>Whether the message was new.</returns>
    bool Add(MessagePlace place, KeptMessage message);

    /// <summary>Notes a place of the current scan that could not be read.</summary>
    void Add(Unreadable unreadable);

    /// <summary>Makes what was added durable: it survives a crash from here on.</summary>
    Task CommitAsync(CancellationToken cancellation);

    long CountMessages();

    /// <summary>All messages, by date (undated last), then by identity.</summary>
    IEnumerable<KeptMessage> ReadAll();

    KeptMessage? Find(Sha256 message);

    /// <summary>The places of the current scan with their messages, in the order of reading.</summary>
    IEnumerable<(MessagePlace Place, KeptMessage Message)> ReadScan();

    /// <summary>
    /// Places of the current scan whose message is no longer kept, or only as an index entry: they are not in <see cref="ReadScan"/>, and what was
    /// deleted there is not taken in again.
    /// </summary>
    long CountDropped();

    /// <summary>Places of the current scan that could not be read, in the order of reading.</summary>
    IEnumerable<Unreadable> ReadUnreadable();
}
