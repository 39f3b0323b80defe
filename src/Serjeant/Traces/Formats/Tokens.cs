namespace Serjeant.Traces.Formats;

/// <summary>Walks over a line's words; knows where each stands.</summary>
internal ref struct Tokens(ReadOnlySpan<byte> line)
{
    private readonly ReadOnlySpan<byte> _line = line;
    private int _next;

    /// <summary>Where the word begins.</summary>
    public int Start { get; private set; }

    public int Length { get; private set; }

    public readonly ReadOnlySpan<byte> Text => _line.Slice(Start, Length);

    /// <summary>Where the next word is looked for.</summary>
    public int Position
    {
        readonly get => _next;
        set => _next = Math.Clamp(value, 0, _line.Length);
    }

    /// <summary>Nothing but spaces is left.</summary>
    public readonly bool AtEnd => _line[_next..].TrimStart((byte)' ').IsEmpty;

    /// <summary>The next word; words are parted by spaces.</summary>
    public bool Next()
    {
        while (_next < _line.Length && _line[_next] == ' ') _next++;
        if (_next == _line.Length) return false;
        var length = _line[_next..].IndexOf((byte)' ');
        (Start, Length) = (_next, length < 0 ? _line.Length - _next : length);
        _next = Start + Length;
        return true;
    }

    /// <summary>The next word's inside where it stands in double quotes (a backslash keeps what follows it), else the word.</summary>
    /// <returns>False at the end, and where a quote is not closed.</returns>
    public bool NextQuoted(out bool quoted)
    {
        quoted = false;
        while (_next < _line.Length && _line[_next] == ' ') _next++;
        if (_next == _line.Length || _line[_next] != '"') return Next();
        quoted = true;
        Start = _next + 1;
        for (var at = Start; ;)
        {
            var found = _line[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (found < 0) return false;
            at += found;
            if (_line[at] == '"')
            {
                (Length, _next) = (at - Start, at + 1);
                return true;
            }
            if ((at += 2) > _line.Length) return false;
        }
    }

    /// <summary>Puts the word into a field, unless it is a hyphen, which means that there is nothing.</summary>
    public readonly void Into(LogEvent into, LogField field)
    {
        if (Length != 1 || _line[Start] != '-') into.Set(field, Start, Length);
    }
}
