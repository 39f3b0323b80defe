using Serjeant.Samples.Letters;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Outbound;

/// <summary>What everybody writes every week: to those he knows, to colleagues, now and then to somebody new; and what they write to him.</summary>
internal sealed class EverydayMail(World world, Submission submission, DateTimeOffset monday)
{
    private readonly Dice dice = world.Fork("everyday");

    public void Write(Mailbox mailbox)
    {
        if (mailbox.Habit is "newsletter" or "machine") return;
        var first = mailbox.Habit == "new-employee" ? dice.Pick([16, 28]) : 0;
        if (mailbox.Habit == "new-employee")
            foreach (var colleague in dice.Some(world.Roster.People.Where(p => p.Official is not null), 3))
                Welcome(mailbox, colleague, monday.AddDays(first * 7).AddHours(9));
        for (var week = first; week < OwnMailGenerator.Weeks; week++)
            for (var i = dice.Between(mailbox.PerWeek / 2, mailbox.PerWeek * 3 / 2); i > 0; i--)
                One(mailbox, Moment(mailbox, week), week - first < 3 && first > 0 ? 50 : mailbox.NewContacts);
    }

    public Letter Letter(Mailbox mailbox, Outsider reader, DateTimeOffset at, string? subject = null, IReadOnlyList<string>? paragraphs = null) =>
        new(mailbox.Self, mailbox.Program, [new(reader.Name, reader.Address)], subject ?? Subject(), paragraphs ?? Paragraphs(reader.First), [mailbox.Self.Name], at);

    public DateTimeOffset Moment(Mailbox mailbox, int week)
    {
        var day = monday.AddDays((week * 7) + (dice.Chance(6) ? dice.Between(5, 6) : dice.Below(5)));
        var hour = dice.Chance(mailbox.Evening) ? dice.Between(19, 22) : dice.Between(mailbox.FirstHour, mailbox.LastHour);
        return day.AddHours(hour).AddSeconds(dice.Below(3600));
    }

    public string Subject() => world.Prose.Of("correspondence.subject", dice, []);

    public List<string> Paragraphs(string first) =>
    [
        world.Prose.Of("greeting", dice, new Slots { ["first"] = first }), world.Prose.Of("correspondence.context", dice, []),
        .. world.Prose.Several("correspondence.detail", dice.Between(0, 3), dice, []), world.Prose.Of("correspondence.request", dice, []),
    ];

    private void One(Mailbox mailbox, DateTimeOffset at, int newContacts)
    {
        if (mailbox.Habit == "new-telephone" && at >= monday.AddDays(15 * 7) && dice.Chance(60)) mailbox = mailbox with { Program = MailProgram.Phone };
        if (mailbox.Habit == "travel" && at >= monday.AddDays(13 * 7) && at < monday.AddDays(15 * 7))
        {
            // By day over there; his own folder has his own clock.
            at = new DateTimeOffset(at.DateTime, TimeSpan.FromHours(-8));
            mailbox = mailbox with { Kept = true };
        }
        if (dice.Chance(30))
        {
            var colleague = dice.Pick(world.Roster.People.Where(p => p.Official is not null).ToList());
            submission.Send(mailbox, new Letter(mailbox.Self, mailbox.Program, [new(colleague.PlainName, colleague.Official!)], Subject(), Paragraphs(colleague.First), [mailbox.Self.Name], at));
            return;
        }
        if (dice.Chance(newContacts))
        {
            var reader = world.Stranger(dice);
            var draft = submission.Send(mailbox, Letter(mailbox, reader, at));
            if (dice.Chance(4)) submission.Return(draft, mailbox.Self.Address, reader.Address, at.AddMinutes(3));
            else if (dice.Chance(60))
            {
                submission.Receive(reader, mailbox.Self, "Re: " + Subject(), Paragraphs(mailbox.Self.Name.Split(' ')[0]), at.AddHours(dice.Between(2, 60)));
                mailbox.Contacts.Add(reader);
            }
            return;
        }
        var known = dice.Pick(mailbox.Contacts);
        if (dice.Chance(50)) submission.Receive(known, mailbox.Self, Subject(), Paragraphs(mailbox.Self.Name.Split(' ')[0]), at.AddHours(-dice.Between(1, 30)));
        submission.Send(mailbox, Letter(mailbox, known, at));
    }

    private void Welcome(Mailbox mailbox, Person colleague, DateTimeOffset at) =>
        submission.Send(new(new(colleague.PlainName, colleague.Official!), colleague, colleague.Program, "plain", 8, 18, 0, 0, 0, false),
            new Letter(new(colleague.PlainName, colleague.Official!), colleague.Program, [mailbox.Self], "Welcome", ["Welcome to the office.", "Your desk is ready."], [colleague.First], at.AddMinutes(dice.Below(40))));
}
