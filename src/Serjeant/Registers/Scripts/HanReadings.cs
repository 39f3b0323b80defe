using System.Collections.Immutable;
using AnyAscii;

namespace Serjeant.Registers.Scripts;

/// <summary>
/// Han characters read as Mandarin (pinyin by AnyAscii, surnames by data/names/han.txt, which has readings that only surnames have), in Wade-Giles as
/// in Taiwan, and in the spellings of Hong Kong where the surname has one. Which reading Japanese kanji have cannot be told from the characters.
/// </summary>
internal static class HanReadings
{
    private static readonly Lazy<ReadingList> Surnames = new(() => ReadingList.Load("names/han.txt"));

    public static ImmutableArray<string> Readings(string run, bool first, bool alone)
    {
        var characters = Characters(run);
        var family = !first ? 0
            : alone ? characters.Count is < 2 or > 5 ? 0 : characters.Count >= 3 && !Surnames.Value[characters[0] + characters[1]].IsEmpty ? 2 : 1
            : characters.Count <= 2 ? characters.Count : 0;
        var pinyin = characters.Skip(family).Select(Pinyin).Where(p => p.Length > 0).ToArray();
        var wadeGiles = pinyin.Select(WadeGiles.FromPinyin).ToArray();
        ImmutableArray<string> given = pinyin.Length == 0 ? []
            : [.. new[] { string.Concat(pinyin), string.Join(' ', wadeGiles), string.Concat(wadeGiles), string.Join(' ', pinyin) }.Distinct()];
        if (family == 0) return given;
        var families = Families(string.Concat(characters.Take(family)), characters.Take(family));
        if (given.IsEmpty) return families;
        var paired = new List<string> { families[0] + " " + given[0] };
        if (given.Length > 1)
            paired.Add((families.Length > 1 ? families[1] : families[0]) + " " + given[1]);
        paired.AddRange(given.Skip(1).Select(g => families[0] + " " + g));
        paired.AddRange(families.Skip(1).Select(f => f + " " + given[0]));
        var korean = alone && run.Length is >= 2 and <= 4 && HanjaReadings.ToHangul(run) is { } hangul
            ? HangulRomanisation.Readings(hangul, first, alone) : [];
        return [.. paired.Take(2).Concat(Customary(korean)).Concat(paired.Skip(2)).Distinct()];
    }

    // Chosen spelling in two words first: it is how Koreans whose names are also in characters appear.
    private static IEnumerable<string> Customary(ImmutableArray<string> korean) =>
        korean.Length < 3 ? korean : new[] { korean[^2], korean[0], korean[2], korean[1] }.Distinct();

    /// <summary>Pinyin first, then Wade-Giles, then other spellings of the list.</summary>
    private static ImmutableArray<string> Families(string name, IEnumerable<string> characters)
    {
        var known = Surnames.Value[name];
        var pinyin = known.IsEmpty ? string.Concat(characters.Select(Pinyin)) : known[0];
        return [.. new[] { pinyin, WadeGiles.FromPinyin(pinyin) }.Concat(known.Skip(1)).Distinct()];
    }

    private static string Pinyin(string character) => character.Transliterate().Trim().ToLowerInvariant();

    private static List<string> Characters(string run)
    {
        var characters = new List<string>(run.Length);
        foreach (var rune in run.EnumerateRunes())
            characters.Add(rune.Value == '々' && characters.Count > 0 ? characters[^1] : rune.ToString());
        return characters;
    }
}
