using System.Buffers;
using Serjeant.Values;

namespace Serjeant.Registers.Names;

/// <summary>Makes the index of all names of a register.</summary>
internal sealed class NameIndexMaker
{
    /// <summary>Names of one subject that are indexed: the aliases of a sanctioned person are rarely more than thirty.</summary>
    private const int MaximumNames = 200;

    /// <summary>Atoms of one name that are kept.</summary>
    private const int MaximumEntryAtoms = 12;

    /// <summary>Atoms of one name that are paired.</summary>
    private const int MaximumPaired = 7;

    /// <summary>Readings of one name that are indexed, likeliest first.</summary>
    private const int MaximumReadings = 4;

    /// <summary>The same of somebody whom the register holds in no Latin letters: no spelling of its own says how to write the name.</summary>
    private const int MaximumReadingsOfUnspelt = 16;

    /// <summary>Letters from which a word with one letter wrong is still the same word.</summary>
    public const int ShortestEdited = 5;

    private static readonly SearchValues<char> Umlauts = SearchValues.Create("äöüåøæ");

    private readonly NameText _text = new();
    private readonly NameRarity _rarity = new();
    private readonly Dictionary<string, int> _tokens = new(StringComparer.Ordinal);
    private readonly List<int> _bearers = [];
    private readonly List<NameEntry> _entries = [];
    private readonly List<NameUnit> _units = [];
    private readonly List<(ulong Key, int Value)> _pairs = [], _words = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<NameUnit> _current = [];

    public NameIndex Make(IReadOnlyList<NamedSubject> subjects)
    {
        for (var i = 0; i < subjects.Count; i++)
        {
            _seen.Clear();
            var most = subjects[i].Names.All(IsOtherScript) ? MaximumReadingsOfUnspelt : MaximumReadings;
            for (var n = 0; n < subjects[i].Names.Length && n < MaximumNames; n++) Add(i, n, subjects[i].Names[n], most);
        }
        var variants = new NameVariants(_tokens, _words, _vowelless);
        return new()
        {
            Tokens = variants.Tokens,
            GivenWeights = Weights(variants.Tokens, _rarity.GivenPerMillion, subjects.Count),
            FamilyWeights = Weights(variants.Tokens, _rarity.FamilyPerMillion, subjects.Count),
            Entries = [.. _entries],
            Units = [.. _units],
            Words = new(_words),
            Looses = new(variants.Looses),
            HasVowelless = _vowelless.Count > 0,
            Sounds = new(variants.Sounds),
            Scripts = [.. subjects.Select(SubjectScripts.Of)],
            Looks = new(variants.Looks),
            Edits = new(variants.Edits),
            Pairs = new(_pairs),
        };
    }

    // The register's own names count as a sample, smoothed: two bearers in a small house make no common name.
    private float[] Weights(string[] tokens, Func<string, double> perMillion, int subjects)
    {
        var weights = new float[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            var own = (_bearers[i] - 1) * 1e6 / (subjects + 5_000);
            weights[i] = (float)Math.Min(NameWeights.MostOf(tokens[i]), 10 * Math.Log10(1e6 / Math.Max(0.1, Math.Max(perMillion(tokens[i]), own))));
        }
        return weights;
    }

    private void Add(int subject, int name, string written, int most)
    {
        _text.Read(written);
        if (!_seen.Add(Signature())) return;
        AddText(subject, name, NameEntryMarks.None, vowelless: false);
        if (!IsOtherScript(written)) return;
        var vowelless = Romanisation.OmitsVowels(written);
        var readings = Romanisation.Of(written);
        var unspaced = IsFamilyFirst(_text.Atoms);
        for (var i = 0; i < readings.Length && i < most; i++)
        {
            _text.Read(readings[i]);
            if (_seen.Add(Signature())) AddText(subject, name, NameEntryMarks.Read, vowelless, unspaced);
        }
    }

