using Serjeant.Registers.Names;
using Serjeant.Values;

namespace Serjeant.Registers.LookAlikes;

/// <summary>A person's names as somebody would register them: given-family in either order, and the family name beside other words.</summary>
internal static class PersonLabels
{
    /// <summary>Letters of a whole name, below which too many others bear it.</summary>
    private const int FewestLetters = 8;

    /// <summary>The same for a family name alone.</summary>
    private const int FewestFamilyLetters = 6;

    private const int MostNames = 8, MaximumLength = 100;

    private static readonly HashSet<string> Peerages = new(["lord", "lady", "baron", "baroness", "viscount", "viscountess", "earl", "countess"], StringComparer.Ordinal);

    public static IEnumerable<ProtectedName> Of(Person person)
    {
        var families = new HashSet<string>(StringComparer.Ordinal);
        var labels = new HashSet<string>(StringComparer.Ordinal);
        var maker = new PersonNameMaker();
        foreach (var written in person.OtherNames.Prepend(person.Name).Take(MostNames))
        {
            if (written.Length > MaximumLength) continue;
            var name = maker.Make(written);
            if (name.IsBody) continue;
            foreach (var family in Families(name))
            {
                if (family.Length < 2) continue;
                if (name.Given.IsEmpty) Peer(name, family, labels, families);
                else foreach (var given in Givens(name)) Whole(given, family, labels, families);
            }
        }
        return labels.Concat(families).Select(l => new ProtectedName(l, person.Id, ProtectedKind.Person));
    }

    /// <summary>Domains of the person's known mailboxes, delegates' too: whoever has the name and writes from there is no imitator.</summary>
    public static IEnumerable<DomainName> Own(Person person) => person.Mailboxes.Concat(person.Delegates).Select(a => a.Domain).Where(d => !d.IsEmpty);

    private static void Whole(string given, string family, HashSet<string> labels, HashSet<string> families)
    {
        if (given.Length < 2 || given.Length + family.Length < FewestLetters) return;
        if (HostWords.AreCommonName(given, family))
        {
            // Too many bear it; beside a word such as office it still means one who has an office.
            families.Add(given + family);
            return;
        }
        labels.Add($"{given}-{family}");
        labels.Add($"{family}-{given}");
        if (family.Length >= FewestFamilyLetters && !HostWords.IsFamily(family)) families.Add(family);
    }

    // Lord Foulkes of Cumnock has no other name that the public knows; of Dr Grewal there are many.
    private static void Peer(PersonName name, string family, HashSet<string> labels, HashSet<string> families)
    {
        if (name.Titles.FirstOrDefault(Peerages.Contains) is { } title && title.Length + family.Length >= FewestLetters) labels.Add($"{title}-{family}");
        if (family.Length >= FewestFamilyLetters && !HostWords.IsFamily(family)) families.Add(family);
    }

    // Sara-Lena is registered as sara, or as saralena.
    private static IEnumerable<string> Givens(PersonName name) => Plain([name.Given[0], string.Concat(name.Given)]);

    // Hartwell-Quenby as quenby, or as hartwellquenby; van der Berg as berg, or as vanderberg; but O'Brien never as brien.
    private static IEnumerable<string> Families(PersonName name)
    {
        if (name.Family.IsEmpty) return [];
        var particles = string.Concat(name.Particles.Where(p => p != "of"));
        var whole = particles + string.Concat(name.Family);
        return particles is "o" or "mac" or "mc" or "d" or "l" ? Plain([whole]) : Plain([name.Family[^1], whole]);
    }

    private static IEnumerable<string> Plain(string[] words) =>
        words.Select(w => Folding.Fold(w).Replace("'", "", StringComparison.Ordinal)).Where(w => w.All(char.IsAsciiLetter)).Distinct(StringComparer.Ordinal);
}
