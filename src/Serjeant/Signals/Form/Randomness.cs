namespace Serjeant.Signals.Form;

/// <summary>Whether a label was made by a machine: digits strewn among letters, or letters that no tongue strings together.</summary>
internal static class Randomness
{
    public static bool IsRandom(ReadOnlySpan<char> label)
    {
        if (label.Length < 7) return false;
        int digits = 0, letters = 0, changes = 0, run = 0, longestRun = 0, last = 0, vowels = 0;
        foreach (var c in label)
        {
            var kind = char.IsAsciiDigit(c) ? 1 : char.IsAsciiLetter(c) ? 2 : 0;
            if (kind == 0)
            {
                run = 0;
                last = 0;
                continue;
            }
            if (last != 0 && kind != last) changes++;
            last = kind;
            if (kind == 1)
            {
                digits++;
                run = 0;
                continue;
            }
            letters++;
            if ((c | 0x20) is 'a' or 'e' or 'i' or 'o' or 'u' or 'y')
            {
                vowels++;
                run = 0;
            }
            else if (++run > longestRun)
            {
                longestRun = run;
            }
        }
        // xk3f9q2: changes between kinds; bcdfghj: six consonants on end are rare in any language's names.
        return (digits > 0 && letters > 0 && changes >= 3) || longestRun >= 6 || (letters >= 10 && vowels * 6 < letters);
    }

    /// <summary>A long row of letters and digits mixed as no word and no date mixes them: an identifier or something encoded.</summary>
    public static bool IsToken(ReadOnlySpan<char> text)
    {
        if (text.Length < 12) return false;
        int digits = 0, letters = 0, changes = 0, last = 0;
        foreach (var c in text)
        {
            var kind = char.IsAsciiDigit(c) ? 1 : char.IsAsciiLetterUpper(c) ? 2 : char.IsAsciiLetterLower(c) ? 3 : 0;
            if (kind == 1) digits++;
            else if (kind > 1) letters++;
            if (last != 0 && kind != 0 && kind != last) changes++;
            last = kind;
        }
        return letters >= 3 && changes >= 4 && changes * 6 >= text.Length && digits + letters >= text.Length * 3 / 4;
    }
}