    /// <summary>Whether a name has letters other than Latin ones.</summary>
    public static bool IsOtherScript(string text)
    {
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, Romanisation.MaximumLength)))
            if (c is >= '\u0370' and not (>= '\u1d00' and <= '\u2fff') and not (>= '\ud800' and <= '\uf8ff') and not (>= '\ufe00' and <= '\ufe0f') and not >= '\uff00') return true;
        return false;
    }

    // Han and Hangul put the family name first; what is read from them has a word a name, or a word a syllable. Kana and dots write foreigners.
    private bool IsFamilyFirst(ReadOnlySpan<NameAtom> atoms)
    {
        foreach (var atom in atoms)
            if (!atom.Has(AtomMarks.Unspaced) || _text.Letters(atom)[0] is >= '\u3040' and <= '\u30ff') return false;
        return atoms.Length <= 2;
    }

    private string Signature() => string.Join(' ', _text.Atoms.ToArray().Where(a => !a.Is(WordKinds.Title) || a.Is(WordKinds.Both)).Select(a => _text.Word(a)));

    private void AddText(int subject, int name, NameEntryMarks marks, bool vowelless, bool unspaced = false)
    {
        Span<NameRole> roles = stackalloc NameRole[NameText.MaximumAtoms];
        if ((marks & NameEntryMarks.Read) != 0 && unspaced) NameParts.ReadSyllables(_text, roles);
        else if (NameParts.Read(_text, _rarity, roles)) marks |= NameEntryMarks.Body;
        var atoms = _text.Atoms;
        Span<int> core = stackalloc int[MaximumEntryAtoms];
        var count = 0;
        for (var i = 0; i < atoms.Length && count < MaximumEntryAtoms; i++)
            if (roles[i] is not (NameRole.Title or NameRole.Office or NameRole.Outside)) core[count++] = i;
        if (count == 0) return;
        if (count == 1 && atoms[core[0]].Has(AtomMarks.Unspaced)) marks |= NameEntryMarks.Unspaced;
        _current.Clear();
        for (var k = 0; k < count; k++) _current.Add(new(Token(_text.Word(atoms[core[k]])), (byte)k, 1, roles[core[k]]));
        for (var length = 2; length <= 3; length++)
            for (var k = 0; k + length <= count; k++)
                if (IsCompound(atoms, roles, core.Slice(k, length)))
                    _current.Add(new(Token(_text.Words(core[k], length)), (byte)k, (byte)length, roles[core[k + length - 1]]));
        var entry = _entries.Count;
        _entries.Add(new(subject, (ushort)name, _units.Count, (byte)_current.Count, (byte)count, marks));
        _units.AddRange(_current);
        foreach (var unit in _current)
        {
            if (unit.Count == 1 && (marks & NameEntryMarks.Read) == 0) _bearers[unit.Token]++;
            if (vowelless) _vowelless.Add(unit.Token);
        }
        AddKeys(entry, marks, count);
        foreach (var k in core[..count]) AddSpellings(atoms[k]);
    }

    // Neighbours that people also write as one: what is linked, particles with what follows, two given or two family names.
    private static bool IsCompound(ReadOnlySpan<NameAtom> atoms, ReadOnlySpan<NameRole> roles, ReadOnlySpan<int> run)
    {
        var letters = 0;
        for (var k = 0; k < run.Length; k++)
        {
            letters += atoms[run[k]].Length;
            if (k == 0) continue;
            if (run[k] != run[k - 1] + 1) return false;
            var (before, now) = (roles[run[k - 1]], roles[run[k]]);
            if (!atoms[run[k]].Has(AtomMarks.Linked) && before != NameRole.Particle && before != now && !(before == NameRole.Given && now == NameRole.Middle)) return false;
        }
        return letters <= NameHash.MaximumWord;
    }

    private void AddKeys(int entry, NameEntryMarks marks, int atoms)
    {
        foreach (var a in _current)
        {
            if (a.First >= MaximumPaired) continue;
            var word = Word(a.Token);
            if (a.Role == NameRole.Family || atoms == 1) _pairs.Add((NameIndex.SoloKey(a.Token), entry));
            foreach (var b in _current)
            {
                if (b.First >= MaximumPaired || (b.First < a.First + a.Count && a.First < b.First + b.Count)) continue;
                if (b.Role is NameRole.Particle or NameRole.Generation || a.Role is NameRole.Particle or NameRole.Generation) continue;
                var other = Word(b.Token);
                if (other.Length == 1 && atoms > 1) continue;
                if (a.First < b.First || other.Length == 1 || word.Length == 1) _pairs.Add((NameIndex.PairKey(a.Token, b.Token), entry));
                if ((marks & NameEntryMarks.Body) == 0) _pairs.Add((word.Length > 1 ? NameIndex.InitialKey(word[0], b.Token) : NameIndex.BareInitialKey(word[0], b.Token), entry));
            }
        }
    }

    private readonly List<string> _names = [];
    private readonly HashSet<int> _vowelless = [];

    private string Word(int token) => _names[token];

    private int Token(string word)
    {
        if (_tokens.TryGetValue(word, out var token)) return token;
        _tokens.Add(word, token = _tokens.Count);
        _names.Add(word);
        _bearers.Add(0);
        return token;
    }

    // "Müller" is found as "Mueller", and the other way round.
    private void AddSpellings(in NameAtom atom)
    {
        var word = _text.Word(atom);
        if (atom.Has(AtomMarks.Foreign))
        {
            var written = _text.WrittenAtom(atom).ToLowerInvariant();
            if (!written.AsSpan().ContainsAny(Umlauts)) return;
            Alias(Folding.Fold(written.Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal).Replace("å", "aa", StringComparison.Ordinal).Replace("ø", "oe", StringComparison.Ordinal)), word);
            Alias(Folding.Fold(written.Replace("æ", "a", StringComparison.Ordinal)), word);
        }
        else if (word.Length > 3 && (word.Contains("ae", StringComparison.Ordinal) || word.Contains("oe", StringComparison.Ordinal) || word.Contains("ue", StringComparison.Ordinal) || word.Contains("aa", StringComparison.Ordinal)))
            Alias(word.Replace("ae", "a", StringComparison.Ordinal).Replace("oe", "o", StringComparison.Ordinal).Replace("ue", "u", StringComparison.Ordinal).Replace("aa", "a", StringComparison.Ordinal), word);
    }

    private void Alias(string spelling, string word)
    {
        if (spelling == word || spelling.Length == 0) return;
        var pair = (NameHash.Key(NameHash.Of(spelling), 1), NameIndex.Value(_tokens[word], VariantKind.Spelling));
        if (_spellings.Add(pair)) _words.Add(pair);
    }

    private readonly HashSet<(ulong, int)> _spellings = [];
}
