namespace Serjeant.Registers.Names;

/// <summary>Under which keys each token of a register is found: itself, its nicknames, its other spellings, its look, itself with one letter wrong.</summary>
internal sealed class NameVariants
{
    public const int ShortestLoose = 3;

    /// <summary>The same of syllables of Korean and Chinese names: Gu, Ku.</summary>
    public const int ShortestSyllable = 2;

    private const int ShortestLook = 3;

    /// <param name="vowelless">Tokens that come from scripts that leave vowels out.</param>
    /// <param name="words">Holds other usual spellings already; tokens and nicknames are put before them.</param>
    public NameVariants(Dictionary<string, int> tokens, List<(ulong Key, int Value)> words, HashSet<int> vowelless)
    {
        Tokens = new string[tokens.Count];
        foreach (var (word, token) in tokens) Tokens[token] = word;
        var spellings = words.ToArray();
        words.Clear();
        for (var token = 0; token < Tokens.Length; token++) words.Add((NameHash.Key(NameHash.Of(Tokens[token]), 1), NameIndex.Value(token, VariantKind.Exact)));
        foreach (var (word, token) in tokens)
            foreach (var other in Nicknamed(word)) words.Add((NameHash.Key(NameHash.Of(other), 1), NameIndex.Value(token, VariantKind.Nickname)));
        words.AddRange(spellings);
        for (var token = 0; token < Tokens.Length; token++) Add(Tokens[token], token, vowelless.Contains(token));
    }

    public string[] Tokens { get; }

    // Tom for Thomas, Thomas for Tom, and Tommy for Tom, since both stand for Thomas.
    private static HashSet<string> Nicknamed(string word)
    {
        var others = new HashSet<string>(StringComparer.Ordinal);
        others.UnionWith(Nicknames.Shipped.NicknamesOf(word));
        foreach (var full in Nicknames.Shipped.FullNamesOf(word))
        {
            others.Add(full);
            others.UnionWith(Nicknames.Shipped.NicknamesOf(full));
        }
        others.Remove(word);
        return others;
    }

    public List<(ulong Key, int Value)> Looses { get; } = [];

    public List<(ulong Key, int Value)> Sounds { get; } = [];

    public List<(ulong Key, int Value)> Looks { get; } = [];

    public List<(ulong Key, int Value)> Edits { get; } = [];

    private void Add(string word, int token, bool vowelless)
    {
        if (word.Length >= ShortestLook) Looks.Add((NameHash.Key(NameLook.HashOf(word), 2), NameIndex.Value(token, VariantKind.LookAlike)));
        if (word.Length >= ShortestSyllable && word[0] < 0x250)
        {
            if (Romanisation.LooseKey(word) is { Length: > 0 } loose && IsLoose(word, loose)) Looses.Add((LooseKey(loose), NameIndex.Value(token, VariantKind.Loose)));
            if (word.Length >= ShortestLoose && Romanisation.ConsonantKey(word) is { Length: > 1 } consonants) Looses.Add((ConsonantKey(consonants, vowelless), NameIndex.Value(token, VariantKind.Consonants)));
        }
        foreach (var key in SoundKey.OfSpelling(word)) Sounds.Add((key, NameIndex.Value(token, VariantKind.Exact)));
        if (word.Length < NameIndexMaker.ShortestEdited) return;
        ulong last = NameHash.Key(NameHash.Of(word), 4);
        Edits.Add((last, NameIndex.Value(token, VariantKind.Edit)));
        Span<ulong> ends = stackalloc ulong[NameHash.MaximumWord + 1];
        ends[0] = 0;
        for (var i = 0; i < word.Length; i++) ends[i + 1] = NameHash.Append(ends[i], word[i]);
        for (var i = 0; i < word.Length; i++)
            if (i == 0 || word[i] != word[i - 1]) Edits.Add((NameHash.Key(Without(ends, word.Length, i), 4), NameIndex.Value(token, VariantKind.Edit)));
    }

    /// <summary>Whether a word is long enough for its loose key to say anything.</summary>
    public static bool IsLoose(ReadOnlySpan<char> word, string loose) => word.Length >= ShortestLoose || (word.Length == ShortestSyllable && loose is ['_', ..]);

    public static ulong LooseKey(string loose) => NameHash.Key(NameHash.Of(loose), 3);

    /// <param name="key">The loose key or its consonants: signs for vowels are passed over.</param>
    /// <param name="vowelless">Whether the register's word comes from a script that leaves vowels out.</param>
    public static ulong ConsonantKey(string key, bool vowelless)
    {
        ulong hash = 0;
        foreach (var c in key)
            if (c is not ('.' or 'A' or 'I' or 'O' or 'Y')) hash = NameHash.Append(hash, c);
        return NameHash.Key(hash, vowelless ? 5u : 6u);
    }

    /// <summary>The hash of a word without the letter at a place.</summary>
    /// <param name="ends">Hashes of the first 0, 1, 2 ... letters.</param>
    public static ulong Without(ReadOnlySpan<ulong> ends, int length, int place) =>
        NameHash.Concat(ends[place], NameHash.Part(ends[place + 1], ends[length], length - place - 1), length - place - 1);
}
