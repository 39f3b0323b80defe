using Serjeant.Values;

namespace Serjeant.Registers.LookAlikes;

/// <summary>A person's names as somebody would register them: given-family in either order, and the family name beside other words.</summary>
internal static class PersonLabels
{
    /// <summary>Letters of a whole name, below which too many others bear it.</summary>
    private const int FewestLetters = 8;

    /// <summary>The same for a family name alone.</summary>
    private const int FewestFamilyLetters = 6;

    private const int MostNames = 8;

    public static IEnumerable<ProtectedName> Of(Person person)
    {
        var families = new HashSet<string>(StringComparer.Ordinal);
        var labels = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in person.OtherNames.Prepend(person.Name).Take(MostNames))
            foreach (var hyphen in (ReadOnlySpan<string>)[" ", ""])
            {
                var words = Words(name, hyphen);
                if (words.Length < 2) continue;
                var (given, family) = (words[0], words[^1]);
                if (given.Length < 2 || family.Length < 2 || given.Length + family.Length < FewestLetters) continue;
                if (HostWords.AreCommonName(given, family))
                {
                    // Too many bear it; beside a word such as office it still means one who has an office.
                    families.Add(given + family);
                    continue;
                }
                labels.Add($"{given}-{family}");
                labels.Add($"{family}-{given}");
                if (family.Length >= FewestFamilyLetters && !HostWords.IsFamily(family)) families.Add(family);
            }
        return labels.Concat(families).Select(l => new ProtectedName(l, person.Id, ProtectedKind.Person));
    }

    /// <summary>Domains of the person's known mailboxes, delegates' too: whoever has the name and writes from there is no imitator.</summary>
    public static IEnumerable<DomainName> Own(Person person) => person.Mailboxes.Concat(person.Delegates).Select(a => a.Domain).Where(d => !d.IsEmpty);

    /// <param name="hyphen">What stands for one: sara-lena is registered as sara, or as saralena.</param>
    private static string[] Words(string name, string hyphen)
    {
        if (name.Length > 100) return [];
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        if (comma > 0) name = name[(comma + 1)..] + " " + name[..comma];
        var folded = Folding.Fold(name).Replace("'", "", StringComparison.Ordinal).Replace(".", " ", StringComparison.Ordinal);
        foreach (var c in folded)
            if (!char.IsAsciiLetter(c) && c is not (' ' or '-')) return [];
        return folded.Replace("-", hyphen, StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
