using System.Text;

namespace Serjeant.Values;

/// <summary>
/// Characters that are not drawn: Default_Ignorable_Code_Point of the Unicode Character Database (zero-width space and
/// joiners, soft hyphen, variation selectors, bidirectional controls, tags). They split words for filters, not for eyes.
/// </summary>
public static class IgnorableCharacters
{
    public static bool Contains(int codePoint) => codePoint switch
    {
        < 0xAD => false,
        0xAD or 0x34F or 0x61C or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFEFF or 0xFFA0 => true,
        >= 0x180B and <= 0x180F => true,
        >= 0x200B and <= 0x200F => true,
        >= 0x202A and <= 0x202E => true,
        >= 0x2060 and <= 0x206F => true,
        >= 0xFE00 and <= 0xFE0F => true,
        >= 0xFFF0 and <= 0xFFF8 => true,
        >= 0x1BCA0 and <= 0x1BCA3 => true,
        >= 0x1D173 and <= 0x1D17A => true,
        >= 0xE0000 and <= 0xE0FFF => true,
        _ => false,
    };

    /// <summary>The text cut to a length, with U+FFFD for every half of a surrogate pair, so that it can be normalised.</summary>
    internal static string Repaired(string text, int maximum)
    {
        if (text.Length > maximum) text = text[..maximum];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\ufffe') return Rewritten(text); // a noncharacter that cannot be normalised either
            if (!char.IsSurrogate(text[i])) continue;
            if (Rune.TryGetRuneAt(text, i, out _)) i++;
            else return Rewritten(text);
        }
        return text;
    }

    private static string Rewritten(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) result.Append(rune.Value == 0xFFFE ? Rune.ReplacementChar : rune); // yields U+FFFD for a lone half
        return result.ToString();
    }
}
