namespace Serjeant.Facts.Authentication;

/// <summary>
/// Walks through the value of an Authentication-Results field (RFC 8601 section 2.2): comments and white space anywhere,
/// quoted strings, versions, "none", no authserv-id, characters that tokens may not have. What cannot be read is passed over.
/// </summary>
internal ref struct ResultsField
{
    private readonly ReadOnlySpan<char> _text;
    private int _at;

    /// <param name="text">Unfolded; for ARC-Authentication-Results without its leading i=.</param>
    public ResultsField(ReadOnlySpan<char> text)
    {
        _text = text;
        SkipSpace();
        var start = _at;
        var word = Word(" ;=(");
        SkipSpace();
        if (Next == '=')
        {
            _at = start; // Outlook.com begins with the first result
            return;
        }
        Authority = word.Trim('"');
        SkipToEnd();
    }

    /// <summary>authserv-id; empty where there is none.</summary>
    public ReadOnlySpan<char> Authority { get; }

    public ReadOnlySpan<char> Method { get; private set; }

    public ReadOnlySpan<char> Result { get; private set; }

    /// <summary>The comment behind the result, where hosts write policy and reason.</summary>
    public ReadOnlySpan<char> Comment { get; private set; }

    /// <summary>Goes to the next "method=result"; false at the end.</summary>
    public bool NextResult()
    {
        while (true)
        {
            if (!AtStart) SkipToEnd(); // properties that nobody asked for
            if (_at >= _text.Length && !AtStart) return false;
            if (Next == ';') _at++;
            AtStart = false;
            Comment = [];
            SkipSpace();
            if (_at >= _text.Length) return false;
            var method = Word(" ;=(./");
            if (Next == '/') Word(" ;=("); // version of the method
            SkipSpace();
            if (Next != '=') continue;
            _at++;
            SkipSpace();
            Method = method;
            Result = Value();
            return true;
        }
    }

    /// <summary>Goes to the next "type.property=value" of this result; false where it has no more.</summary>
    public bool NextProperty(out ReadOnlySpan<char> type, out ReadOnlySpan<char> property, out ReadOnlySpan<char> value)
    {
        type = property = value = [];
        while (true)
        {
            SkipSpace();
            if (_at >= _text.Length || Next == ';') return false;
            var start = _at;
            type = Word(" ;=(.");
            SkipSpace();
            property = [];
            if (Next == '.')
            {
                _at++;
                SkipSpace();
                property = Word(" ;=(");
                SkipSpace();
            }
            if (Next == '=')
            {
                _at++;
                SkipSpace();
                value = Value();
                return true;
            }
            if (_at == start) _at++;
        }
    }

    private bool AtStart { get; set; } = true;

    private readonly char Next => _at < _text.Length ? _text[_at] : '\0';

    private ReadOnlySpan<char> Word(ReadOnlySpan<char> ends)
    {
        var rest = _text[_at..];
        var length = rest.IndexOfAny(ends);
        if (length < 0) length = rest.Length;
        _at += length;
        return rest[..length];
    }

    private ReadOnlySpan<char> Value()
    {
        var start = _at;
        if (Next == '"')
        {
            for (_at++; _at < _text.Length && _text[_at] != '"'; _at++)
                if (_text[_at] == '\\') _at++;
            _at = Math.Min(_at + 1, _text.Length);
            if (Next is not '@') return _text[start.._at].Trim('"');
        }
        Word(" ;(");
        return _text[start.._at];
    }

    private void SkipToEnd()
    {
        while (_at < _text.Length && _text[_at] != ';')
        {
            if (_text[_at] == '(') SkipComment();
            else if (_text[_at] == '"') Value();
            else _at++;
        }
    }

    private void SkipSpace()
    {
        while (_at < _text.Length)
        {
            if (_text[_at] == '(') SkipComment();
            else if (_text[_at] == ' ') _at++;
            else return;
        }
    }

    private void SkipComment()
    {
        var start = _at;
        var depth = 0;
        for (; _at < _text.Length; _at++)
        {
            if (_text[_at] == '\\') _at++;
            else if (_text[_at] == '(') depth++;
            else if (_text[_at] == ')' && --depth == 0) break;
        }
        _at = Math.Min(_at + 1, _text.Length);
        if (Comment.IsEmpty) Comment = _text[start.._at].Trim("()");
    }
}
