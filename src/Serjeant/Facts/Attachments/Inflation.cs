using System.Buffers;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Serjeant.Facts.Attachments;

/// <summary>How some packed bytes are wrapped around their deflate data (RFC 1950, 1951, 1952).</summary>
internal enum Packing
{
    Deflate,
    Zlib,
    Gzip,
}

/// <summary>Unpacks deflate data into a rented buffer, as far as the bounds allow; broken data gives what came before the break.</summary>
internal static class Inflation
{
    /// <summary>First size of the buffer where nothing is known: most parts that matter are smaller.</summary>
    private const int FirstSize = 16 * 1024;

    /// <param name="atMost">Bytes wanted at most, besides the budget.</param>
    public static PooledBytes Run(ReadOnlyMemory<byte> packed, Packing packing, long atMost, AttachmentBudget budget)
    {
        var bound = (int)Math.Min(Math.Min(atMost, budget.Bytes), int.MaxValue / 2);
        if (bound <= 0 || packed.IsEmpty || !MemoryMarshal.TryGetArray(packed, out var segment))
            return new(null, 0, bound <= 0);
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Min(bound, FirstSize));
        var length = 0;
        var ended = false;
        try
        {
            using var source = new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false);
            using var stream = Open(source, packing);
            while (length < bound)
            {
                if (length == buffer.Length) Grow(ref buffer, bound);
                var read = stream.Read(buffer.AsSpan(length, Math.Min(buffer.Length, bound) - length));
                if (read == 0)
                {
                    ended = true;
                    break;
                }
                length += read;
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            ended = true; // broken data: what came out before stands
        }
        budget.TakeBytes(length);
        return new(buffer, length, !ended);
    }

    private static Stream Open(MemoryStream source, Packing packing) => packing switch
    {
        Packing.Zlib => new ZLibStream(source, CompressionMode.Decompress),
        Packing.Gzip => new GZipStream(source, CompressionMode.Decompress),
        _ => new DeflateStream(source, CompressionMode.Decompress),
    };

    private static void Grow(ref byte[] buffer, int bound)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(bound, buffer.Length * 4L));
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
