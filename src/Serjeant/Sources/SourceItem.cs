using System.Buffers;

namespace Serjeant.Sources;

/// <summary>What reading a source gives: a message, or the reason why there is none. Nothing is left out silently.</summary>
public abstract record SourceItem(MessagePlace Place)
{
    /// <summary>Bytes from the start of the (unpacked) source to just behind this item: what <see cref="SourceProgress.Offset"/>
    /// is to be once the item is stored, so that reading can go on there. 0 where it did not come from a reader.</summary>
    public long End { get; init; }
}

/// <summary>One message as it stood in its source, not yet looked at: header and body bytes without any mbox quoting.</summary>
/// <remarks>The bytes may be lent by a pool: whoever takes the message off the stream disposes it once, when it is done with them.</remarks>
public sealed record RawMessage(MessagePlace Place, ReadOnlyMemory<byte> Bytes) : SourceItem(Place), IDisposable
{
    private byte[]? _lent;

    /// <summary>A message whose bytes are the first <paramref name="length"/> of an array of the shared pool, given back on disposal.</summary>
    internal static RawMessage Lent(MessagePlace place, byte[] pooled, int length) =>
        new(place, pooled.AsMemory(0, length)) { _lent = pooled };

    /// <inheritdoc cref="Lent(MessagePlace, byte[], int)"/>
    internal static RawMessage Lent(MessagePlace place, byte[] pooled, int length, long end) =>
        new(place, pooled.AsMemory(0, length)) { _lent = pooled, End = end };

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _lent, null) is { } pooled)
            ArrayPool<byte>.Shared.Return(pooled);
    }
}

/// <summary>Something that could not be read as a message, and why, in words a person can act on.</summary>
public sealed record Unreadable(MessagePlace Place, string Reason) : SourceItem(Place);
