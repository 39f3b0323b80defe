namespace Serjeant.Hunts.Patterns;

internal enum PatternTokenKind
{
    End,
    /// <summary>A bare word: keyword, type or property.</summary>
    Word,
    /// <summary>'...', its escapes undone.</summary>
    Text,
    /// <summary>Whole or with a fraction; may have a sign.</summary>
    Number,
    /// <summary>t'...': kept as written, as are the next two.</summary>
    Timestamp,
    Hex,
    Binary,
    /// <summary>One of [ ] ( ) : , . * = != &lt; &gt; &lt;= &gt;=</summary>
    Sign,
    /// <summary>Something that begins no token; the text says what is wrong.</summary>
    Broken,
}

/// <param name="Kind">What it is.</param>
/// <param name="Text">Without quotes and escapes.</param>
/// <param name="At">Index of its first character in the pattern.</param>
internal readonly record struct PatternToken(PatternTokenKind Kind, string Text, int At)
{
    public bool Is(string sign) => Kind == PatternTokenKind.Sign && Text == sign;

    /// <summary>Keywords are written in capitals; small letters are forgiven.</summary>
    public bool IsWord(string word) => Kind == PatternTokenKind.Word && Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
