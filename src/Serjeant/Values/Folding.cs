using System.Globalization;
using System.Text;

namespace Serjeant.Values;

/// <summary>Folds text so that words can be compared: compatibility forms resolved, accents and case gone.</summary>
public static class Folding
{
    /// <summary>Characters looked at: longer than any subject or display name that is read.</summary>
    public const int MaximumLength = 16 * 1024;

    /// <summary>
    /// NFKD, marks and ignorable characters out, lower case, letters that Unicode does not take apart spelt out (ß to ss, ø to o).
    /// Never fails; the same string comes back where nothing changes, without allocating for ASCII.
    /// </summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Ascii.IsValid(text) && text.Length <= MaximumLength)
            return text.AsSpan().IndexOfAnyInRange('A', 'Z') < 0 ? text : text.ToLowerInvariant();
        text = IgnorableCharacters.Repaired(text, MaximumLength).Normalize(NormalizationForm.FormKD);
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IgnorableCharacters.Contains(rune.Value) || IsMark(rune)) continue;
            var lower = Rune.ToLowerInvariant(rune);
            if (Spelt(lower.Value) is { } spelt) result.Append(spelt);
            else result.Append(lower);
        }
        return result.ToString().Normalize(NormalizationForm.FormC); // Hangul and kana whole again
    }

    // The voicing marks of kana are no accents: "ka" and "ga" are different words.
    private static bool IsMark(Rune rune) =>
        rune.Value is not (0x3099 or 0x309A)
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static string? Spelt(int letter) => letter switch
    {
        'ß' or 'ẞ' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' or 'ð' => "d",
        'ł' => "l",
        'þ' => "th",
        'ħ' => "h",
        'ı' => "i",
        'ŋ' => "n",
        'ŧ' => "t",
        'ς' => "σ",
        '’' or 'ʼ' or '‘' => "'",
        '‐' or '‑' or '–' or '—' => "-",
        _ => null,
    };
}
