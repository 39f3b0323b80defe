using System.Text;
using Serjeant.Values;

namespace Serjeant.Registers.LookAlikes;

/// <summary>What a label's letters were before they were read as plain ones.</summary>
[Flags]
internal enum Scripts
{
    None = 0,
    Latin = 1,
    /// <summary>Latin letters with marks, and other letters of the Latin script.</summary>
    Marked = 2,
    Cyrillic = 4,
    /// <summary>Any other script.</summary>
    Other = 8,
}

/// <summary>Reads a label as the eye does: a to z, digits and hyphens, whatever script its letters are of.</summary>
internal static class Letters
{
    /// <summary>Stands for a character that looks like no letter of ours.</summary>
    public const byte Strange = (byte)'*';

    private const int MostRunes = 63;

    // Pairs: a letter that neither folding nor the confusables make plain, and the letter that it is drawn for.
    private const string Drawn =
        "ᴀaɑaəaʙbɓbƅbьbᴄcƈcᴅdɗdɖdԁdᴇeɛeɇeεeƒfɡgɢgǥgԍgʜhɦhɧhⱨhһhɪiɩiɨiιiᴊjʝjɉjјjᴋkⱪkƙkкkκkʟlɫlɭlӏlᴍmɱmмmɴnɲnɳnꞑnŋnηnᴏoơoɵoοoσoᴘpƿpƥpρpʠqԛqʀrɼrɽrɾrɍrꜱsʂsѕsᴛtƫtƭtтtτt"
        + "ᴜuʉuưuʋuυuᴠvⱱvᶌvⱴvѵvνvᴡwⱳwԝwωwхxχxʏyƴyɏyỿyуyγyᴢzʐzƶzⱬzпnвbнhзeбbгrлnиuдgфoшwщwцuъbэeюoяrжxйu";

    private static readonly Lazy<Dictionary<int, string>> Readings = new(Read);

    /// <summary>Writes the letters of one label of a lower-case name; returns how many there are, at most <c>into.Length</c>.</summary>
    public static int Read(ReadOnlySpan<char> label, Span<byte> into, out Scripts scripts)
    {
        scripts = Scripts.None;
        if (label.StartsWith("xn--", StringComparison.Ordinal))
        {
            Span<int> runes = stackalloc int[MostRunes];
            var decoded = Punycode.Decode(label[4..], runes);
            if (decoded > 0) return Read(runes[..decoded], into, ref scripts);
        }
        var count = 0;
        foreach (var c in label)
        {
            if (c > '\x7f') return ReadUnicode(label, into, out scripts);
            if (count < into.Length) into[count++] = c == '_' ? (byte)'-' : (byte)c;
        }
        return count;
    }

    private static int ReadUnicode(ReadOnlySpan<char> label, Span<byte> into, out Scripts scripts)
    {
        scripts = Scripts.None;
        Span<int> runes = stackalloc int[MostRunes];
        var count = 0;
        foreach (var rune in label.EnumerateRunes())
            if (count < MostRunes) runes[count++] = rune.Value;
        return Read(runes[..count], into, ref scripts);
    }

    private static int Read(ReadOnlySpan<int> runes, Span<byte> into, ref Scripts scripts)
    {
        var count = 0;
        foreach (var rune in runes)
        {
            if (rune < 0x80)
            {
                if (rune is >= 'a' and <= 'z') scripts |= Scripts.Latin;
                if (count < into.Length) into[count++] = rune == '.' ? Strange : (byte)rune;
                continue;
            }
            if (IgnorableCharacters.Contains(rune)) continue;
            scripts |= ScriptOf(rune);
            if (!Readings.Value.TryGetValue(rune, out var letters)) letters = "*";
            foreach (var letter in letters)
                if (count < into.Length) into[count++] = (byte)letter;
        }
        return count;
    }

    private static Scripts ScriptOf(int rune) => rune switch
    {
        < 0x250 or (>= 0x250 and < 0x370) or (>= 0x1D00 and < 0x1F00) or (>= 0x2C60 and < 0x2C80) or (>= 0xA720 and < 0xA800) => Scripts.Marked,
        >= 0x400 and < 0x530 => Scripts.Cyrillic,
        _ => Scripts.Other,
    };

    /// <summary>Once, when the first international name is met.</summary>
    private static Dictionary<int, string> Read()
    {
        var readings = new Dictionary<int, string>();
        var drawn = new Dictionary<char, char>();
        for (var i = 0; i < Drawn.Length; i += 2) drawn.TryAdd(Drawn[i], Drawn[i + 1]);
        foreach (var (from, to) in ((int, int)[])[(0x80, 0x590), (0x1D00, 0x2000), (0x2100, 0x2190), (0x2460, 0x2500), (0x2C60, 0x2E00), (0xA640, 0xA800), (0xAB30, 0xAB70), (0xFB00, 0xFB07), (0xFF00, 0xFF60), (0x13A0, 0x1400)])
            for (var rune = from; rune < to; rune++)
                if (Plain(new Rune(rune).ToString(), drawn) is { } plain) readings[rune] = plain;
        return readings;
    }

    private static string? Plain(string letter, Dictionary<char, char> drawn)
    {
        if (letter.Length == 1 && drawn.TryGetValue(letter[0], out var known)) return known.ToString();
        var folded = Folding.Fold(letter);
        if (folded.Length == 1 && drawn.TryGetValue(folded[0], out known)) return known.ToString();
        if (IsPlain(folded)) return folded;
        folded = Folding.Fold(Skeleton.Of(folded)).Replace("rn", "m", StringComparison.Ordinal);
        if (folded.Length == 1 && drawn.TryGetValue(folded[0], out known)) return known.ToString();
        return IsPlain(folded) ? folded : null;
    }

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-') return false;
        return text.Length is > 0 and <= 3;
    }
}
