using System.Text;

namespace Serjeant.Registers.LookAlikes;

/// <summary>What differs, in a few words. Only letters, digits, hyphens and dots of a name get into it.</summary>
internal static class Explanation
{
    public static string Of(LookAlikeKind kind, ProtectedLabel known, ReadOnlySpan<byte> letters, ReadOnlySpan<char> suffix, bool within)
    {
        var label = Encoding.ASCII.GetString(known.Text.AsSpan());
        var shown = Encoding.ASCII.GetString(letters);
        var elsewhere = known.Suffix.Length == 0 || suffix.SequenceEqual(known.Suffix) ? "" : $", under .{suffix} instead of .{known.Suffix}";
        return kind switch
        {
            LookAlikeKind.TldSwap => known.Suffix.Length == 0 ? $"the name {label}" : $"the same label under .{suffix} instead of .{known.Suffix}",
            LookAlikeKind.Addition => $"something added behind {label}{elsewhere}",
            LookAlikeKind.Bitsquatting => $"one bit of {label} flipped{elsewhere}",
            LookAlikeKind.Cyrillic => $"Cyrillic letters that read {shown}{elsewhere}",
            LookAlikeKind.Dictionary => $"{label} beside words that borrow trust{elsewhere}",
            LookAlikeKind.Homoglyph => $"letters that look like those of {label}{elsewhere}",
            LookAlikeKind.Hyphenation => $"{label} with other hyphens{elsewhere}",
            LookAlikeKind.Insertion => $"one letter put into {label}{elsewhere}",
            LookAlikeKind.Omission => $"one letter of {label} left out{elsewhere}",
            LookAlikeKind.Plural => $"{label} in the plural{elsewhere}",
            LookAlikeKind.Repetition => $"one letter of {label} doubled{elsewhere}",
            LookAlikeKind.Replacement => $"one letter of {label} replaced{elsewhere}",
            LookAlikeKind.Subdomain => $"{label} with a dot in it{elsewhere}",
            LookAlikeKind.Transposition => $"two letters of {label} swapped{elsewhere}",
            LookAlikeKind.VowelSwap => $"one vowel of {label} changed{elsewhere}",
            LookAlikeKind.WholeName => $"{label} together with its suffix {known.Suffix}, within another name",
            LookAlikeKind.Combination => $"{label} within a longer name",
            _ => within ? $"{label} within a longer name" : $"several changes of {label}{elsewhere}",
        };
    }
}
