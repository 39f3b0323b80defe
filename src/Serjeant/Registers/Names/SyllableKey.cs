using System.Text;

namespace Serjeant.Registers.Names;

/// <summary>
/// One key for the spellings of an East Asian syllable: Park/Pak/Bak, Gim/Kim, Jeong/Jung/Chung, Cai/Tsai, Zhang/Chang, Xi/Hsi. Romanisations that drop
/// their marks cannot keep b and p, d and t, g and k, zh and ch apart, so neither does the key.
/// </summary>
internal static class SyllableKey
{
    private const int Longest = 7;

    /// <summary>False where the word cannot be one such syllable.</summary>
    public static bool TryOf(ReadOnlySpan<char> word, StringBuilder key)
    {
        if (word.Length is 0 or > Longest) return false;
        if (word is "park") word = "pak";
        var (initial, taken) = Initial(word);
        var rest = word[taken..];
        if (initial == "c" && rest is ['y', ..]) rest = rest[1..]; // Chyung, Jyung: the y is in the consonant
        if (rest.IsEmpty) return false;
        var vowels = 0;
        while (vowels < rest.Length && (IsVowel(rest[vowels]) || vowels == 0 && (rest[0] is 'y' or 'w') || vowels == 1 && rest is ['y', 'w', ..])) vowels++;
        if (Final(rest[vowels..]) is not { } final) return false;
        if (Vowel(rest[..vowels].ToString(), initial, final) is not { } vowel) return false;
        key.Append('_').Append(initial).Append(vowel).Append(final);
        return true;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static (string Initial, int Taken) Initial(ReadOnlySpan<char> word) => word switch
    {
        ['z', 'h', ..] or ['c', 'h', ..] => ("c", 2),
        ['t', 's', 'z', ..] or ['s', 's', 'u'] => ("s", 2),
        ['t', 's', ..] or ['t', 'z', ..] => ("z", 2),
        ['s', 'h', ..] or ['s', 's', ..] => ("s", 2),
        ['h', 's', ..] => ("x", 2),
        ['r', 'h', ..] => ("l", 2),
        ['k', 'k', ..] => ("k", 2),
        ['t', 't', ..] => ("t", 2),
        ['p', 'p', ..] => ("p", 2),
        ['j', 'j', ..] or ['j', 'h', ..] => ("c", 2),
        ['g', 'h', ..] => ("k", 2),
        ['j' or 'q', ..] => ("c", 1),
        ['z' or 'c', ..] => ("z", 1),
        ['b' or 'p', ..] => ("p", 1),
        ['d' or 't', ..] => ("t", 1),
        ['g' or 'k', ..] => ("k", 1),
        ['r' or 'l', ..] => ("l", 1),
        ['x', ..] => ("x", 1),
        ['s', ..] => ("s", 1),
        ['m', ..] => ("m", 1),
        ['n', ..] => ("n", 1),
        ['f', ..] => ("f", 1),
        ['h', ..] => ("h", 1),
        _ => ("", 0),
    };

    private static string? Final(ReadOnlySpan<char> final) => final switch
    {
        "" or "h" => "",
        "n" or "hn" => "n",
        "ng" => "g",
        "k" or "g" or "ck" or "c" or "hk" => "k",
        "l" => "l",
        "m" or "hm" => "m",
        "p" or "b" => "p",
        "t" => "t",
        _ => null,
    };

    /// <summary>Vowels that one system or another writes for the same sound, by Chinese and Korean alike.</summary>
    private static string? Vowel(string vowel, string initial, string final) => (vowel, final) switch
    {
        ("a", _) or ("aa", _) => "a",
        ("ai" or "ae" or "ay", _) => "A",
        ("ao", _) or ("au", _) => "O",
        ("e", _) when initial is "t" or "l" && final.Length == 0 => "e",
        ("e", _) or ("ei" or "ey", _) => "e",
        ("ee" or "i" or "yi" or "y", _) => "i",
        ("ui", _) when initial is "h" or "" => "i",
        ("eui", _) => "i",
        ("ui" or "uei" or "wi", _) => "W",
        ("o" or "eo" or "u" or "oo" or "ou" or "eu" or "ow" or "eou", "g") => "u",
        ("eo" or "u" or "oo" or "eou", _) or ("eu", _) or ("woo" or "wu", _) => "u",
        ("o", _) or ("uo", _) => "o",
        ("oe" or "oi" or "oy" or "oui", _) => "V",
        ("ou" or "ow", _) => "w",
        ("ia" or "ya", _) when final is "n" => "E",
        ("ia" or "ya", _) => "ya",
        ("ie" or "ye" or "yeh", _) => "E",
        ("iao" or "yao" or "iau" or "yau", _) => "yO",
        ("io" or "yo" or "iu" or "yu" or "yeo" or "you" or "yoo" or "yeou" or "yuo" or "yeu" or "yw" or "ywu", "g") => "yu",
        ("iu" or "yu" or "yoo" or "you" or "yeo" or "yuh" or "iou" or "yeou" or "yw", _) => "yu",
        ("io" or "yo", _) => "yo",
        ("ua" or "wa", _) => "wa",
        ("uai" or "wai" or "wae" or "oai", _) => "wA",
        ("ue" or "yue" or "uee" or "we" or "wei", "") => "we",
        ("we" or "ue", _) or ("wei", _) => "we",
        ("wo" or "wuo" or "weo" or "wou", _) => "wo",
        ("yuan" or "uan", _) => "wan",
        ("yae" or "yai", _) => "yA",
        _ => null,
    };
}
