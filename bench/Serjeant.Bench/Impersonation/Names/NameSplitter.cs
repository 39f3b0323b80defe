using System.Globalization;
using Serjeant.Values;

namespace Serjeant.Bench.Impersonation.Names;

/// <summary>Where a legislature's own list puts the family name.</summary>
internal enum NameOrder
{
    GivenFirst,
    /// <summary>KIM Choon Jin.</summary>
    FamilyFirst,
    /// <summary>ROSSI Mario: what is in capitals is the family name.</summary>
    CapitalsFirst,
}

/// <summary>Takes names apart by the custom of the list or script they stand in. What it cannot take apart is no victim.</summary>
internal static class NameSplitter
{
    private static readonly HashSet<string> Particles = new(["de", "del", "della", "di", "da", "do", "dos", "du", "des", "le", "la", "van", "von", "der", "den", "ter", "bin", "ibn", "al", "el", "ben", "st"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Titles = new(["sir", "lord", "lady", "dame", "dr", "dr.", "baroness", "baron", "hon", "hon.", "prof", "сэр", "лорд", "סר", "לורד", "السير", "اللورد", "サー", "σερ"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Suffixes = new(["jr", "jr.", "jnr", "sr", "sr.", "snr", "ii", "iii"], StringComparer.OrdinalIgnoreCase);

    /// <param name="given">As the file has it beside the name; empty where it does not.</param>
    /// <param name="family">The same.</param>
    public static NameForm? Latin(Victim bearer, string name, string given, string family, NameOrder order)
    {
        var words = Words(name).Where(w => !Titles.Contains(w) && !Suffixes.Contains(w)).ToArray();
        if (words.Length < 2 || words.Any(w => w.Any(char.IsDigit))) return null;
        if (order == NameOrder.FamilyFirst) return Form(string.Join(' ', words[1..]), "", words[0], true);
        if (order == NameOrder.CapitalsFirst)
        {
            var capitals = words.TakeWhile(w => IsCapitals(w)).Count();
            if (capitals == 0 || capitals == words.Length) return null;
            return Form(words[capitals], string.Join(' ', words[(capitals + 1)..]), string.Join(' ', words[..capitals]), false);
        }
        // The files' own parts are right only where they make up the name.
        if (given.Length > 0 && family.Length > 0 && Folding.Fold($"{given} {family}") == Folding.Fold(string.Join(' ', words))) return Form(given, "", family, false);
        var from = words.Length - 1;
        while (from > 1 && Particles.Contains(words[from - 1])) from--;
        return Form(words[0], string.Join(' ', words[1..from]), string.Join(' ', words[from..]), false);

        NameForm? Form(string g, string m, string f, bool first) =>
            g.Length == 0 || f.Length == 0 ? null : new(bearer, Script.Latin, Cased(g), Cased(m), Cased(f), " ", first);
    }

    /// <param name="syllabic">The country's own names are Chinese or Korean: elsewhere three signs are a foreigner's family name alone.</param>
    public static NameForm? Other(Victim bearer, string name, bool syllabic)
    {
        var script = Scripts.Of(name);
        if (script is Script.Other or Script.Latin || name.Any(c => char.IsDigit(c) || char.IsAsciiLetter(c))) return null;
        var comma = name.Split([',', '،'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (comma.Length == 2) name = $"{comma[1]} {comma[0]}";
        if (comma.Length > 2) return null;
        var words = Words(name.Replace('·', ' ').Replace('・', ' ').Replace('‧', ' ').Replace('•', ' ').Replace('＝', ' '));
        if (script is Script.Han or Script.Hangul && words.Length == 1)
            return syllabic && words.Length == 1 && words[0].Length is 2 or 3 or 4 ? new(bearer, script, words[0][1..], "", words[0][..1], "", true) : null;
        if (words.Length is < 2 or > 4 || words.Any(w => w.Length < 2 || w.EndsWith('.') || Titles.Contains(w))) return null;
        var between = script switch { Script.Han => "·", Script.Kana => "・", _ => " " };
        return new(bearer, script, Cased(words[0]), string.Join(between, words[1..^1].Select(Cased)), Cased(words[^1]), between, false);
    }

    private static string[] Words(string name)
    {
        var bracket = name.IndexOf('(', StringComparison.Ordinal);
        if (bracket > 0) name = name[..bracket];
        return name.Split([' ', '\u00a0', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>Lists write in capitals, people do not.</summary>
    private static string Cased(string name) =>
        IsCapitals(name) ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant()) : name;

    private static bool IsCapitals(string name) => name.Length > 1 && name.Any(char.IsUpper) && !name.Any(char.IsLower);
}
