using System.Text;

namespace Serjeant.Samples.People;

/// <summary>Names from several cultures, never the same one twice.</summary>
internal sealed class NameMaker(Prose prose, Dice dice, IEnumerable<string>? used = null)
{
    private const string Accented = "ÅÉÓÖØáãäåçèéíõöøüăąğıŁłńśşơưạầễịọ";
    private const string Plain = "AEOOOaaaaceeiooouaagiLlnssouaaeio";

    private readonly HashSet<string> taken = new(used ?? [], StringComparer.Ordinal);

    public (string Given, string Family, IReadOnlyList<string> Others) Next()
    {
        for (var attempt = 0; ; attempt++)
        {
            var culture = prose.Of("names.cultures", dice, []);
            var given = dice.Pick(prose.All($"names.{culture}.given")).Split('/');
            var family = dice.Pick(prose.All($"names.{culture}.family"));
            // A second family name where the culture has run out of free ones.
            if (attempt > 40)
                family += "-" + dice.Pick(prose.All("names.english.family"));
            if (!taken.Add($"{given[0]} {family}"))
                continue;
            var others = given.Skip(1).Select(g => $"{g} {family}").ToList();
            if (culture is "chinese" or "vietnamese")
                others.Add($"{family} {given[0]}");
            if (Ascii(given[0] + family) != given[0] + family && others.Count == 0)
                others.Add($"{Ascii(given[0])} {Ascii(family)}");
            return (given[0], family, others);
        }
    }

    /// <summary>Letters of addresses: no accents, no spaces, lower case.</summary>
    public static string LocalPart(string name)
    {
        var text = new StringBuilder();
        foreach (var c in Ascii(name))
        {
            if (char.IsAsciiLetterOrDigit(c))
                text.Append(char.ToLowerInvariant(c));
            else if (c == '-')
                text.Append('-');
        }
        return text.ToString();
    }

    private static string Ascii(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            var at = Accented.IndexOf(c, StringComparison.Ordinal);
            text.Append(c == 'ß' ? "ss" : c < 128 ? c.ToString() : at >= 0 ? Plain[at].ToString() : throw new ArgumentException($"No plain letter for '{c}'."));
        }
        return text.ToString();
    }
}
