using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Letters;
using Serjeant.Samples.Mailings;
using Serjeant.Samples.People;

namespace Serjeant.Samples.Places;

/// <summary>Everything that is fixed before the first mail is written: who lives here, which hosts there are, and when.</summary>
internal sealed class World
{
    private readonly Dice root;
    private readonly HostAddresses addresses = new();
    private readonly HashSet<string> protectedNames;
    private readonly Dictionary<string, Outsider[]> contacts = new(StringComparer.Ordinal);

    public World(int seed, Prose prose, int months = 14)
    {
        root = new Dice((ulong)seed * 0x9E3779B97F4A7C15UL + 1);
        Prose = prose;
        Roster = new RosterMaker(prose, root.Fork("roster")).Make();
        Clock = new Clock(root.Fork("clock"), months);
        Origins = new Origins(addresses, root.Fork("origins"));
        Post = new Post(Roster, prose, root.Fork("post"));
        Freemail = root.Fork("freemail").Some(prose.All("organisations.freemail"), 5);
        Services = MakeServices();
        // A club's phpList host (index 3) is no service that an attacker rents; each of the others can be the one.
        var picks = root.Fork("rented").Some(Services.Where((_, i) => i != 3), 2);
        (RentedService, AllianceService) = (picks[0], picks[1]);
        OwnServers = new OwnServer(addresses, root.Fork("own servers"));
        protectedNames = [.. Roster.People.SelectMany(p => p.OtherNames.Append(p.PlainName))];
        Names = new NameMaker(prose, root.Fork("strangers"), protectedNames);
    }

    public Prose Prose { get; }

    public Roster Roster { get; }

    public Clock Clock { get; }

    public Origins Origins { get; }

    public Post Post { get; }

    public IReadOnlyList<string> Freemail { get; }

    public IReadOnlyList<MailingService> Services { get; }

    /// <summary>The service that the reconnaissance rents accounts at. Honest newsletters use it too.</summary>
    public MailingService RentedService { get; }

    public MailingService AllianceService { get; }

    public MailingService OwnServers { get; }

    /// <summary>What members and staff wrote; some of it lies in their Sent folders.</summary>
    public List<Outgoing> Outbox { get; } = [];

    private NameMaker Names { get; }

    public Dice Fork(string purpose) => root.Fork(purpose);

    public string AddressOf(string host) => addresses.Of(host);

    /// <summary>A member of the public, with a freemail account. Never a namesake of somebody on the roster: with so few names that would come far too often.</summary>
    public Outsider Stranger(Dice dice)
    {
        string given, family;
        do
        {
            given = dice.Pick(Prose.All($"names.{Prose.Of("names.cultures", dice, [])}.given")).Split('/')[0];
            family = dice.Pick(Prose.All($"names.{Prose.Of("names.cultures", dice, [])}.family"));
        }
        while (protectedNames.Contains($"{given} {family}"));
        var (first, last) = (NameMaker.LocalPart(given), NameMaker.LocalPart(family));
        var local = dice.Below(4) switch
        {
            0 => $"{first}.{last}{dice.Between(1, 99)}",
            1 => $"{last}{dice.Between(1950, 2004)}",
            2 => $"{first}{last[0]}_{dice.Letters(3)}{dice.Below(99)}",
            _ => $"{first[0]}.{last}.{dice.Letters(2)}{dice.Below(999)}",
        };
        return new Outsider($"{given} {family}", given, $"{local}@{dice.Pick(Freemail)}", dice.Pick([MailProgram.Webmail, MailProgram.Webmail, MailProgram.Phone, MailProgram.Apple, MailProgram.Thunderbird]));
    }

    /// <summary>Three people of an organisation, the same ones all the time.</summary>
    public Outsider[] ContactsAt(Organisation organisation)
    {
        if (contacts.TryGetValue(organisation.Domain, out var known))
            return known;
        var dice = root.Fork("contacts " + organisation.Domain);
        var program = dice.Pick([MailProgram.Outlook, MailProgram.Outlook, MailProgram.Apple, MailProgram.Webmail, MailProgram.Thunderbird]);
        known = new Outsider[3];
        for (var i = 0; i < known.Length; i++)
        {
            var (given, family, _) = Names.Next();
            known[i] = new Outsider($"{given} {family}", given, $"{NameMaker.LocalPart(given)[0]}.{NameMaker.LocalPart(family)}@{organisation.Domain}", program, organisation.Name);
        }
        return contacts[organisation.Domain] = known;
    }

    public static Slots SlotsFor(Person person) => new()
    {
        ["first"] = person.First,
        ["family"] = person.Family,
        ["name"] = person.PlainName,
        ["user"] = person.Address.Split('@')[0],
        ["title"] = person.Title.StartsWith("Dr", StringComparison.Ordinal) ? "Dr" : person.IsMember ? "Member" : person.First,
        ["house"] = "Parliament of Example",
    };

    /// <summary>The lines under a letter; each person keeps his own.</summary>
    public IReadOnlyList<string> SignatureOf(Person person)
    {
        var own = root.Fork("signature " + person.Id);
        if (person.Program is MailProgram.Phone && own.Chance(60))
            return [person.First, "", "Sent from my iPhone"];
        return person.Role switch
        {
            "member" => own.Chance(30) ? [person.First]
                : [person.PlainName, $"Member for {own.Pick(Prose.All("house.constituencies"))}", $"{person.Of("office")}, Parliament of Example", Prose.Of("phone", own, [])],
            "staff" => [person.PlainName, own.Pick(["Researcher", "Office manager", "Caseworker", "Press officer", "Committee assistant"]), $"{person.Of("office")} | {Prose.Of("phone", own, [])}"],
            _ => [person.First],
        };
    }

    private MailingService[] MakeServices()
    {
        var dice = root.Fork("services");
        var names = dice.Some(Prose.All("organisations.services"), 7).Select(l => new Organisation(l.Split('|')[0], l.Split('|')[1])).ToArray();
        Dice Of(int i) => root.Fork("service " + names[i].Domain);
        return
        [
            new GridService(names[0], addresses, Of(0)), new CommerceService(names[1], addresses, Of(1)), new ArtisanService(names[2], addresses, Of(2)),
            new PhpListService(names[3], addresses, Of(3)), new PressService(names[4], addresses, Of(4)), new SharedHostService(names[5], addresses, Of(5)),
            new RelayService(names[6], addresses, Of(6)),
        ];
    }
}
