using System.Collections.Immutable;
using System.Globalization;

namespace Serjeant.Registers.Scripts;

/// <summary>Scripts that are read in ways of their own; all others go by single characters.</summary>
internal enum NameScript
{
    None,
    Latin,
    Cyrillic,
    Greek,
    Arabic,
    Hebrew,
    Han,
    Hangul,
    Kana,
    Other,
}

/// <summary>A piece of a name in one script.</summary>
/// <param name="AfterSpace">Whether a new word begins here.</param>
/// <param name="First">Whether it begins the whole name: where names are written family first, this is the family name.</param>
/// <param name="Alone">Whether it is the whole name.</param>
internal sealed record ScriptRun(string Text, NameScript Script, bool AfterSpace, bool First, bool Alone)
{
    /// <summary>Likeliest first; empty where nothing can be read.</summary>
    public ImmutableArray<string> Readings() => Script switch
    {
        NameScript.Latin => LatinRomanisation.Readings(Text),
        NameScript.Cyrillic => CyrillicRomanisation.Readings(Text),
        NameScript.Greek => GreekRomanisation.Readings(Text),
        NameScript.Arabic => ArabicRomanisation.Readings(Text),
        NameScript.Hebrew => HebrewRomanisation.Readings(Text),
        NameScript.Han => HanReadings.Readings(Text, First, Alone),
        NameScript.Hangul => HangulRomanisation.Readings(Text, First, Alone),
        NameScript.Kana => KanaRomanisation.Readings(Text),
        _ => OtherScripts.Readings(Text),
    };

    public static List<ScriptRun> Split(string text, int maximum)
    {
        var runs = new List<ScriptRun>();
        var start = -1;
        var script = NameScript.None;
        var space = false;
        for (var i = 0; i <= text.Length && runs.Count < maximum; i++)
        {
            var here = i == text.Length ? NameScript.None : ScriptAt(text, i, script);
            if (here == script && here != NameScript.None) continue;
            if (script != NameScript.None)
            {
                runs.Add(new(text[start..i], script, space, runs.Count == 0, false));
                space = false;
            }
            if (here == NameScript.None) space = true;
            script = here;
            start = i;
        }
        if (runs.Count == 1) runs[0] = runs[0] with { Alone = true };
        return runs;
    }

    // Marks and the lengthening of kana belong to the run they stand in; an apostrophe does not end a word.
    private static NameScript ScriptAt(string text, int at, NameScript before)
    {
        var c = text[at];
        if (char.IsLowSurrogate(c)) return before;
        if (before != NameScript.None && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            return before;
        if (c is '\'' or '\u2019' or '\u02BC' or '`' or '\u05F3' or '\u05F4') return before;
        if (c == 'ー' && before is not NameScript.None) return before;
        if (c == '々' && before == NameScript.Han) return before;
        if (c == '.' || !char.IsLetterOrDigit(c) && !char.IsHighSurrogate(c)) return NameScript.None;
        return ScriptOf(c, text, at);
    }

    private static NameScript ScriptOf(char c, string text, int at) =>
        char.IsHighSurrogate(c) && at + 1 < text.Length && char.ConvertToUtf32(c, text[at + 1]) is >= 0x20000 and < 0x33480 ? NameScript.Han : ScriptOf(c);

    public static NameScript ScriptOf(char c) => c switch
    {
        < '\u0250' or >= '\u1E00' and <= '\u1EFF' => NameScript.Latin,
        >= '\u0370' and <= '\u03FF' or >= '\u1F00' and <= '\u1FFF' => NameScript.Greek,
        >= '\u0400' and <= '\u052F' => NameScript.Cyrillic,
        >= '\u0590' and <= '\u05FF' => NameScript.Hebrew,
        >= '\u0600' and <= '\u06FF' or >= '\u0750' and <= '\u077F' => NameScript.Arabic,
        >= '\u3040' and <= '\u30FF' or >= '\u31F0' and <= '\u31FF' => NameScript.Kana,
        >= '\u3400' and <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF' or '\u3007' => NameScript.Han,
        >= '\uAC00' and <= '\uD7A3' => NameScript.Hangul,
        _ => NameScript.Other,
    };
}
