using System.Collections.Frozen;
using Serjeant.Values;

namespace Serjeant.Registers.Names;

/// <summary>What a word beside a name does to it.</summary>
[Flags]
internal enum WordKinds
{
    None = 0,
    Title = 1,
    /// <summary>A title that is a name too.</summary>
    Both = 2,
    Suffix = 4,
    Particle = 8,
    Office = 16,
    Concern = 32,
    Mailbox = 64,
    Break = 128,
}

/// <summary>Titles, honours, offices, particles and what else stands round names in many languages (data/names/titles.txt).</summary>
internal sealed class NameWords
{
    /// <summary>Words of the longest phrase.</summary>
    public const int MaximumPhrase = 6;

    private const WordKinds Begins = (WordKinds)(1 << 16);

    private readonly FrozenDictionary<ulong, WordKinds> _phrases;

    private NameWords(IEnumerable<string> lines)
    {
        var phrases = new Dictionary<ulong, WordKinds>();
        var affixes = new Dictionary<ulong, WordKinds>();
        var kind = WordKinds.None;
        foreach (var line in lines)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == '[')
            {
                kind = Enum.Parse<WordKinds>(line[1..^1], ignoreCase: true);
                if (kind == WordKinds.Both) kind |= WordKinds.Title;
                continue;
            }
            // The same letters that the reader keeps: marks and quotes of abbreviations are none.
            var words = Folding.Fold(line).Split([' ', '-', '\'', '(', ')', '/', '\u05f4'], StringSplitOptions.RemoveEmptyEntries);
            ulong hash = 0;
            for (var i = 0; i < words.Length; i++)
            {
                hash = Extend(hash, NameHash.Of(words[i]));
                phrases[hash] = phrases.GetValueOrDefault(hash) | (i + 1 < words.Length ? Begins : kind);
            }
            if (words is [var only] && kind is WordKinds.Title or WordKinds.Mailbox or WordKinds.Office) affixes[NameHash.Of(only)] = kind;
        }
        _phrases = phrases.ToFrozenDictionary();
        Affixes = affixes.ToFrozenDictionary();
    }

    public static NameWords Shipped { get; } = new(ShippedData.ReadLines("names/titles.txt").Select(l => l.Trim()));

    /// <summary>Single words that people write together with a name, by hash of their letters.</summary>
    public FrozenDictionary<ulong, WordKinds> Affixes { get; }

    /// <summary>The longest phrase that begins with an atom: how many atoms it has, and what it is.</summary>
    public int Longest(ReadOnlySpan<NameAtom> atoms, out WordKinds kinds)
    {
        (kinds, var length) = (WordKinds.None, 0);
        ulong hash = 0;
        for (var i = 0; i < atoms.Length && i < MaximumPhrase; i++)
        {
            if (i > 0 && atoms[i].Region != atoms[0].Region) break;
            hash = Extend(hash, atoms[i].Hash);
            if (!_phrases.TryGetValue(hash, out var found)) break;
            if ((found & ~Begins) != 0) (kinds, length) = (found & ~Begins, i + 1);
            if ((found & Begins) == 0) break;
        }
        return length;
    }

    private static ulong Extend(ulong phrase, ulong word) => NameHash.Key(phrase ^ (word * 3), 77);
}
