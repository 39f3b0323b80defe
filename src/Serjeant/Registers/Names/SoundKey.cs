using System.Text;
using Serjeant.Registers.Scripts;

namespace Serjeant.Registers.Names;

/// <summary>
/// The consonants of a name as another script can write them by ear: Fawcett and Фоусет, Rudd and رود. Spelling does not tell how a name sounds
/// (Michael, Charles, Renault), so that a Latin word has up to three keys: as in English, as on the continent, as in French. Unrelated names share a key
/// far more often than a <see cref="NameLooseKey"/>: it counts only where the register has no name of the subject in the script.
/// </summary>
internal static class SoundKey
{
    private const ushort ReadScripts = 1 << (int)NameScript.Cyrillic | 1 << (int)NameScript.Greek | 1 << (int)NameScript.Arabic | 1 << (int)NameScript.Hebrew;

    private const ushort VowellessScripts = 1 << (int)NameScript.Arabic | 1 << (int)NameScript.Hebrew;

    private const ushort KanaScript = 1 << (int)NameScript.Kana;

    /// <summary>Letters by which a name and its reading may differ in length, where vowels are written.</summary>
    private const int MostLonger = 4;

    /// <summary>Signs from which words are told apart at all.</summary>
    private const int FewestSigns = 2;

    private enum Manner
    {
        English,
        Continental,
        French,
        /// <summary>Our own reading of another script: one letter, one sound.</summary>
        Read,
    }

    /// <summary>How a text writes names by their sounds; null where it does not, as with Latin letters, Han, Hangul and hiragana.</summary>
    public static SoundScript? Of(string text)
    {
        var scripts = SubjectScripts.Of(text);
        if (scripts == KanaScript) return KanaSound.IsForeign(text) ? SoundScript.Kana : null;
        if ((scripts & ReadScripts) == 0 || (scripts & ~ReadScripts) != 0) return null;
        return (scripts & VowellessScripts) != 0 ? SoundScript.Vowelless : SoundScript.Full;
    }

    /// <summary>Keys of a word of the register.</summary>
    public static HashSet<ulong> OfSpelling(string word)
    {
        var keys = new HashSet<ulong>();
        for (var manner = Manner.English; manner < Manner.Read; manner++) Add(Signs(word, manner), keys);
        KanaSound.AddSpelling(word, keys);
        return keys;
    }

    /// <summary>Keys of a word that was read from another script.</summary>
    public static HashSet<ulong> OfReading(ReadOnlySpan<char> word, SoundScript script)
    {
        var keys = new HashSet<ulong>();
        if (script == SoundScript.Kana)
        {
            KanaSound.AddReading(word, keys);
            return keys;
        }
        var vowelless = script == SoundScript.Vowelless;
        var signs = Signs(word, Manner.Read);
        Add(signs, keys);
        // Cyrillic has no h: Hancock is Хэнкок or Генкок.
        if (!vowelless && signs is ['G', ..]) Add("H" + signs[1..], keys);
        if (vowelless) Add(signs.Replace('J', 'G'), keys);
        // "istwart": no word begins with two consonants there.
        if (vowelless && signs is ['A', 'S', _, ..]) Add(signs[1..], keys);
        return keys;
    }

    /// <summary>How many sounds of a reading its key keeps.</summary>
    public static int Signs(ReadOnlySpan<char> reading) => Signs(reading, Manner.Read).Length;

    /// <summary>Whether a reading and a word with the same key are about as long, too.</summary>
    public static bool AreNear(ReadOnlySpan<char> reading, ReadOnlySpan<char> word, SoundScript script) =>
        Math.Abs(reading.Length - word.Length) <= MostLonger && (script != SoundScript.Full || Math.Abs(Vowels(reading) - Vowels(word)) <= 1);

    private static void Add(string signs, HashSet<ulong> keys)
    {
        if (signs.Length >= FewestSigns) keys.Add(NameHash.Key(NameHash.Of(signs), 9));
    }

