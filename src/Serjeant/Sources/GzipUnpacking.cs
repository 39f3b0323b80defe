using System.IO.Compression;

namespace Serjeant.Sources;

/// <summary>
/// A gzipped source, unpacked as it is read: all its members one after the other. Ends with an <see cref="IOException"/> in our words where the
/// gzip is damaged or cut short, or where it unpacks to more than <see cref="SourceLimits.GzipRatio"/> allows.
/// </summary>
/// <remarks>
/// .NET takes a gzip that is cut short for one that ends there, unless the whole process is told otherwise. So one more member, known to us, is put
/// behind the last: where it was asked for and does not come out, the unpacking was not between two members when the bytes ran out. Where it was
/// not asked for, unpacking ended at bytes that are no gzip (padding), which are left alone as gzip itself leaves them.
/// </remarks>
internal sealed class GzipUnpacking : ForwardStream
{
    /// <summary>Unpacked bytes before the ratio is asked about: small files of one repeated letter are no bombs.</summary>
    private const long Free = 1024 * 1024;

    private static readonly byte[] LastWords = "\0the end of the gzip, as Serjeant marks it\0"u8.ToArray();
    private static readonly byte[] LastMember = Pack(LastWords);

    private readonly ByteWindow _packed;
    private readonly int _ratio;
    private readonly WindowStream _source;
    private readonly GZipStream _unpacked;
    // What was unpacked and not yet given; the last bytes stay until it is known whether they are the last words.
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _withheld = LastWords.Length;
    private int _start;
    private int _end;
    private bool _ended;
    private long _given;

    public GzipUnpacking(ByteWindow packed, int ratio)
    {
        (_packed, _ratio, _source) = (packed, ratio, new WindowStream(packed));
        _unpacked = new GZipStream(_source, CompressionMode.Decompress);
    }

    public override int Read(Span<byte> buffer)
    {
        while (!_ended && _end - _start <= _withheld)
        {
            try
            {
                Take(_unpacked.Read(Room().Span));
            }
            catch (InvalidDataException)
            {
                throw Damaged();
            }
        }
        return Give(buffer);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!_ended && _end - _start <= _withheld)
        {
            try
            {
                Take(await _unpacked.ReadAsync(Room(), cancellationToken).ConfigureAwait(false));
            }
            catch (InvalidDataException)
            {
                throw Damaged();
            }
        }
        return Give(buffer.Span);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _unpacked.Dispose();
        base.Dispose(disposing);
    }

    private Memory<byte> Room()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        return _buffer.AsMemory(_end);
    }

    private void Take(int count)
    {
        _end += count;
        _given += count;
        _ended = count == 0;
        if (_given - Free > _packed.Offset * _ratio)
            throw new IOException($"the gzip unpacks to more than {_ratio} times its size, as a bomb does");
        if (_ended && !_source.LastAsked)
            _withheld = 0;
        else if (_ended && !_buffer.AsSpan(_start, _end - _start).SequenceEqual(LastWords))
            throw Damaged();
    }

    private int Give(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, Math.Max(0, _end - _start - _withheld));
        _buffer.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    private static byte[] Pack(byte[] bytes)
    {
        var member = new MemoryStream();
        using (var gzip = new GZipStream(member, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return member.ToArray();
    }

    private static IOException Damaged() => new("the gzip is damaged or cut short");

    /// <summary>
    /// Gives a window's bytes on, those first that were looked at already; always as many as are asked for, so that what comes out of a damaged
    /// gzip before its damage does not depend on how the bytes came in.
    /// </summary>
    private sealed class WindowStream(ByteWindow window) : ForwardStream
    {
        private int _last;

        public bool LastAsked => _last > 0;

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
            var count = Math.Min(buffer.Length, window.Length == 0 ? LastMember.Length - _last : window.Length);
            if (window.Length == 0)
            {
                LastMember.AsSpan(_last, count).CopyTo(buffer);
                _last += count;
                return count;
            }
            window.Bytes[..count].CopyTo(buffer);
            window.Consume(count);
            return count;
        }
    }
}
