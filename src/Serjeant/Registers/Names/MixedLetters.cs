using System.Text;
using Serjeant.Registers.Scripts;

namespace Serjeant.Registers.Names;

/// <summary>
/// A Cyrillic or Greek name in which letters were exchanged for Latin ones of the same look: "Mаpтин". Capitals and small letters look like different
/// letters, so that it has to be undone before case is.
/// </summary>
internal static class MixedLetters
{
    private const string Latin = "ABCEHIJKMOPTXYaceijkopxymtnubhABEZHIKMNOPTYXovipkatnux";
    private const string Other = "АВСЕНІЈКМОРТХУасеіјкорхумтпивнΑΒΕΖΗΙΚΜΝΟΡΤΥΧονιρκατηυχ";
    private const int OfCyrillic = 30;

    /// <summary>Null where the text has no Latin letters beside one of the two scripts, or has some that look like none of its letters.</summary>
    public static string? Unmixed(string text)
    {
        if (text.Length > Romanisation.MaximumLength) return null;
        var (latin, cyrillic, greek) = (0, 0, 0);
        foreach (var c in text)
            if (char.IsAsciiLetter(c)) latin++;
            else if (ScriptRun.ScriptOf(c) is NameScript.Cyrillic) cyrillic++;
            else if (ScriptRun.ScriptOf(c) is NameScript.Greek) greek++;
        if (latin == 0 || cyrillic + greek == 0) return null;
        var letters = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsAsciiLetter(c)) letters.Append(c);
            else if (At(c, cyrillic >= greek) is >= 0 and var at) letters.Append(Other[at]);
            else return null;
        }
        return letters.ToString();
    }

    private static int At(char c, bool cyrillic)
    {
        if (cyrillic) return Latin.AsSpan(0, OfCyrillic).IndexOf(c);
        var at = Latin.AsSpan(OfCyrillic).IndexOf(c);
        return at < 0 ? -1 : OfCyrillic + at;
    }
}
