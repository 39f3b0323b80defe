using System.Text;

namespace Serjeant.Registers.Names;

/// <summary>
/// What is left of a name when spellings are forgiven: sounds that languages write differently become one sign, doubled letters one, a vowel inside the
/// word is only a place ("."), one at the end keeps whether it is a, o or i, because that tells Maria, Mario and Mary apart.
/// </summary>
internal static class NameLooseKey
{
    /// <summary>Letters looked at; hardly a word of a name is longer.</summary>
    public const int MaximumLength = 48;

    private const char JConsonant = '\u0237';

    public static string Of(ReadOnlySpan<char> word)
    {
        Span<char> letters = stackalloc char[MaximumLength];
        var length = Letters(word, letters);
        if (length == 0) return "";
        var key = new StringBuilder(length + 2);
        if (SyllableKey.TryOf(letters[..length], key)) return key.ToString();
        return Sounds(letters[..length]);
    }

    public static string Consonants(ReadOnlySpan<char> word)
    {
        Span<char> letters = stackalloc char[MaximumLength];
        var length = Letters(word, letters);
        var key = new StringBuilder(length);
        // j is a consonant where no vowels are written (Najib, Hajji); only a last one is a vowel (Sergej).
        for (var i = 0; i + 1 < length; i++)
            if (letters[i] == 'j') letters[i] = JConsonant;
        foreach (var c in Sounds(letters[..length]))
        {
            // Arabic has no p and no v of its own.
            var sign = c switch { JConsonant => 'Y', 'f' => 'v', 'p' => 'b', _ => c };
            if (sign is not ('.' or 'A' or 'E' or 'I' or 'O') && (key.Length == 0 || key[^1] != sign)) key.Append(sign);
        }
        return key.ToString();
    }

    /// <summary>Lower-case Latin letters only; a word in another script keeps its own.</summary>
    private static int Letters(ReadOnlySpan<char> word, Span<char> letters)
    {
        var length = 0;
        foreach (var c in word)
        {
            if (length == letters.Length) break;
            if (char.IsLetterOrDigit(c)) letters[length++] = char.ToLowerInvariant(c);
        }
        return length;
    }

    private static string Sounds(ReadOnlySpan<char> word)
    {
        if (word.StartsWith("oleks")) return Sounds(string.Concat("aleks", word[5..]));
        var key = new StringBuilder(word.Length + 2);
        for (var i = 0; i < word.Length;)
        {
            var (sound, taken) = Vowels(word, i);
            if (taken == 0) (sound, taken) = LooseConsonants.At(word, i);
            i += taken;
            foreach (var sign in sound)
                if (key.Length == 0 || key[^1] != sign) key.Append(sign);
        }
        // Aleksandr, Alexander; Dmitr, Dimitar: the vowel before a last r or l comes and goes.
        if (key.Length > 2 && key[^1] is 'r' or 'l' && key.Length > 3 && key[^2] is 't' or 'd' or 'p' or 'b' or 'k' or 'g') key.Insert(key.Length - 1, '.');
        return key.ToString();
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static bool IsGlide(ReadOnlySpan<char> word, int at) =>
        word[at] == 'j' && (at == 0 || !IsVowel(word[at - 1]) ? at + 1 < word.Length && IsVowel(word[at + 1]) : true);

    /// <summary>Dawood, Daud, Dawud: w before u is part of the vowel; not in Slavic -wow, -wowski.</summary>
    private static bool IsRoundW(ReadOnlySpan<char> word) => word is ['w', 'u', ..] or ['w', 'o', 'o' or 'u', ..];

    /// <summary>A group of vowels with the glides y and j among them.</summary>
    private static (string Sound, int Taken) Vowels(ReadOnlySpan<char> word, int start)
    {
        var end = start;
        while (end < word.Length && (IsVowel(word[end]) || IsGlide(word, end) || end > start && IsRoundW(word[end..]))) end++;
        if (end == start) return ("", 0);
        var group = word[start..end];
        if (start == 0 && end < word.Length) return (First(group), end);
        var last = group[^1];
        // Hussein is not Hassan, Romain not Roman: a last -ein, -ain keeps its own sign.
        if (end == word.Length - 1 && word[end] == 'n' && group is ['a' or 'e', 'i' or 'y']) return ("E", group.Length);
        if (end < word.Length) return (".", group.Length);
        return (last switch { 'a' => "A", 'o' or 'u' => "O", _ => "I" }, group.Length);
    }

    private static string First(ReadOnlySpan<char> group)
    {
        if (group.Length > 1 && group[0] is 'y' or 'j' or 'i')
            return group[1] switch { 'a' or 'o' or 'u' => "Y", _ => "I" };
        return group[0] switch { 'a' => "A", 'o' or 'u' => "O", _ => "I" };
    }
}
