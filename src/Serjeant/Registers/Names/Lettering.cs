using System.Globalization;
using System.Text;
using Serjeant.Values;

namespace Serjeant.Registers.Names;

/// <summary>Makes what a text looks like out of what it is written with: plain letters, in the order in which they are seen.</summary>
internal static class Lettering
{
    /// <summary>Characters looked at; a display name that means somebody is shorter.</summary>
    public const int MaximumLength = 2048;

    /// <summary>Combining marks kept on one letter: more are drawn to hide what is below.</summary>
    private const int MaximumMarks = 3;

    /// <summary>
    /// Compatibility forms resolved (fullwidth, mathematical), invisible characters out, small capitals and letters in boxes made
    /// letters, text that is turned round by an override turned back. Never fails.
    /// </summary>
    public static string Plain(ReadOnlySpan<char> text)
    {
        if (text.Length > MaximumLength) text = text[..MaximumLength];
        var kept = new StringBuilder(text.Length);
        var (turned, marks) = (-1, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is 0x202E or 0x202D or 0x202C or 0x2069 or 0x2068 or 0x2066 or '\n')
            {
                if (turned >= 0) TurnRound(kept, turned);
                turned = rune.Value == 0x202E ? kept.Length : -1;
                if (rune.Value == '\n') kept.Append(' ');
                continue;
            }
            if (IgnorableCharacters.Contains(rune.Value) || rune.Value == 0xFFFE) continue; // U+FFFE cannot be normalised
            var mark = rune.Value > 0x2ff && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
            marks = mark ? marks + 1 : 0;
            if (marks > MaximumMarks) continue;
            if (Drawn(rune.Value) is { } letter and not '\0') kept.Append(letter);
            else kept.Append(rune);
        }
        if (turned >= 0) TurnRound(kept, turned);
        return kept.ToString().Normalize(NormalizationForm.FormKC);
    }

    private static void TurnRound(StringBuilder text, int start)
    {
        var runes = new List<Rune>();
        foreach (var rune in text.ToString(start, text.Length - start).EnumerateRunes()) runes.Add(rune);
        text.Length = start;
        for (var i = runes.Count - 1; i >= 0; i--) text.Append(runes[i]);
    }

    // Letters that Unicode has no compatibility form for: small capitals, letters in boxes and circles, regional indicators apart.
    private static char Drawn(int point) => point switch
    {
        'ᴀ' => 'a', 'ʙ' => 'b', 'ᴄ' => 'c', 'ᴅ' => 'd', 'ᴇ' => 'e', 'ꜰ' => 'f', 'ɢ' => 'g', 'ʜ' => 'h', 'ɪ' => 'i', 'ᴊ' => 'j', 'ᴋ' => 'k', 'ʟ' => 'l',
        'ᴍ' => 'm', 'ɴ' => 'n', 'ᴏ' => 'o', 'ᴘ' => 'p', 'ꞯ' => 'q', 'ʀ' => 'r', 'ꜱ' => 's', 'ᴛ' => 't', 'ᴜ' => 'u', 'ᴠ' => 'v', 'ᴡ' => 'w', 'ʏ' => 'y', 'ᴢ' => 'z',
        >= 0x1F150 and <= 0x1F169 => (char)('A' + (point - 0x1F150)),
        >= 0x1F170 and <= 0x1F189 => (char)('A' + (point - 0x1F170)),
        >= 0x1F130 and <= 0x1F149 => (char)('A' + (point - 0x1F130)),
        _ => '\0',
    };
}
