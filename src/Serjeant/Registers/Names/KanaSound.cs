using System.Text;

namespace Serjeant.Registers.Names;

/// <summary>
/// The consonants of a foreign name as katakana keep them: Russell and ラッセル (rasseru), Garrett and ギャレット (gyaretto), Norman and ノーマン (noman).
/// l is r, v is b, an English r is heard before vowels only. Katakana write hardly any name but foreign ones; hiragana are not read so.
/// </summary>
internal static class KanaSound
{
    /// <summary>Signs from which words are told apart at all.</summary>
    private const int FewestSigns = 2;

    private enum Manner
    {
        English,
        Continental,
        French,
        Read,
    }

    /// <summary>Whether a text's kana are katakana.</summary>
    public static bool IsForeign(string text)
    {
        var katakana = false;
        foreach (var c in text)
        {
            if (c is >= '\u3041' and <= '\u3096') return false;
            katakana |= c is >= '\u30a1' and <= '\u30fa' or >= '\uff66' and <= '\uff9d';
        }
        return katakana;
    }

    public static void AddSpelling(string word, HashSet<ulong> keys)
    {
        for (var manner = Manner.English; manner < Manner.Read; manner++) Add(Signs(word, manner), keys);
    }

    public static void AddReading(ReadOnlySpan<char> word, HashSet<ulong> keys) => Add(Signs(word, Manner.Read), keys);

    private static void Add(string signs, HashSet<ulong> keys)
    {
        if (signs.Length >= FewestSigns) keys.Add(NameHash.Key(NameHash.Of(signs), 10));
    }

    private static string Signs(ReadOnlySpan<char> word, Manner manner)
    {
        if (manner == Manner.French)
            while (word.Length > 3 && word[^1] is 's' or 't' or 'd' or 'x' or 'z') word = word[..^1];
        if (manner != Manner.Read && word.Length > 3 && word[^1] == 'e') word = word[..^1];
        var key = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length;)
        {
            var (signs, taken) = At(word, i, manner);
            foreach (var sign in signs)
                if (sign == 'A' ? key.Length == 0 : key.Length == 0 || key[^1] != sign) key.Append(sign);
            i += taken;
        }
        // ん stands for m before b and p: Campbell.
        return key.Replace("MB", "NB").Replace("MP", "NP").ToString();
    }

    private static (string Signs, int Taken) At(ReadOnlySpan<char> word, int at, Manner manner)
    {
        var rest = word[at..];
        var first = at == 0;
        var read = manner == Manner.Read;
        var soft = rest.Length > 1 && rest[1] is 'e' or 'i' or 'y';
        return rest switch
        {
            ['t', 's', 'c', 'h', ..] => ("C", 4),
            ['t', 'c', 'h', ..] => ("C", 3),
            ['s', 'c', 'h', ..] => (manner == Manner.English ? "SK" : "S", 3),
            ['c', 'h', 'r' or 'l', ..] => ("K", 2),
            ['c', 'h', ..] => (manner == Manner.French ? "S" : manner == Manner.Continental ? "H" : "C", 2),
            ['s', 'h', ..] or ['t', 's' or 'z', ..] => ("S", 2),
            ['t', 'h', ..] when manner == Manner.English => ("S", 2),
            ['p', 'h', ..] => ("F", 2),
            ['c', 'k', ..] => ("K", 2),
            ['q', 'u', ..] => ("K", 2),
            ['g', 'h', 't', ..] => ("T", 3),
            ['g', 'h', ..] => (first ? "G" : "", 2),
            ['g', 'n', ..] when manner == Manner.French => ("N", 2),
            ['k', 'n', ..] when first && manner == Manner.English => ("N", 2),
            ['w', 'r', ..] when first && manner == Manner.English => ("R", 2),
            ['w', 'h', ..] when first => ("W", 2),
            ['d', 'g', 'e', ..] when !read => ("J", 2),
            ['l', 'k', ..] when manner == Manner.English => ("K", 2),
            ['x', ..] => ("KS", 1),
            ['c', ..] => (soft ? "S" : "K", 1),
            ['g', ..] => (soft && manner is Manner.English or Manner.French ? "J" : "G", 1),
            ['j', ..] => (manner == Manner.Continental ? "A" : "J", 1),
            ['y', ..] => ("A", 1),
            ['h', ..] => (read || first && manner != Manner.French ? "H" : "", 1),
            ['r', ..] when manner == Manner.English => (at + 1 < word.Length && IsVowel(word[at + 1]) ? "R" : "", 1),
            ['w', ..] => (manner == Manner.Continental ? "B" : first || !IsVowel(word[at - 1]) || at + 1 < word.Length && IsVowel(word[at + 1]) ? "W" : "", 1),
            _ => (Single(rest[0]), 1),
        };
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static string Single(char letter) => letter switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => "A",
        'b' or 'v' => "B",
        'p' => "P",
        'f' => "F",
        'k' or 'q' => "K",
        's' or 'z' => "S",
        'd' => "D",
        't' => "T",
        'l' or 'r' => "R",
        'm' => "M",
        'n' => "N",
        _ => "",
    };
}
