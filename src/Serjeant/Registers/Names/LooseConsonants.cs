namespace Serjeant.Registers.Names;

/// <summary>Consonants and groups of them, as one sign for what other languages write for the same sound.</summary>
internal static class LooseConsonants
{
    /// <returns>The sign, empty where the letter is silent, and how many letters it stands for.</returns>
    public static (string Sound, int Taken) At(ReadOnlySpan<char> word, int at)
    {
        var rest = word[at..];
        if (at == 0 && rest is ['c' or 'k', 'h', 'r', ..]) return ("kr", 3);
        if (at == 0 && rest is ['h' or 'c', 'r', ..]) return ("kr", 2);
        if (at == 0 && (rest is ['t', 's', not ('c' or 'h'), ..] or ['t', 'z', ..] || rest is ['t', 'c', not 'h', ..])) return ("s", 2);
        if (at == 0 && rest is ['g', 'e' or 'i', 'o', _, ..]) return ("Y", 3);
        if (at == 0 && rest is ['c', 'v', ..]) return ("s", 1);
        return rest switch
        {
            ['s', 'c', 'h', 't', 's', 'c', 'h', ..] => ("s", 7),
            ['s', 'h', 'c', 'h', ..] or ['s', 'z', 'c', 'z', ..] or ['s', 't', 'c', 'h', ..] => ("s", 4),
            ['t', 's', 'c', 'h', ..] or ['d', 's', 'c', 'h', ..] => ("c", 4),
            ['s', 'c', 'h', ..] => ("s", 3),
            ['t', 'c', 'h', ..] or ['t', 's', 'h', ..] or ['t', 'z', 's', ..] => ("c", 3),
            ['d', 'z', 'h', ..] => ("y", 3),
            ['s', 'h', 't', ..] => ("s", 3),
            ['s', 'h' or 'z', ..] or ['z', 'h' or 's', ..] => ("s", 2),
            ['c', 'h' or 'z' or 's', ..] or ['t', 's' or 'z' or 'c', ..] => ("c", 2),
            ['d', 'j', ..] => ("y", 2),
            ['d', 'z', ..] => ("s", 2),
            ['p', 'h', ..] => ("f", 2),
            ['k', 'h', ..] => ("h", 2),
            ['c', 'k', ..] or ['q', 'u', ..] or ['c', 'q', ..] => ("k", 2),
            ['g', 'h' or 'u', ..] when rest.Length > 2 && rest[1..] is ['h', ..] or ['u', 'e' or 'i', ..] => ("g", 2),
            ['t' or 'd' or 'b' or 'r', 'h', ..] => (Single(rest[..1]), 2),
            ['o' or 'e', 'f', 'f'] => ("v", 2),
            ['f', 'f'] => ("v", 2),
            ['c', 'e' or 'i' or 'y', ..] => ("c", 1),
            ['c'] when at > 1 && word[at - 1] == 'i' => ("c", 1),
            ['h', ..] => Breathed(word, at) ? ("h", 1) : ("", 1),
            ['x', ..] => (at == 0 ? "s" : "ks", 1),
            _ => (Single(rest[..1]), 1),
        };
    }

    /// <summary>h is heard at the beginning and before a vowel; elsewhere it only lengthens, but before m and d (Ahmed, Mahdi).</summary>
    private static bool Breathed(ReadOnlySpan<char> word, int at) =>
        at == 0 || at + 1 < word.Length && word[at + 1] is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'm' or 'd';

    private static string Single(ReadOnlySpan<char> letter) => letter[0] switch
    {
        'c' or 'q' => "k",
        'w' => "v",
        'z' => "s",
        'j' => "y",
        var c => c.ToString(),
    };
}
