using System.Text;

namespace Serjeant.Hunts.Patterns;

/// <summary>Cuts a STIX pattern into tokens (STIX 2.1, section 9; white space and comments are skipped as the published grammar does).</summary>
internal sealed class PatternLexer(string text)
{
    private int _at;

    public PatternToken Next()
    {
        SkipBlanks();
        if (_at >= text.Length) return new(PatternTokenKind.End, "", text.Length);
        var start = _at;
        var c = text[start];
        if (c == '\'') return Quoted(PatternTokenKind.Text, start, 0);
        if (c is 't' or 'h' or 'b' && Peek(1) == '\'')
            return Quoted(c switch { 't' => PatternTokenKind.Timestamp, 'h' => PatternTokenKind.Hex, _ => PatternTokenKind.Binary }, start, 1);
        if (char.IsAsciiLetter(c) || c == '_') return Taken(PatternTokenKind.Word, Count(1, static d => char.IsAsciiLetterOrDigit(d) || d is '_' or '-'));
        if (char.IsAsciiDigit(c) || c is '-' or '+' && char.IsAsciiDigit(Peek(1))) return Number();
        if (c is '!' or '<' or '>' or '=') return Comparison(c);
        if ("[]():,.*".Contains(c, StringComparison.Ordinal)) return Taken(PatternTokenKind.Sign, 1);
        return new(PatternTokenKind.Broken, $"\"{c}\" begins nothing that a pattern knows", start);
    }

    private char Peek(int ahead) => _at + ahead < text.Length ? text[_at + ahead] : '\0';

    private int Count(int from, Func<char, bool> belongs)
    {
        while (_at + from < text.Length && belongs(text[_at + from])) from++;
        return from;
    }

    private PatternToken Taken(PatternTokenKind kind, int length)
    {
        var token = new PatternToken(kind, text.Substring(_at, length), _at);
        _at += length;
        return token;
    }

    private PatternToken Number()
    {
        var length = Count(1, char.IsAsciiDigit);
        if (Peek(length) == '.' && char.IsAsciiDigit(Peek(length + 1))) length = Count(length + 1, char.IsAsciiDigit);
        return Taken(PatternTokenKind.Number, length);
    }

    /// <summary>"==" and "&lt;&gt;", which the published grammar knows too, become their usual forms.</summary>
    private PatternToken Comparison(char c)
    {
        var start = _at;
        var next = Peek(1);
        var two = (c, next) is ('!', '=') or ('<', '=') or ('>', '=') or ('=', '=') or ('<', '>');
        if (c == '!' && !two) return new(PatternTokenKind.Broken, "\"!\" without \"=\"", start);
        _at += two ? 2 : 1;
        return new(PatternTokenKind.Sign, (c, next) switch { ('=', _) => "=", ('<', '>') => "!=", _ => two ? $"{c}=" : c.ToString() }, start);
    }

    private PatternToken Quoted(PatternTokenKind kind, int start, int prefix)
    {
        var value = new StringBuilder();
        for (_at += prefix + 1; _at < text.Length; _at++)
        {
            var c = text[_at];
            if (c == '\'')
            {
                _at++;
                return new(kind, value.ToString(), start);
            }
            if (c == '\\' && Peek(1) is '\'' or '\\') c = text[++_at];
            value.Append(c);
        }
        return new(PatternTokenKind.Broken, "a quotation that does not end", start);
    }

    private void SkipBlanks()
    {
        while (_at < text.Length)
        {
            if (char.IsWhiteSpace(text[_at])) _at++;
            else if (text[_at] == '/' && Peek(1) == '/') _at = text.AsSpan(_at).IndexOfAny('\r', '\n') is >= 0 and var end ? _at + end : text.Length;
            else if (text[_at] == '/' && Peek(1) == '*') _at = text.IndexOf("*/", _at + 2, StringComparison.Ordinal) is >= 0 and var close ? close + 2 : text.Length;
            else return;
        }
    }
}
