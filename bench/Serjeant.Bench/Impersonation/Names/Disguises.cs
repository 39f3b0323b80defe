using System.Globalization;
using System.Text;
using Serjeant.Samples;

namespace Serjeant.Bench.Impersonation.Names;

/// <summary>A name written so that the eye reads it and a comparison of letters does not.</summary>
internal static class Disguises
{
    private const string Latin = "aceopxyisjABCEHKMOPTXSIJY";
    private const string Cyrillic = "асеорхуіѕјАВСЕНКМОРТХЅІЈУ";
    private const string LatinForGreek = "ovuABEHIKMNOPTXYZ";
    private const string Greek = "ονυΑΒΕΗΙΚΜΝΟΡΤΧΥΖ";
    private const string Letters = "oOlIieaAsS";
    private const string Digits = "0011134455";
    private const string Keys = "qwertyuiopasdfghjklzxcvbnm";

    private static readonly int[] MathCapitals = [0x1D400, 0x1D5D4, 0x1D4D0, 0x1D670];
    private static readonly int[] MathSmall = [0x1D41A, 0x1D5EE, 0x1D4EA, 0x1D68A];

    public static string? CyrillicLetters(string name, Dice dice) => Swap(name, Latin, Cyrillic, dice);

    public static string? GreekLetters(string name, Dice dice) => Swap(name, LatinForGreek, Greek, dice);

    /// <summary>Latin letters in a name of Cyrillic or Greek ones.</summary>
    public static string? LatinLetters(string name, Script script, Dice dice) =>
        script == Script.Cyrillic ? Swap(name, Cyrillic, Latin, dice) : script == Script.Greek ? Swap(name, Greek, LatinForGreek, dice) : null;

    /// <summary>One or two letters become the digits that look like them.</summary>
    public static string? DigitsForLetters(string name, Dice dice)
    {
        var at = Enumerable.Range(0, name.Length).Where(i => Letters.Contains(name[i], StringComparison.Ordinal)).ToArray();
        if (at.Length == 0) return null;
        var text = name.ToCharArray();
        foreach (var i in dice.Some(at, dice.Between(1, 2))) text[i] = Digits[Letters.IndexOf(text[i], StringComparison.Ordinal)];
        return new(text);
    }

    public static string? Mathematical(string name, Dice dice)
    {
        if (!name.Any(char.IsAsciiLetter)) return null;
        var style = dice.Below(MathCapitals.Length);
        var text = new StringBuilder();
        foreach (var c in name)
            text.Append(char.IsAsciiLetterUpper(c) ? char.ConvertFromUtf32(MathCapitals[style] + c - 'A') : char.IsAsciiLetterLower(c) ? char.ConvertFromUtf32(MathSmall[style] + c - 'a') : c.ToString());
        return text.ToString();
    }

    public static string? FullWidth(string name) =>
        name.Any(char.IsAsciiLetter) ? new([.. name.Select(c => c is > ' ' and < (char)127 ? (char)(c + 0xFEE0) : c)]) : null;

    /// <summary>Characters without width between the letters, one to four of them.</summary>
    public static string Invisible(string name, Dice dice) => Insert(name, dice, ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad"], dice.Between(1, 4));

    /// <summary>Marks that steer the direction of writing, which change nothing of a name that runs one way.</summary>
    public static string Directional(string name, Dice dice) => dice.Below(3) switch
    {
        0 => "\u202d" + name + "\u202c",
        1 => Insert(name, dice, ["\u200e", "\u200f"], 2),
        _ => "\u2066" + name + "\u2069",
    };

    /// <summary>Marks above or below letters that few readers notice: dot below, macron below, overlay.</summary>
    public static string Marked(string name, Dice dice) => Insert(name, dice, ["\u0323", "\u0331", "\u0335", "\u0307"], dice.Between(1, 3));

    /// <summary>One letter left out, doubled, swapped with the next, or struck on the key beside; never the first.</summary>
    public static string? Typo(string word, Script script, Dice dice)
    {
        if (word.Length < 5 || word.Any(c => !char.IsLetter(c) && char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)) return null;
        for (var tries = 0; tries < 8; tries++)
        {
            var i = dice.Between(1, word.Length - 2);
            var wrong = dice.Below(script == Script.Latin ? 4 : 3) switch
            {
                0 => word.Remove(i, 1),
                1 => word.Insert(i, word[i].ToString()),
                2 => word[..i] + word[i + 1] + word[i] + word[(i + 2)..],
                _ => Keys.IndexOf(word[i], StringComparison.Ordinal) is >= 0 and var key ? word[..i] + Keys[key == 25 ? 24 : key + 1] + word[(i + 1)..] : word,
            };
            if (wrong != word) return wrong;
        }
        return null;
    }

    public static string WithoutMarks(string name) =>
        new string([.. name.Normalize(NormalizationForm.FormD).Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)])
            .Replace('ø', 'o').Replace('Ø', 'O').Replace('đ', 'd').Replace('ł', 'l').Replace("æ", "ae", StringComparison.Ordinal).Replace("Æ", "Ae", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal);

    /// <summary>As telegraphs and passports write them: Soerd for a name with a tilde, Aas for one with a ring.</summary>
    public static string SpeltOut(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
            text.Append(c switch { 'ä' or 'æ' => "ae", 'ö' or 'ø' or 'õ' => "oe", 'ü' => "ue", 'å' => "aa", 'Ä' or 'Æ' => "Ae", 'Ö' or 'Ø' or 'Õ' => "Oe", 'Ü' => "Ue", 'Å' => "Aa", _ => c.ToString() });
        return text.ToString();
    }

    private static string? Swap(string name, string from, string to, Dice dice)
    {
        var at = Enumerable.Range(0, name.Length).Where(i => from.Contains(name[i], StringComparison.Ordinal)).ToArray();
        if (at.Length == 0) return null;
        var text = name.ToCharArray();
        foreach (var i in dice.Some(at, dice.Between(1, at.Length))) text[i] = to[from.IndexOf(text[i], StringComparison.Ordinal)];
        return new(text);
    }

    private static string Insert(string name, Dice dice, string[] what, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var at = dice.Between(1, name.Length - 1);
            // Within a word: at its end some marks would be an accent of the space.
            if (char.IsLetter(name[at - 1])) name = name.Insert(at, dice.Pick(what));
        }
        return name.Any(c => what.Contains(c.ToString())) ? name : name.Insert(1, dice.Pick(what));
    }
}
