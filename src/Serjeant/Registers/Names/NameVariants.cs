namespace Serjeant.Registers.Names;

/// <summary>Under which keys each token of a register is found: itself, its nicknames, its other spellings, its look, itself with one letter wrong.</summary>
internal sealed class NameVariants
{
    private const int ShortestLoose = 3, ShortestLook = 3;

    /// <param name="words">Holds other usual spellings already; tokens and nicknames are put before them.</param>
    public NameVariants(Dictionary<string, int> tokens, List<(ulong Key, int Value)> words)
    {
        Tokens = new string[tokens.Count];
        foreach (var (word, token) in tokens) Tokens[token] = word;
        var spellings = words.ToArray();
        words.Clear();
        for (var token = 0; token < Tokens.Length; token++) words.Add((NameHash.Key(NameHash.Of(Tokens[token]), 1), NameIndex.Value(token, VariantKind.Exact)));
        words.AddRange(spellings);
        for (var token = 0; token < Tokens.Length; token++) Add(Tokens[token], token);
    }

    public string[] Tokens { get; }

    public List<(ulong Key, int Value)> Looses { get; } = [];

    public List<(ulong Key, int Value)> Looks { get; } = [];

    public List<(ulong Key, int Value)> Edits { get; } = [];

    private void Add(string word, int token)
    {
        if (word.Length >= ShortestLook) Looks.Add((NameHash.Key(NameLook.HashOf(word), 2), NameIndex.Value(token, VariantKind.LookAlike)));
        if (word.Length < NameIndexMaker.ShortestEdited) return;
        ulong last = NameHash.Key(NameHash.Of(word), 4);
        Edits.Add((last, NameIndex.Value(token, VariantKind.Edit)));
        Span<ulong> ends = stackalloc ulong[NameHash.MaximumWord + 1];
        ends[0] = 0;
        for (var i = 0; i < word.Length; i++) ends[i + 1] = NameHash.Append(ends[i], word[i]);
        for (var i = 0; i < word.Length; i++)
            if (i == 0 || word[i] != word[i - 1]) Edits.Add((NameHash.Key(Without(ends, word.Length, i), 4), NameIndex.Value(token, VariantKind.Edit)));
    }

    /// <summary>The hash of a word without the letter at a place.</summary>
    /// <param name="ends">Hashes of the first 0, 1, 2 ... letters.</param>
    public static ulong Without(ReadOnlySpan<ulong> ends, int length, int place) =>
        NameHash.Concat(ends[place], NameHash.Part(ends[place + 1], ends[length], length - place - 1), length - place - 1);
}
