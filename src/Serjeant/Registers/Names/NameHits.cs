namespace Serjeant.Registers.Names;

/// <summary>A token of the register that one or more atoms of a text agree with.</summary>
internal readonly record struct NameHit(int Token, VariantKind Kind, byte First, byte Count);

/// <summary>Looks the atoms of a text up among the tokens of a register. One instance belongs to one thread.</summary>
internal sealed class NameHits(NameIndex index, NameText text)
{
    private const int Maximum = 96;

    /// <summary>With what sounds alike: Johnny sounds like Jan, Jean, Joanna and some fifty more.</summary>
    private const int MaximumWithSounds = 224;

    /// <summary>Tokens looked at under one sound, and taken of one word.</summary>
    private const int MostOfSound = 400, MaximumOfSound = 80;

    /// <summary>Of one atom: a nickname stands for few names, and one look or edit is shared by few.</summary>
    private const int MaximumOfAtom = 10;

    private readonly NameHit[] _hits = new NameHit[MaximumWithSounds];
    private int _count;

    public ReadOnlySpan<NameHit> All => _hits.AsSpan(0, _count);

    /// <summary>What agrees by letters, by usual spelling, by nickname, by look.</summary>
    public void Find()
    {
        _count = 0;
        var atoms = text.Atoms;
        for (var length = 3; length >= 2; length--)
            for (var i = 0; i + length <= atoms.Length; i++)
            {
                if (atoms[i].Region != atoms[i + length - 1].Region) continue;
                var hash = NameHash.Concat(atoms[i].Hash, atoms[i + 1].Hash, atoms[i + 1].Length);
                if (length == 3) hash = NameHash.Concat(hash, atoms[i + 2].Hash, atoms[i + 2].Length);
                Add(index.Words, NameHash.Key(hash, 1), i, length, exactOnly: true);
            }
        for (var i = 0; i < atoms.Length; i++)
        {
            var before = _count;
            Add(index.Words, NameHash.Key(atoms[i].Hash, 1), i, 1);
            if (atoms[i].Length >= 3) Add(index.Looks, NameHash.Key(atoms[i].LookHash != 0 ? atoms[i].LookHash : NameLook.HashOf(text.Letters(atoms[i])), 2), i, 1, besides: before);
        }
        Array.Sort(_hits, 0, _count, ByKind.Instance);
    }

    /// <summary>What agrees but for one letter, for words that are long enough.</summary>
    /// <returns>Whether there was anything more.</returns>
    public bool FindEdits()
    {
        var before = _count;
        var atoms = text.Atoms;
        Span<ulong> ends = stackalloc ulong[NameHash.MaximumWord + 1];
        for (var i = 0; i < atoms.Length; i++)
        {
            if (atoms[i].Length < NameIndexMaker.ShortestEdited || atoms[i].Is(WordKinds.Title | WordKinds.Office)) continue;
            if (index.Words.Contains(NameHash.Key(atoms[i].Hash, 1))) continue; // a name as it stands: one letter from another it is still itself
            var letters = text.Letters(atoms[i]);
            var from = _count;
            AddEdits(NameHash.Key(atoms[i].Hash, 4), i, letters, from);
            ends[0] = 0;
            for (var k = 0; k < letters.Length; k++) ends[k + 1] = NameHash.Append(ends[k], letters[k]);
            for (var k = 0; k < letters.Length; k++)
                if (k == 0 || letters[k] != letters[k - 1]) AddEdits(NameHash.Key(NameVariants.Without(ends, letters.Length, k), 4), i, letters, from);
        }
        return _count > before;
    }

    /// <summary>What agrees once spellings of other languages are forgiven.</summary>
    /// <param name="vowelless">The text was read from a script that leaves vowels out.</param>
    /// <returns>Whether there was anything more.</returns>
    public bool FindLoose(bool vowelless)
    {
        var before = _count;
        var atoms = text.Atoms;
        for (var i = 0; i < atoms.Length; i++)
        {
            var letters = text.Letters(atoms[i]);
            if (letters.Length < NameVariants.ShortestSyllable || letters[0] >= 0x250 || atoms[i].Is(WordKinds.Title | WordKinds.Office | WordKinds.Break)) continue;
            var loose = Romanisation.LooseKey(letters);
            if (loose.Length > 0 && NameVariants.IsLoose(letters, loose)) Add(index.Looses, NameVariants.LooseKey(loose), i, 1, besides: 0);
            if ((vowelless || index.HasVowelless) && letters.Length >= NameVariants.ShortestLoose) Add(index.Looses, NameVariants.ConsonantKey(vowelless ? Romanisation.ConsonantKey(letters) : loose, !vowelless), i, 1, besides: 0);
        }
        return _count > before;
    }

