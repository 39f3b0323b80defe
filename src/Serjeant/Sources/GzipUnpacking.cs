using System.IO.Compression;

namespace Serjeant.Sources;

/// <summary>
/// A gzipped source, unpacked as it is read: all its members one after the other. Ends with an <see cref="IOException"/> in our words where the
/// gzip is damaged or cut short, or where it unpacks to more than <see cref="SourceLimits.GzipRatio"/> allows.
/// </summary>
internal sealed class GzipUnpacking(ByteWindow packed, int ratio) : ForwardStream
{
    /// <summary>Unpacked bytes before the ratio is asked about: small files of one repeated letter are no bombs.</summary>
    private const long Free = 1024 * 1024;

    private readonly GZipStream _unpacked = new(new WindowStream(packed), CompressionMode.Decompress);
    private long _given;

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return Given(_unpacked.Read(buffer));
        }
        catch (InvalidDataException)
        {
            throw Damaged();
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return Given(await _unpacked.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));
        }
        catch (InvalidDataException)
        {
            throw Damaged();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _unpacked.Dispose();
        base.Dispose(disposing);
    }

    private int Given(int count)
    {
        _given += count;
        return _given - Free <= packed.Offset * ratio
            ? count
            : throw new IOException($"the gzip unpacks to more than {ratio} times its size, as a bomb does");
    }

    private static IOException Damaged() => new("the gzip is damaged or cut short");

    /// <summary>
    /// Gives a window's bytes on, those first that were looked at already; always as many as are asked for, so that what comes out of a damaged
    /// gzip before its damage does not depend on how the bytes came in.
    /// </summary>
    private sealed class WindowStream(ByteWindow window) : ForwardStream
    {
        public override int Read(Span<byte> buffer)
        {
            // Only blocking windows are read this way, and their task is always done.
            if (window.Length < buffer.Length)
                window.HoldAsync(buffer.Length, CancellationToken.None).AsTask().GetAwaiter().GetResult();
            return Take(buffer);
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await window.HoldAsync(buffer.Length, cancellationToken).ConfigureAwait(false);
            return Take(buffer.Span);
        }

        private int Take(Span<byte> buffer)
        {
            if (window is { Length: 0, Failure: { } failure })
                throw new IOException(failure);
            var count = Math.Min(buffer.Length, window.Length);
            window.Bytes[..count].CopyTo(buffer);
            window.Consume(count);
            return count;
        }
    }
}
