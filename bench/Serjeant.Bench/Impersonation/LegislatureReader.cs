using System.Collections.Immutable;
using System.Text.Json;
using Serjeant.Bench.Impersonation.Names;
using Serjeant.Registers;
using Serjeant.Signals;
using Serjeant.Values;

namespace Serjeant.Bench.Impersonation;

/// <summary>
/// Reads the real rosters as the product does and completes them to what a house would keep: every member has an address (given.family at the
/// parliament's own domain where the file has none), bodies and outlets are known. Every fourth member's names in other scripts are taken out, and every
/// fourth of those with a name in their country's own script keeps only that: the attacker knows what the roster does not.
/// </summary>
internal sealed class LegislatureReader(string registers)
{
    private static readonly Dictionary<string, (string Language, string Domain, NameOrder Order)> Customs = new(StringComparer.Ordinal)
    {
        ["australia-representatives"] = ("en", "aph.gov.au", NameOrder.GivenFirst),
        ["belgium-representatives"] = ("fr", "lachambre.be", NameOrder.GivenFirst),
        ["bulgaria-national_assembly"] = ("bg", "parliament.bg", NameOrder.GivenFirst),
        ["canada-commons"] = ("en", "parl.gc.ca", NameOrder.GivenFirst),
        ["estonia-riigikogu"] = ("et", "riigikogu.ee", NameOrder.GivenFirst),
        ["france-national_assembly"] = ("fr", "assemblee-nationale.fr", NameOrder.GivenFirst),
        ["israel-knesset"] = ("he", "knesset.gov.il", NameOrder.GivenFirst),
        ["italy-house"] = ("it", "camera.it", NameOrder.CapitalsFirst),
        ["new_zealand-house"] = ("en", "parliament.govt.nz", NameOrder.GivenFirst),
        ["norway-storting"] = ("nb", "stortinget.no", NameOrder.GivenFirst),
        ["scotland-parliament"] = ("en", "parliament.scot", NameOrder.GivenFirst),
        ["south_korea-national_assembly"] = ("ko", "assembly.go.kr", NameOrder.FamilyFirst),
        ["sweden-riksdag"] = ("sv", "riksdagen.se", NameOrder.GivenFirst),
        ["taiwan-legislative_yuan"] = ("zh", "ly.gov.tw", NameOrder.GivenFirst),
        ["uk-commons"] = ("en", "parliament.uk", NameOrder.GivenFirst),
    };

    private readonly WarningLists _warningLists = WarningLists.Load();
    private readonly ImmutableArray<Organisation> _bodies = Bodies.Read(Path.Combine(registers, "domains", "ukps-domains.json"));

    public IReadOnlyList<Legislature> ReadAll()
    {
        var files = Directory.GetFiles(Path.Combine(registers, "rosters"), "*.popolo.json").Order(StringComparer.Ordinal).ToArray();
        return [.. files.Select((file, i) => Read(file, i, files.Length))];
    }

    /// <summary>All parliaments in one house: no real one is as large, nor has as many names that strangers bear too.</summary>
    public House Union(IReadOnlyList<Legislature> all) => House.With(new(
        "All", [.. all.SelectMany(l => l.Roster.People.Select(p => p with { Id = $"{l.Index}-{p.Id}" }))], [.. all.SelectMany(l => l.Roster.Bodies.Where(b => b.Ours)), .. _bodies], Outlets.All, []), _warningLists);

    private Legislature Read(string file, int index, int count)
    {
        var name = Path.GetFileName(file)[..^".popolo.json".Length];
        var (language, domain, order) = Customs[name];
        var read = new RosterReader(_warningLists).Read(file);
        var parts = Parts(file);
        var people = ImmutableArray.CreateBuilder<Person>();
        var victims = new List<Victim>();
        var taken = new HashSet<string>(read.People.SelectMany(p => p.Official).Select(a => a.Key), StringComparer.Ordinal);
        for (var i = 0; i < read.People.Length; i++)
        {
            var victim = Make(read.People[i], i, parts, order, language, domain, taken);
            people.Add(victim.Person);
            if (victim.Forms.Count > 0) victims.Add(victim);
        }
        var ours = read.OwnDomains.Contains(Outlets.Domain(domain)) ? read.OwnDomains : read.OwnDomains.Add(Outlets.Domain(domain));
        var others = _bodies.Where(b => !b.Domains.Any(d => ours.Contains(d)) && b.Name != read.House).ToImmutableArray();
        var roster = new Roster(read.House, people.ToImmutable(), [new(read.House, [], ours, Ours: true), .. others], Outlets.All, []);
        return new(index, name, language, domain, House.With(roster, _warningLists), victims, [.. others.Where((_, i) => i % count == index)]);
    }

    private static Victim Make(Person person, int at, Dictionary<string, (string Given, string Family)> parts, NameOrder order, string language, string domain, HashSet<string> taken)
    {
        var (given, family) = parts.GetValueOrDefault(person.Id, ("", ""));
        var probe = new Victim(person);
        var latin = NameSplitter.Latin(probe, person.Name, given, family, Scripts.Of(person.Name) == Script.Latin ? order : NameOrder.GivenFirst);
        if (Scripts.Of(person.Name) != Script.Latin) latin = null;
        var others = person.OtherNames.Append(person.Name).Select(n => NameSplitter.Other(probe, n, language is "ko" or "zh")).OfType<NameForm>().GroupBy(f => f.Script).Select(g => g.First()).ToList();
        var own = language switch { "bg" => Script.Cyrillic, "ko" => Script.Hangul, "zh" => Script.Han, _ => Script.Latin };
        var native = others.Find(f => f.Script == own);
        var kept = person;
        NameForm? unlisted = null;
        if (at % 4 == 3 && latin is not null && others.Count > 0)
        {
            unlisted = native ?? others[0];
            kept = person with { OtherNames = [.. person.OtherNames.Where(n => Scripts.Of(n) == Script.Latin)] };
            others.Clear();
        }
        else if (at % 4 == 2 && latin is not null && native is not null)
        {
            unlisted = latin;
            latin = null;
            kept = person with { Name = native.Whole, OtherNames = [.. person.OtherNames.Where(n => Scripts.Of(n) != Script.Latin && n != native.Whole)] };
        }
        if (kept.Official.IsEmpty) kept = kept with { Official = [Address(latin ?? unlisted, at, domain, taken)] };
        var victim = new Victim(kept);
        if (latin is not null) victim.Forms.Add(latin with { Bearer = victim });
        victim.Forms.AddRange(others.Select(f => f with { Bearer = victim }));
        victim.Unlisted = unlisted is null ? null : unlisted with { Bearer = victim };
        return victim;
    }

    private static EmailAddress Address(NameForm? name, int at, string domain, HashSet<string> taken)
    {
        var local = name is null ? $"member{at}" : Local(name.Given) + "." + Local(name.Family);
        if (!taken.Add($"{local}@{domain}")) local += at;
        taken.Add($"{local}@{domain}");
        return new(local, Outlets.Domain(domain));
    }

    /// <summary>A name as it stands in addresses: ASCII letters, small.</summary>
    public static string Local(string name) => new([.. Folding.Fold(name).Where(char.IsAsciiLetter)]);

    private static Dictionary<string, (string Given, string Family)> Parts(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        var parts = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach (var person in json.RootElement.GetProperty("persons").EnumerateArray())
            parts[person.GetProperty("id").GetString()!] = (Text(person, "given_name"), Text(person, "family_name"));
        return parts;

        static string Text(JsonElement person, string key) => person.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : "";
    }
}
