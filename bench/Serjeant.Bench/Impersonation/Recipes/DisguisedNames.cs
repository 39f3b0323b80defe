using Serjeant.Bench.Impersonation.Names;

namespace Serjeant.Bench.Impersonation.Recipes;

/// <summary>The name in letters that look like its own.</summary>
internal static class DisguisedNames
{
    private const string Confusables = "Unicode UTS 39, confusables; CAPEC-632 homograph attack";

    public static IEnumerable<Recipe> All =>
    [
        DisplayNames.Name("cyrillic-letters", Confusables, (f, s) => f.Script == Script.Latin ? Disguises.CyrillicLetters(f.Usual, s.Dice) : null),
        DisplayNames.Name("greek-letters", Confusables, (f, s) => f.Script == Script.Latin ? Disguises.GreekLetters(f.Usual, s.Dice) : null),
        DisplayNames.Name("latin-letters", Confusables, (f, s) => Disguises.LatinLetters(f.Usual, f.Script, s.Dice)),
        DisplayNames.Name("zero-width", "phishing of 2018 (\"Z-WASP\"): zero-width spaces break up what a filter compares", (f, s) => Disguises.Invisible(f.Usual, s.Dice)),
        DisplayNames.Name("bidi-controls", "CVE-2021-42574 and the right-to-left override of MITRE ATT&CK T1036.002", (f, s) => Disguises.Directional(f.Usual, s.Dice)),
        DisplayNames.Name("combining-marks", "Unicode UTS 39, 5.4: marks that fonts hardly show", (f, s) => f.Script is Script.Latin or Script.Cyrillic or Script.Greek ? Disguises.Marked(f.Usual, s.Dice) : null),
        DisplayNames.Name("mathematical", "Unicode UTR 36: styled letters survive where fonts do not", (f, s) => f.Script == Script.Latin ? Disguises.Mathematical(f.Usual, s.Dice) : null),
        DisplayNames.Name("full-width", "Unicode UTR 36: compatibility forms", (f, s) => f.Script == Script.Latin ? Disguises.FullWidth(f.Usual) : null),
        DisplayNames.Name("digits-for-letters", "accounts taken by a digit when the name is gone", (f, s) => f.Script == Script.Latin ? Disguises.DigitsForLetters(f.Usual, s.Dice) : null),
        DisplayNames.Name("no-space", "names of social media accounts, which have no spaces", (f, s) => f.IsSyllabic || f.Script is Script.Arabic or Script.Hebrew or Script.Kana or Script.Han or Script.Hangul ? null : f.Usual.Replace(" ", "", StringComparison.Ordinal)),
    ];
}
