using System.Collections.Immutable;
using System.Text.Json;
using Serjeant.Facts;
using Serjeant.Registers;
using Serjeant.Signals;
using Serjeant.Tests.Registers;
using Serjeant.Values;

namespace Serjeant.Tests.Signals;

/// <summary>A house as large as fifteen legislatures, with bodies and outlets, to which none of the shared wanted mail was written.</summary>
internal static class WantedMail
{
    private static readonly string[] Corpora = ["ham-lists", "ham-2007", "ham-newsletters-2002", "newsletter-pairs"];

    // Public names: only they can stand in real mail.
    private static readonly (string Name, string[] OtherNames, string[] Domains)[] Outlets =
    [
        ("The New York Times", ["NYTimes"], ["nytimes.com"]), ("The Times", [], ["thetimes.co.uk", "the-times.co.uk"]), ("The Guardian", [], ["theguardian.com", "guardian.co.uk"]),
        ("BBC News", ["BBC"], ["bbc.co.uk", "bbc.com"]), ("Reuters", [], ["reuters.com", "thomsonreuters.com"]), ("The Washington Post", [], ["washingtonpost.com"]),
        ("Le Monde", [], ["lemonde.fr"]), ("Der Spiegel", ["Spiegel Online"], ["spiegel.de"]), ("Financial Times", ["FT"], ["ft.com"]), ("The Economist", [], ["economist.com"]),
        ("Politico", [], ["politico.com", "politico.eu"]), ("CNN", [], ["cnn.com"]), ("The Daily Telegraph", ["The Telegraph"], ["telegraph.co.uk"]), ("Associated Press", ["AP"], ["ap.org"]),
    ];

    public static IEnumerable<string> Files => Corpora.SelectMany(c => Directory.EnumerateFiles(RegistersMaterial.Shared("corpora/" + c), "*", SearchOption.AllDirectories)
        .Where(f => f.EndsWith(".eml", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    public static House LargeHouse()
    {
        var lists = WarningLists.Load();
        var reader = new RosterReader(lists);
        var people = ImmutableArray.CreateBuilder<Person>();
        foreach (var file in Directory.GetFiles(RegistersMaterial.Shared("registers/rosters"), "*.json").Order(StringComparer.Ordinal))
            people.AddRange(reader.Read(file).People);
        return House.With(new("Fifteen legislatures", people.ToImmutable(), Bodies(), [.. Outlets.Select(o => new Organisation(o.Name, [.. o.OtherNames], Domains(o.Domains), false))], []), lists);
    }

    /// <summary>What the facts would be without the list: its author's own From, and no sign of it.</summary>
    public static MessageFacts AsSent(MessageFacts facts) => facts with
    {
        Bulk = BulkFacts.None,
        Sender = facts.Sender with
        {
            From = facts.Sender.OriginalAuthor is { Address: not null } author ? [author] : facts.Sender.From,
            OriginalAuthor = null, Sender = null, ReplyTo = [], ReturnPath = null,
        },
    };

    public static FactsMaker Maker(House house) => new(house.Roster, house.Services);

    private static ImmutableArray<Organisation> Bodies()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(RegistersMaterial.Shared("registers/domains/ukps-domains.json")));
        var bodies = ImmutableArray.CreateBuilder<Organisation>();
        foreach (var entry in json.RootElement.GetProperty("domains").EnumerateArray())
        {
            var domain = entry.GetProperty("domain_pattern").GetString()!;
            if (domain.Contains('*', StringComparison.Ordinal)) continue;
            var notes = entry.GetProperty("notes").GetString() ?? "";
            var colon = notes.IndexOf(": ", StringComparison.Ordinal);
            bodies.Add(new(colon > 0 ? notes[(colon + 2)..] + " Council" : domain.Split('.')[0], [], Domains([domain]), false));
        }
        return bodies.ToImmutable();
    }

    private static ImmutableArray<DomainName> Domains(string[] names) => [.. names.Select(n => DomainName.TryParse(n, out var domain) ? domain : default)];
}
