using System.Globalization;
using System.Text;

namespace Serjeant.Reports.Comparisons;

/// <summary>Calls letters by a name that tells them apart where their looks do not: "Cyrillic а (U+0430)", "the digit 1", "capital I".</summary>
internal static class LetterNames
{
    /// <summary>Blocks whose letters are taken for Latin ones, by first and last code point (Unicode 16, Blocks.txt).</summary>
    private static readonly (int First, int Last, string Name)[] Scripts =
    [
        (0x00C0, 0x024F, "Latin"), (0x0250, 0x02AF, "phonetic"), (0x0370, 0x03FF, "Greek"), (0x0400, 0x052F, "Cyrillic"), (0x0530, 0x058F, "Armenian"), (0x0590, 0x05FF, "Hebrew"),
        (0x0600, 0x06FF, "Arabic"), (0x0900, 0x097F, "Devanagari"), (0x0E00, 0x0E7F, "Thai"), (0x10A0, 0x10FF, "Georgian"), (0x13A0, 0x13FF, "Cherokee"), (0x1400, 0x167F, "Canadian syllabic"),
        (0x1D00, 0x1DBF, "phonetic"), (0x1E00, 0x1EFF, "Latin"), (0x1F00, 0x1FFF, "Greek"), (0x2C60, 0x2C7F, "Latin"), (0x2C80, 0x2CFF, "Coptic"), (0x2DE0, 0x2DFF, "Cyrillic"),
        (0x3040, 0x30FF, "Japanese"), (0x4E00, 0x9FFF, "Han"), (0xA4D0, 0xA4FF, "Lisu"), (0xA640, 0xA69F, "Cyrillic"), (0xA720, 0xA7FF, "Latin"), (0xAB70, 0xABBF, "Cherokee"),
        (0xAC00, 0xD7A3, "Hangul"), (0xFF00, 0xFFEF, "full-width"), (0x1D400, 0x1D7FF, "mathematical"),
    ];

    /// <summary>The letter or letters of the false side, so that they cannot be mistaken for those of the true one.</summary>
    public static string Of(string shown)
    {
        if (shown.Length == 1 && char.IsAsciiDigit(shown[0])) return $"the digit {shown}";
        if (shown.Length == 1 && char.IsAsciiLetterUpper(shown[0])) return $"capital {shown}";
        if (Ascii.IsValid(shown)) return shown;
        Rune.DecodeFromUtf16(shown, out var first, out var length);
        if (length < shown.Length) return $"\u201C{shown}\u201D";
        return string.Create(CultureInfo.InvariantCulture, $"{(Script(first) is { } script ? script + " " : "")}{shown} (U+{first.Value:X4})");
    }

    /// <summary>A letter of the true side beside one that looks like it: "Latin a" where the other is of another script.</summary>
    public static string Beside(string shown, string other)
    {
        if (shown.Length == 1 && char.IsAsciiLetter(shown[0]) && !Ascii.IsValid(other))
            return Rune.DecodeFromUtf16(other, out var first, out _) == System.Buffers.OperationStatus.Done && Script(first) == "Latin" ? shown : $"Latin {shown}";
        return Of(shown);
    }

    private static string? Script(Rune letter)
    {
        foreach (var (first, last, name) in Scripts)
            if (letter.Value >= first && letter.Value <= last) return name;
        return null;
    }
}
