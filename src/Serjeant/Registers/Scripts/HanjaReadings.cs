using System.Text;
using Serjeant.Values;

namespace Serjeant.Registers.Scripts;

/// <summary>Chinese characters as Koreans read them: the characters of a Korean's name in Hangul.</summary>
internal static class HanjaReadings
{
    private const int Nieun = 2;
    private const int Rieul = 5;

    private static readonly Lazy<Dictionary<char, string>> Syllables = new(Load);

    /// <summary>Null where a character has no Korean reading.</summary>
    public static string? ToHangul(string characters)
    {
        var hangul = new StringBuilder(characters.Length);
        foreach (var c in characters)
        {
            if (!Syllables.Value.TryGetValue(c, out var readings)) return null;
            hangul.Append(Choose(readings, first: hangul.Length <= 1, family: hangul.Length == 0));
        }
        return hangul.ToString();
    }

    // In the South r and n are dropped at the beginning of a word: 李 is Yi and not Ri, 女 Yeo and not Nyeo. 金 as a family name is Kim.
    private static char Choose(string readings, bool first, bool family)
    {
        if (family && readings.Contains('김', StringComparison.Ordinal)) return '김';
        if (readings.Length == 1) return readings[0];
        foreach (var reading in readings)
            if (first ? Initial(reading) is not (Nieun or Rieul) : Initial(reading) is Rieul) return reading;
        return readings[0];
    }

    private static int Initial(char syllable) => (syllable - 0xAC00) / 588;

    private static Dictionary<char, string> Load()
    {
        var syllables = new Dictionary<char, string>(16 * 1024);
        foreach (var line in ShippedData.ReadLines("names/hanja.txt"))
        {
            if (line.Length < 2 || line[0] == '#') continue;
            foreach (var character in line.AsSpan(1))
                syllables[character] = syllables.TryGetValue(character, out var before) ? before + line[0] : line[..1];
        }
        return syllables;
    }
}
