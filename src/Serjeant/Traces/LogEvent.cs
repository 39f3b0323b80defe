namespace Serjeant.Traces;

/// <summary>
/// One line of a log, taken apart without copies: fields are slices of the line's bytes (UTF-8 or whatever the client sent). Reused from line to
/// line by its reader: whoever keeps something copies it.
/// </summary>
public sealed class LogEvent
{
    private readonly (int Start, int Length)[] _slices = new (int, int)[(int)LogField.Count];
    private ReadOnlyMemory<byte> _line;

    public LogSource Source { get; set; }

    /// <summary>Null where the line has none that can be read.</summary>
    public DateTimeOffset? Time { get; set; }

    /// <summary>The whole line, without its end.</summary>
    public ReadOnlySpan<byte> Line => _line.Span;

    /// <summary>Empty where the format has no such field, or the line has nothing there.</summary>
    public ReadOnlySpan<byte> this[LogField field]
    {
        get
        {
            var (start, length) = _slices[(int)field];
            return _line.Span.Slice(start, length);
        }
    }

    /// <summary>Begins a new line: all fields are empty.</summary>
    public void Begin(ReadOnlyMemory<byte> line)
    {
        _line = line;
        Time = null;
        Array.Clear(_slices);
    }

    /// <param name="field">Which field.</param>
    /// <param name="start">Where in the line it begins.</param>
    /// <param name="length">Its length; "-" stands for nothing in most formats and is left out by the format.</param>
    public void Set(LogField field, int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start + length, _line.Length);
        _slices[(int)field] = (start, length);
    }
}