    /// <summary>What sounds alike, for a text that was read from another script.</summary>
    /// <param name="script">The kind of script that it was read from.</param>
    /// <returns>Whether there was anything more.</returns>
    public bool FindSounds(SoundScript script)
    {
        var before = _count;
        var atoms = text.Atoms;
        for (var i = 0; i < atoms.Length; i++)
        {
            var letters = text.Letters(atoms[i]);
            if (atoms[i].Is(WordKinds.Title | WordKinds.Office | WordKinds.Break)) continue;
            var from = _count;
            AddSounds(letters, i, script, from);
            // The register's McDonnell is two words, the first of which may be missing.
            if (letters.Length > 6 && letters is ['m', 'a', 'k' or 'c', ..]) AddSounds(letters[3..], i, script, from);
        }
        return _count > before;
    }

    private void AddSounds(ReadOnlySpan<char> letters, int atom, SoundScript script, int from)
    {
        foreach (var key in SoundKey.OfReading(letters, script))
        {
            var cursor = -1;
            for (var n = 0; n < MostOfSound && _count < MaximumWithSounds && _count - from < MaximumOfSound; n++)
            {
                var value = index.Sounds.Next(key, ref cursor);
                if (value < 0) break;
                if (!Has(value >> 3, atom, 0) && SoundKey.AreNear(letters, index.Tokens[value >> 3], script)) _hits[_count++] = new(value >> 3, VariantKind.Sound, (byte)atom, 1);
            }
        }
    }

    private void Add(KeyTable table, ulong key, int atom, int length, bool exactOnly = false, int besides = -1)
    {
        var cursor = -1;
        for (var n = 0; n < MaximumOfAtom && _count < Maximum; n++)
        {
            var value = table.Next(key, ref cursor);
            if (value < 0) return;
            var hit = new NameHit(value >> 3, (VariantKind)(value & 7), (byte)atom, (byte)length);
            if (exactOnly && hit.Kind != VariantKind.Exact) continue;
            if (besides >= 0 && Has(hit.Token, atom, besides)) continue;
            _hits[_count++] = hit;
        }
    }

    private void AddEdits(ulong key, int atom, ReadOnlySpan<char> letters, int from)
    {
        var cursor = -1;
        for (var n = 0; n < 2 * MaximumOfAtom && _count < Maximum && _count - from < MaximumOfAtom; n++)
        {
            var value = index.Edits.Next(key, ref cursor);
            if (value < 0) return;
            var token = value >> 3;
            if (!Has(token, atom, 0) && IsOneEdit(letters, index.Tokens[token])) _hits[_count++] = new(token, VariantKind.Edit, (byte)atom, 1);
        }
    }

    private bool Has(int token, int atom, int from)
    {
        for (var i = from; i < _count; i++)
            if (_hits[i].Token == token && _hits[i].First == atom && _hits[i].Count == 1) return true;
        return false;
    }

    /// <summary>Whether one letter less, more or other, or two neighbours changed round, make one word of the other.</summary>
    internal static bool IsOneEdit(ReadOnlySpan<char> first, ReadOnlySpan<char> second)
    {
        var same = first.CommonPrefixLength(second);
        first = first[same..];
        second = second[same..];
        while (first.Length > 0 && second.Length > 0 && first[^1] == second[^1]) {
            first = first[..^1];
            second = second[..^1];
        }
        return (first.Length, second.Length) is (0, 1) or (1, 0) or (1, 1)
            || (first.Length == 2 && second.Length == 2 && first[0] == second[1] && first[1] == second[0]);
    }

    private sealed class ByKind : IComparer<NameHit>
    {
        public static readonly ByKind Instance = new();

        public int Compare(NameHit x, NameHit y) => x.Kind != y.Kind ? x.Kind - y.Kind : y.Count != x.Count ? y.Count - x.Count : x.First - y.First;
    }
}
