using Serjeant.Samples.Letters;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Outbound;

/// <summary>
/// Thirty weeks of a house's own mail: thirty mailboxes with habits, twelve of which do something that a break-in does too, and break-ins of
/// three kinds after the twenty-sixth week. The same seed gives the same mail.
/// </summary>
public static class OwnMailGenerator
{
    internal const int Weeks = 30, MoveWeek = 20, ElectionWeek = 24, BreakInWeek = 26;

    private const int Mailboxes = 30;

    private static readonly string[] Habits =
    [
        "newsletter", "first-newsletter", "mass-answer", "new-employee", "new-telephone", "absence", "night-work", "travel", "invitation", "machine", "new-task", "forged-abroad",
    ];

    /// <param name="seed">From 1.</param>
    /// <param name="breakIns">Whether anything is planted.</param>
    public static OwnMailHouse Generate(int seed, bool breakIns = true)
    {
        var world = new World(seed, Prose.Load());
        var dice = world.Fork("own mail");
        var mailboxes = MakeMailboxes(world, dice);
        var submission = new Submission(world, dice.Fork("submission"))
        {
            // One house in two moves to a new server.
            Moved = dice.Chance(50) ? Monday(world).AddDays(MoveWeek * 7) : DateTimeOffset.MaxValue,
        };
        var writing = new EverydayMail(world, submission, Monday(world));
        foreach (var mailbox in mailboxes) writing.Write(mailbox);
        var odd = new OddHabits(world, submission, writing, Monday(world));
        foreach (var mailbox in mailboxes) odd.Write(mailbox);
        // One house in two has an election in these weeks.
        if (dice.Chance(50)) odd.Election([.. mailboxes.Where(m => m.Person?.IsMember == true)]);
        IReadOnlyList<BreakIn> planted = breakIns ? new BreakIns(world, submission, Monday(world)).Make(mailboxes) : [];
        return new(seed, RosterYaml.Write(world.Roster, seed), [.. submission.Mails.OrderBy(m => m.At).ThenBy(m => m.MessageId, StringComparer.Ordinal)], planted,
            mailboxes.ToDictionary(m => m.Self.Address, m => m.Habit, StringComparer.Ordinal));
    }

    private static DateTimeOffset Monday(World world)
    {
        var day = world.Clock.Start;
        while (day.DayOfWeek != DayOfWeek.Monday) day = day.AddDays(1);
        return day;
    }

    private static List<Mailbox> MakeMailboxes(World world, Dice dice)
    {
        var people = dice.Some(world.Roster.People.Where(p => p.Official is not null), Mailboxes - 3);
        var mailboxes = new List<Mailbox>();
        for (var i = 0; i < people.Length; i++)
        {
            var person = people[i];
            mailboxes.Add(Make(new(person.PlainName, person.Official!), person, person.Program, Habits.Except(["newsletter", "machine", "new-employee"]).ElementAtOrDefault(i) ?? "plain"));
        }
        mailboxes.Add(Make(new("Parliament News", "news@" + Roster.OurDomain), null, MailProgram.Webmail, "newsletter"));
        mailboxes.Add(Make(new("Visitor Tickets", "tickets@" + Roster.OurDomain), null, MailProgram.Phone, "machine"));
        var beginner = world.Stranger(dice);
        mailboxes.Add(Make(new(beginner.Name, $"{NameMaker.LocalPart(beginner.Name.Split(' ')[0])}.{NameMaker.LocalPart(beginner.Name.Split(' ')[^1])}@{Roster.OurDomain}"), null, MailProgram.Outlook, "new-employee"));
        return mailboxes;

        Mailbox Make(Correspondent self, Person? person, MailProgram program, string habit)
        {
            var first = dice.Between(7, 10);
            var mailbox = new Mailbox(self, person, program, habit, first, first + dice.Between(8, 10), dice.Pick([0, 0, 5, 10, 20]), dice.Between(5, 16), dice.Pick([2, 4, 8, 15, 30]), dice.Chance(40));
            for (var i = dice.Between(8, 20); i > 0; i--)
                mailbox.Contacts.Add(dice.Chance(60) ? dice.Pick(world.ContactsAt(dice.Pick([.. world.Roster.Correspondents, .. world.Roster.Outlets]))) : world.Stranger(dice));
            return mailbox;
        }
    }
}
