using System.Runtime.InteropServices;

namespace Serjeant.Traces;

/// <summary>
/// One line of a log, taken apart without copies: fields are slices of the line's bytes (UTF-8 or whatever the client sent), or of what the format
/// made of them where they were escaped. Reused from line to line by its reader: whoever keeps something copies it.
/// </summary>
public sealed class LogEvent
{
    // Below zero: the complement of a start in _side.
    private readonly int[] _starts = new int[(int)LogField.Count];
    private readonly int[] _lengths = new int[(int)LogField.Count];
    private byte[] _bytes = [];
    private int _offset, _length;
    private byte[] _side = new byte[1024];
    private int _used;

    public LogSource Source { get; set; }

    public LogFormat Format { get; set; }

    /// <summary>The line's number in its file, from 1.</summary>
    public long Number { get; set; }

    /// <summary>In UTC; null where the line has none that can be read.</summary>
    public DateTimeOffset? Time { get; set; }

    /// <summary>The whole line, without its end.</summary>
    public ReadOnlySpan<byte> Line => _bytes.AsSpan(_offset, _length);

    /// <summary>Empty where the format has no such field, or the line has nothing there.</summary>
    public ReadOnlySpan<byte> this[LogField field]
    {
        get
        {
            var start = _starts[(int)field];
            return start >= 0 ? _bytes.AsSpan(_offset + start, _lengths[(int)field]) : _side.AsSpan(~start, _lengths[(int)field]);
        }
    }

    /// <summary>All values that do not stand in the line as they are, one behind the other.</summary>
    internal ReadOnlySpan<byte> Made => _side.AsSpan(0, _used);

    /// <summary>Begins a new line: all fields are empty.</summary>
    public void Begin(ReadOnlyMemory<byte> line)
    {
        if (MemoryMarshal.TryGetArray(line, out var segment)) (_bytes, _offset) = (segment.Array!, segment.Offset);
        else (_bytes, _offset) = (line.ToArray(), 0);
        _length = line.Length;
        _used = 0;
        Time = null;
        Array.Clear(_starts);
        Array.Clear(_lengths);
    }

    /// <param name="field">Which field.</param>
    /// <param name="start">Where in the line it begins.</param>
    /// <param name="length">Its length; "-" stands for nothing in most formats and is left out by the format.</param>
    public void Set(LogField field, int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start + length, _length);
        _starts[(int)field] = start;
        _lengths[(int)field] = length;
    }

    /// <summary>For what does not stand in the line as it is meant; copied.</summary>
    public void Set(LogField field, ReadOnlySpan<byte> value) => value.CopyTo(Make(field, value.Length));

    /// <summary>Room for a value that is written in place; valid until the next field is made.</summary>
    internal Span<byte> Make(LogField field, int length)
    {
        if (_side.Length - _used < length) Array.Resize(ref _side, Math.Max(_side.Length * 2, _used + length));
        _starts[(int)field] = ~_used;
        _lengths[(int)field] = length;
        _used += length;
        return _side.AsSpan(_used - length, length);
    }

    /// <summary>Makes a field shorter: for values whose length shows only when they are written.</summary>
    internal void Shorten(LogField field, int length) => _lengths[(int)field] = Math.Min(length, _lengths[(int)field]);

    /// <summary>Part of a field as another field, without a copy.</summary>
    internal void SetPart(LogField field, LogField whole, int start, int length)
    {
        var begin = _starts[(int)whole];
        _starts[(int)field] = begin >= 0 ? begin + start : ~(~begin + start);
        _lengths[(int)field] = length;
    }
}
