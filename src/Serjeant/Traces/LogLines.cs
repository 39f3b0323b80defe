namespace Serjeant.Traces;

/// <summary>Cuts a stream into lines in one buffer of bounded size.</summary>
internal sealed class LogLines
{
    private readonly Stream _stream;
    private readonly int _most;
    private readonly byte[] _buffer;
    private int _start, _end;
    private bool _ended;

    public LogLines(Stream stream, int mostBytes)
    {
        (_stream, _most) = (stream, mostBytes);
        _buffer = new byte[Math.Max(mostBytes * 2, 256 * 1024)];
        Fill();
        if (Rest is [0xEF, 0xBB, 0xBF, ..]) _start += 3;
    }

    /// <summary>Of the line last read, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Lines that were cut.</summary>
    public long Cut { get; private set; }

    /// <summary>Why the stream ended before its end; empty where it did not.</summary>
    public string Damage { get; private set; } = "";

    /// <summary>What is in the buffer and not yet given: at the beginning, the file's head.</summary>
    public ReadOnlySpan<byte> Rest => _buffer.AsSpan(_start, _end - _start);

    /// <summary>The rest of the file is in the buffer.</summary>
    public bool IsWhole => _ended;

    /// <summary>The next line without its end, cut where it is too long; valid until the next call.</summary>
    public bool TryRead(out ReadOnlyMemory<byte> line)
    {
        var length = Rest.IndexOf((byte)'\n');
        if (length < 0)
        {
            Fill();
            length = Rest.IndexOf((byte)'\n');
        }
        if (length < 0 && _start == _end)
        {
            line = default;
            return false;
        }
        Number++;
        if (length < 0 && _ended) length = _end - _start;
        if (length >= 0 && length <= _most)
        {
            line = Tidy(_start, length);
            _start = Math.Min(_start + length + 1, _end);
            return true;
        }
        Cut++;
        // The rest of the line is passed over first: what is given lies where nothing is read to.
        var kept = _buffer.AsSpan(_start, _most).ToArray();
        Pass(length);
        line = kept;
        return true;
    }

    private void Pass(int length)
    {
        while (length < 0 && _start < _end)
        {
            _start = _end;
            Fill();
            length = Rest.IndexOf((byte)'\n');
        }
        // The last line may have no end.
        _start = length < 0 ? _end : Math.Min(_start + length + 1, _end);
    }

    /// <summary>Without a carriage return at the end, and the zeros that a crash leaves in front.</summary>
    private ReadOnlyMemory<byte> Tidy(int start, int length)
    {
        if (length > 0 && _buffer[start + length - 1] == '\r') length--;
        while (length > 0 && _buffer[start] == 0) (start, length) = (start + 1, length - 1);
        return _buffer.AsMemory(start, length);
    }

    private void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        while (!_ended && _end < _buffer.Length)
        {
            int count;
            try
            {
                count = _stream.Read(_buffer, _end, _buffer.Length - _end);
            }
            catch (IOException problem)
            {
                Damage = problem.Message;
                count = 0;
            }
            if (count == 0) _ended = true;
            _end += count;
        }
    }
}
