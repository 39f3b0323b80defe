namespace Serjeant.Samples.People;

/// <summary>
/// A fictional parliament: 75 members, 33 staff, 15 family accounts. The alliance has 9 of the 75 members (12 %) and 8 of
/// the staff, who run its secretariat; the mailing campaign of the real case hit such people together.
/// </summary>
internal sealed class RosterMaker(Prose prose, Dice dice)
{
    private const int Members = 75;
    private const int Staff = 33;
    private const int Families = 15;
    private const int AllianceMembers = 9;
    private const int AllianceStaff = 8;

    private readonly NameMaker names = new(prose, dice.Fork("names"));
    private readonly List<Person> people = [];

    public Roster Make()
    {
        var parties = dice.Some(prose.All("house.parties"), 5);
        var committees = dice.Some(prose.All("house.committees"), 8);
        var alliance = Organisation(dice.Pick(prose.All("house.alliances")));
        AddMembers(parties, committees, alliance.Name);
        AddStaff(alliance.Name);
        AddFamilies();
        Organisation[] bodies = [new("Parliament of Example", Roster.OurDomain, Ours: true), .. Organisations("organisations.bodies", 4)];
        return new Roster("The House of Example", people, bodies, Organisations("organisations.outlets", 7),
            [alliance, .. Organisations("organisations.correspondents", 9)], alliance);
    }

    private void AddMembers(string[] parties, string[] committees, string alliance)
    {
        // The first parties are the large ones.
        int[] shares = [34, 62, 79, 92, 100];
        var inAlliance = dice.Some(Enumerable.Range(0, Members), AllianceMembers);
        for (var i = 0; i < Members; i++)
        {
            var (given, family, others) = names.Next();
            var roll = dice.Below(100);
            List<KeyValuePair<string, IReadOnlyList<string>>> attributes =
            [
                new("role", ["member"]),
                new("party", [parties[Array.FindIndex(shares, s => roll < s)]]),
                new("committees", dice.Some(committees, dice.Between(1, 2))),
                new("office", [dice.Pick(prose.All("house.offices"))]),
            ];
            if (inAlliance.Contains(i))
                attributes.Insert(3, new("alliance", [alliance]));
            var title = dice.Chance(12) ? "Rt Hon " : dice.Chance(12) ? "Dr " : "";
            // Most members of the alliance are known by a private address as well: that is what the real campaign used.
            List<string> personal = dice.Chance(inAlliance.Contains(i) ? 88 : 45) ? [PersonalAddress(given, family)] : [];
            people.Add(new Person(Id(), $"{title}{given} {family}", given, family, title.Trim(), others, Official(given, family), personal,
                "member", attributes, (MailProgram)dice.Below(5)));
        }
    }

    private void AddStaff(string alliance)
    {
        var members = people.Where(p => p.IsMember).ToList();
        var insiders = members.Where(p => p.Of("alliance") is not null).ToList();
        for (var i = 0; i < Staff; i++)
        {
            var (given, family, others) = names.Next();
            var employer = i < AllianceStaff ? insiders[i % insiders.Count] : dice.Pick(members);
            List<KeyValuePair<string, IReadOnlyList<string>>> attributes =
                [new("role", ["staff"]), new("office", [employer.Of("office")!]), new("worksFor", [employer.Id])];
            if (i < AllianceStaff)
                attributes.Insert(1, new("alliance", [alliance]));
            List<string> personal = dice.Chance(i < AllianceStaff ? 50 : 15) ? [PersonalAddress(given, family)] : [];
            people.Add(new Person(Id(), $"{given} {family}", given, family, "", others, Official(given, family), personal, "staff", attributes,
                (MailProgram)dice.Below(5)));
        }
    }

    private void AddFamilies()
    {
        var members = people.Where(p => p.IsMember).ToList();
        var insiders = members.Where(p => p.Of("alliance") is not null).ToList();
        for (var i = 0; i < Families; i++)
        {
            // Three families of alliance members at least, so that two can be among the targets.
            var relative = i < 3 ? insiders[i] : dice.Pick(members);
            var (given, _, _) = names.Next();
            if (people.Any(p => p.First == given && p.Family == relative.Family))
                given += "-Jo";
            people.Add(new Person(Id(), $"{given} {relative.Family}", given, relative.Family, "", [], null, [PersonalAddress(given, relative.Family)],
                "family", [new("role", ["family"]), new("familyOf", [relative.Id])], (MailProgram)dice.Below(5)));
        }
    }

    private string Id() => $"p{people.Count + 1:D3}";

    private static string Official(string given, string family) =>
        $"{NameMaker.LocalPart(given)}.{NameMaker.LocalPart(family)}@{Roster.OurDomain}";

    private string PersonalAddress(string given, string family)
    {
        var (first, last) = (NameMaker.LocalPart(given), NameMaker.LocalPart(family));
        if (dice.Chance(35))
            return $"{first}@{last}-{dice.Pick(["home", "family", "house", "net"])}.example";
        var local = dice.Below(4) switch
        {
            0 => $"{first}.{last}",
            1 => $"{first[0]}{last}{dice.Between(51, 99)}",
            2 => $"{last}.{first}",
            _ => $"{first}{dice.Between(2, 999)}.{last[..Math.Min(4, last.Length)]}",
        };
        return $"{local}@{dice.Pick(prose.All("organisations.freemail"))}";
    }

    private Organisation[] Organisations(string section, int count) => [.. dice.Some(prose.All(section), count).Select(Organisation)];

    private static Organisation Organisation(string line) => new(line.Split('|')[0], line.Split('|')[1]);
}
