using System.Text;

namespace Serjeant.Bench.Impersonation.Names;

internal static class Scripts
{
    /// <summary>The script that most letters of a text are of; kana wins over Han, since Japanese mixes them.</summary>
    public static Script Of(string text)
    {
        var counts = new int[Enum.GetValues<Script>().Length];
        foreach (var rune in text.EnumerateRunes())
            if (Rune.IsLetter(rune)) counts[(int)Of(rune.Value)]++;
        if (counts[(int)Script.Kana] > 0) return Script.Kana;
        var most = Array.IndexOf(counts, counts.Max());
        return counts[most] == 0 ? Script.Other : (Script)most;
    }

    private static Script Of(int letter) => letter switch
    {
        < 0x250 or (>= 0x1E00 and < 0x1F00) => Script.Latin,
        >= 0x370 and < 0x400 or (>= 0x1F00 and < 0x2000) => Script.Greek,
        >= 0x400 and < 0x530 => Script.Cyrillic,
        >= 0x590 and < 0x600 => Script.Hebrew,
        >= 0x600 and < 0x780 => Script.Arabic,
        >= 0x3040 and < 0x3100 => Script.Kana,
        >= 0xAC00 and < 0xD7B0 => Script.Hangul,
        >= 0x3400 and < 0xA000 => Script.Han,
        _ => Script.Other,
    };
}
