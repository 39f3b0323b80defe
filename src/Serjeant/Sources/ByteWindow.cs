using System.Buffers;

namespace Serjeant.Sources;

/// <summary>A sliding view of a stream in one pooled buffer: bytes enter at the end, and leave at the front once they are dealt with.</summary>
/// <remarks>
/// It grows only as far as its user lets bytes stand, and shrinks again afterwards. A stream that fails ends here with
/// <see cref="Failure"/> set instead of an exception, so that what came before the failure is still given.
/// </remarks>
internal sealed class ByteWindow : IDisposable
{
    /// <summary>Bytes asked of the stream at once: small enough to stay in a processor's second cache.</summary>
    private const int Chunk = 256 * 1024;
    private const int ShrinkAbove = 4 * 1024 * 1024;

    private readonly Stream _stream;
    private readonly bool _blocking;
    private byte[] _buffer;
    private int _start;
    private int _end;

    /// <param name="stream">Owned by whoever opened it.</param>
    /// <param name="blocking">Read it without awaiting: a file's bytes are there at once, and a task for each small file costs more than they do.</param>
    /// <param name="expected">Bytes that are likely to come; 0 if nobody knows.</param>
    public ByteWindow(Stream stream, bool blocking, long expected)
    {
        _stream = stream;
        _blocking = blocking;
        // One byte more than expected, or else the read that finds the end would make the buffer grow.
        _buffer = ArrayPool<byte>.Shared.Rent(expected is > 0 and < Chunk ? (int)expected + 1 : Chunk * 2);
    }

    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(_start, _end - _start);

    public int Length => _end - _start;

    /// <summary>Where the window's first byte stands in the stream.</summary>
    public long Offset { get; private set; }

    /// <summary>Nothing more will come.</summary>
    public bool Ended { get; private set; }

    /// <summary>Why the stream could not be read to its end, if it could not.</summary>
    public string? Failure { get; private set; }

    public bool CanSeek => _stream.CanSeek;

    public void Consume(int count)
    {
        _start += count;
        Offset += count;
    }

    /// <summary>Takes in what the stream gives next; false at its end.</summary>
    public async ValueTask<bool> FillAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (Ended)
            return false;
        MakeRoom();
        try
        {
            var room = _buffer.AsMemory(_end, Math.Min(_buffer.Length - _end, Chunk));
            var read = _blocking ? _stream.Read(room.Span) : await FromPipeAsync(room, cancellation).ConfigureAwait(false);
            _end += read;
            Ended = read == 0;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or NotSupportedException)
        {
            Failure = e.Message;
            Ended = true;
        }
        return !Ended;
    }

    /// <summary>A pipe may never give anything, and the system's own read of it heeds no token: whoever asks us to stop need not wait for it.</summary>
    private async Task<int> FromPipeAsync(Memory<byte> room, CancellationToken cancellation) =>
        await Task.Run(() => _stream.Read(room.Span), CancellationToken.None).WaitAsync(cancellation).ConfigureAwait(false);

    /// <summary>Fills until so many bytes stand here; false where the stream ends before.</summary>
    public async ValueTask<bool> HoldAsync(int count, CancellationToken cancellation)
    {
        while (Length < count)
            if (!await FillAsync(cancellation).ConfigureAwait(false))
                return false;
        return true;
    }

    /// <summary>Goes on reading elsewhere. Only where <see cref="CanSeek"/>.</summary>
    public void Seek(long offset)
    {
        _stream.Seek(offset, SeekOrigin.Begin);
        (_start, _end, Offset, Ended, Failure) = (0, 0, offset, false, null);
    }

    /// <summary>Hands the buffer over where the window's bytes begin it; null where they do not. The window is empty afterwards.</summary>
    public byte[]? Detach(out int length)
    {
        length = Length;
        if (_start != 0)
            return null;
        var buffer = _buffer;
        Offset += length;
        (_buffer, _end, Ended) = ([], 0, true);
        return buffer;
    }

    public void Dispose()
    {
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void MakeRoom()
    {
        var length = Length;
        if (_buffer.Length > ShrinkAbove && length < Chunk)
            MoveTo(Chunk * 2);
        else if (_end < _buffer.Length && _end + Chunk <= _buffer.Length || _end < _buffer.Length && _buffer.Length < Chunk)
            return;
        else if (_start > 0 && length <= _buffer.Length / 4 * 3)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, length);
            (_start, _end) = (0, length);
        }
        else
            MoveTo(Math.Max(_buffer.Length * 2, Chunk * 2));
    }

    private void MoveTo(int size)
    {
        var length = Length;
        var other = ArrayPool<byte>.Shared.Rent(size);
        Bytes.CopyTo(other);
        ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, _start, _end) = (other, 0, length);
    }
}