    private static int Vowels(ReadOnlySpan<char> word)
    {
        var groups = 0;
        for (var i = 0; i < word.Length; i++)
            if (IsVowel(word[i]) && (i == 0 || !IsVowel(word[i - 1]))) groups++;
        return groups;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static string Signs(ReadOnlySpan<char> word, Manner manner)
    {
        if (manner == Manner.French) word = Heard(word);
        var key = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length;)
        {
            var (signs, taken) = At(word, i, manner);
            foreach (var sign in signs)
                if (sign == 'A' ? key.Length == 0 : key.Length == 0 || key[^1] != sign) key.Append(sign);
            i += taken;
        }
        return key.ToString();
    }

    // Renault, Moreaux, Bernard, Fournier: the last consonants are silent.
    private static ReadOnlySpan<char> Heard(ReadOnlySpan<char> word)
    {
        if (word.Length > 4 && word[^1] is 'r' or 'z' && word[^2] == 'e') return word[..^1];
        while (word.Length > 3 && word[^1] is 's' or 't' or 'd' or 'x' or 'p' or 'z') word = word[..^1];
        return word.Length > 3 && word[^1] == 'l' && word[^2] == 'u' ? word[..^1] : word;
    }

    private static (string Signs, int Taken) At(ReadOnlySpan<char> word, int at, Manner manner)
    {
        var rest = word[at..];
        var first = at == 0;
        var soft = rest.Length > 1 && rest[1] is 'e' or 'i' or 'y';
        switch (rest)
        {
            case ['t', 's', 'c', 'h', ..] or ['s', 'h', 'c', 'h', ..]: return ("S", 4);
            case ['t', 'c', 'h', ..] or ['s', 'c', 'h', ..]: return ("S", 3);
            case ['d', 'z', 'h', ..]: return ("J", 3);
            case ['z', 'h', ..] or ['d', 'j', ..]: return ("J", 2);
            case ['d', 'g', 'e', ..] when manner != Manner.Read: return ("J", 2);
            case ['c', 'h', ..]: return (manner == Manner.Continental || rest is [_, _, 'a', 'e', ..] or [_, _, 'r' or 'l', ..] ? "K" : "S", 2);
            case ['s', 'h' or 'z', ..] or ['t', 's' or 'z', ..] or ['c', 'z', ..]: return ("S", 2);
            case ['k', 'h', ..]: return (first ? "H" : "", 2);
            case ['g', 'h', ..]: return (first || manner is Manner.Continental or Manner.Read ? "G" : "", 2);
            case ['p', 'h', ..]: return ("V", 2);
            case ['c', 'k', ..]: return ("K", 2);
            case ['q', 'u', ..]: return (manner == Manner.English ? "KV" : "K", 2);
            case ['k', 'n', ..] when first && manner == Manner.English: return ("N", 2);
            case ['w', 'r', ..] when first && manner == Manner.English: return ("R", 2);
            case ['g', 'n', ..] when manner == Manner.French: return ("N", 2);
            case ['m', 'b'] when manner == Manner.English: return ("M", 2);
            case ['i', 'l', 'l', ..] when manner == Manner.French && !first: return ("", 3);
            case ['y' or 'j', ..] when rest[0] == 'y' || manner == Manner.Continental: return ("A", 1);
            case ['h', ..]: return (first && manner != Manner.French ? "H" : "", 1);
            case ['x', ..]: return (first ? "S" : "KS", 1);
            case ['w', ..]: return (first || manner == Manner.Continental || !IsVowel(word[at - 1]) ? "V" : "", 1);
            case ['c', ..]: return (soft ? "S" : "K", 1);
            case ['g', ..]: return (soft && manner is Manner.English or Manner.French ? "J" : "G", 1);
            default: return (Single(rest[0]), 1);
        }
    }

    private static string Single(char letter) => letter switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => "A",
        'b' or 'p' => "B",
        'f' or 'v' => "V",
        'k' or 'q' => "K",
        's' or 'z' => "S",
        'j' => "J",
        'd' => "D",
        't' => "T",
        'l' => "L",
        'r' => "R",
        'm' => "M",
        'n' => "N",
        _ => "",
    };
}
