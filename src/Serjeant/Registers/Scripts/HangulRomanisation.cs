using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Serjeant.Registers.Scripts;

/// <summary>
/// Korean names: the Revised Romanisation of 2000, in which syllables of a name do not change each other's sounds, and beside it the spellings that
/// people have chosen (data/names/korean.txt). A name written in one piece is family and given name.
/// </summary>
internal static class HangulRomanisation
{
    private static readonly string[] Initials =
        ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];
    private static readonly string[] Vowels =
        ["a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"];
    private static readonly string[] Finals =
    [
        "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t",
    ];

    // What people write where the rule has another spelling: sounds as an English reader would write them.
    private static readonly string[] ChosenInitials =
        ["k", "k", "n", "d", "t", "r", "m", "b", "p", "s", "s", "", "j", "j", "ch", "k", "t", "p", "h"];
    private static readonly string[] ChosenVowels =
        ["a", "ae", "ya", "yae", "u", "e", "you", "ye", "o", "wa", "wae", "oi", "yo", "oo", "wo", "we", "wi", "yoo", "eu", "ee", "i"];

    private static readonly FrozenSet<string> TwoSyllableFamilies =
        FrozenSet.ToFrozenSet(["남궁", "황보", "제갈", "사공", "선우", "서문", "독고", "동방", "망절", "어금"], StringComparer.Ordinal);

    private static readonly Lazy<ReadingList> Known = new(() => ReadingList.Load("names/korean.txt"));

    public static ImmutableArray<string> Readings(string run, bool first, bool alone)
    {
        var family = !first ? 0
            : alone ? run.Length is >= 2 and <= 5 ? run.Length >= 3 && TwoSyllableFamilies.Contains(run[..2]) ? 2 : 1 : 0
            : run.Length <= 2 ? run.Length : 0;
        if (family == 0) return run.Length == 1 && Known.Value[run] is { IsEmpty: false } last ? last : Given(run);
        var families = Known.Value[run[..family]];
        if (families.IsEmpty) families = [Written(run[..family], "")];
        if (family == run.Length) return families;
        var given = Given(run[family..]);
        // The rule's spelling of both, then the family's chosen spellings with the given name's.
        return [.. Enumerable.Range(0, Math.Max(families.Length, given.Length))
            .Select(i => families[i % families.Length] + " " + given[i % given.Length])
            .Concat(given.Select(g => families[0] + " " + g))
            .Concat(families.SelectMany(f => given.Select(g => f + " " + g))).Distinct()];
    }

    private static ImmutableArray<string> Given(string syllables) =>
        [.. new[] { Written(syllables, ""), Written(syllables, " "), Chosen(syllables, " "), Chosen(syllables, "") }.Distinct()];

    private static string Written(string syllables, string between) =>
        // Two rieul between vowels are ll, in names too.
        string.Join(between, syllables.Select(c => Syllable(c, Initials, Vowels, false))).Replace("lr", "ll", StringComparison.Ordinal);

    private static string Chosen(string syllables, string between) =>
        string.Join(between, syllables.Select(c => Known.Value[c + "*"] is { Length: > 0 } known ? known[0] : Syllable(c, ChosenInitials, ChosenVowels, true)));

    private static string Syllable(char syllable, string[] initials, string[] vowels, bool chosen)
    {
        var number = syllable - 0xAC00;
        if (number is < 0 or >= 11172) return "";
        var vowel = vowels[number / 28 % 21];
        var final = Finals[number % 28];
        // "oo" and "you" only where the ear needs them: 성 is Sung, 형 Hyung, 준 Jun.
        if (chosen && final.Length > 0) vowel = vowel switch { "you" => "yu", "oo" => "u", "yoo" => "yu", _ => vowel };
        return new StringBuilder(initials[number / 588]).Append(vowel).Append(final).ToString();
    }
}
