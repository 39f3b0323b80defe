using Serjeant.Samples.Letters;
using Serjeant.Samples.Mime;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Outbound;

/// <summary>Ordinary things that look like a break-in from one side.</summary>
internal sealed class OddHabits(World world, Submission submission, EverydayMail everyday, DateTimeOffset monday)
{
    private readonly Dice dice = world.Fork("odd habits");

    public void Write(Mailbox mailbox)
    {
        switch (mailbox.Habit)
        {
            case "newsletter":
                // To the same readers every fourth week, and some new ones.
                var readers = Strangers(40);
                for (var week = 1; week < OwnMailGenerator.Weeks; week += 4)
                {
                    readers = [.. readers, .. Strangers(dice.Between(1, 6))];
                    Mailing(mailbox, readers, At(week, 1, 6), declared: true);
                }
                break;
            case "first-newsletter":
                for (var week = 18; week < OwnMailGenerator.Weeks; week += 4) Mailing(mailbox, Strangers(dice.Between(30, 60)), At(week, 2, 10), declared: true);
                break;
            case "invitation":
                Mailing(mailbox, [.. Strangers(dice.Between(15, 35)), .. mailbox.Contacts.DistinctBy(c => c.Address)], At(17, 3, 11), declared: false);
                break;
            case "mass-answer": MassAnswer(mailbox); break;
            case "absence": Absence(mailbox); break;
            case "night-work":
                // The night before the debate, more than once.
                foreach (var week in dice.Some(Enumerable.Range(8, 18), 2))
                    for (var i = dice.Between(4, 9); i > 0; i--)
                        submission.Send(mailbox, everyday.Letter(mailbox, dice.Pick(mailbox.Contacts), At(week, 3, 0).AddMinutes(dice.Below(240))));
                break;
            case "machine":
                for (var day = 0; day < OwnMailGenerator.Weeks * 7; day++)
                    for (var i = dice.Between(0, 7); i > 0; i--) Ticket(mailbox, monday.AddDays(day).AddMinutes(dice.Below(1440)));
                break;
            case "new-task":
                for (var week = 19; week < OwnMailGenerator.Weeks; week++)
                    for (var i = dice.Between(3, 9); i > 0; i--) submission.Send(mailbox, everyday.Letter(mailbox, world.Stranger(dice), everyday.Moment(mailbox, week)));
                break;
            case "forged-abroad":
                // Somebody forges his sender elsewhere: what comes back is no mail of ours.
                for (var i = dice.Between(20, 60); i > 0; i--)
                {
                    var at = At(21, 1, 0).AddMinutes(dice.Below(2000));
                    var forged = new Draft([new("Message-ID", $"<{dice.Hex(20)}@bulk-{dice.Letters(5)}.example>")], new TextPart("text/plain", ""));
                    submission.Return(forged, mailbox.Self.Address, world.Stranger(dice).Address, at);
                }
                break;
            default: break;
        }
    }

    /// <summary>Members write to voters whom they do not know, many in the same week.</summary>
    public void Election(IReadOnlyList<Mailbox> members)
    {
        foreach (var member in members)
        {
            if (!dice.Chance(65)) continue;
            var (subject, paragraphs) = (everyday.Subject(), everyday.Paragraphs("neighbour"));
            for (var i = dice.Between(10, 45); i > 0; i--)
                submission.Send(member, everyday.Letter(member, world.Stranger(dice), At(OwnMailGenerator.ElectionWeek, dice.Below(6), dice.Between(9, 22)), subject, paragraphs));
        }
    }

    private void MassAnswer(Mailbox mailbox)
    {
        var answer = everyday.Paragraphs("constituent");
        foreach (var writer in Strangers(dice.Between(50, 90)))
        {
            var asked = At(14, dice.Below(3), dice.Between(7, 21));
            submission.Receive(writer, mailbox.Self, "Save our library", [world.Prose.Of("casework.opening", dice, new Slots { ["sender"] = writer.Name }), "Please vote against closing our library."], asked);
            if (dice.Chance(85)) submission.Send(mailbox, everyday.Letter(mailbox, writer, At(15, dice.Below(2), dice.Between(14, 18)), "Re: Save our library", answer));
        }
    }

    private void Absence(Mailbox mailbox)
    {
        for (var i = dice.Between(60, 120); i > 0; i--)
        {
            var writer = dice.Chance(50) ? world.Stranger(dice) : dice.Pick(mailbox.Contacts);
            var at = At(12, dice.Below(7), 0).AddMinutes(dice.Below(1440));
            submission.Receive(writer, mailbox.Self, everyday.Subject(), everyday.Paragraphs("there"), at);
            submission.Send(mailbox, everyday.Letter(mailbox, writer, at.AddSeconds(20), "Automatic reply: I am away", ["I am away until the end of the week and will answer after that."]), more: [new("Auto-Submitted", "auto-replied")]);
        }
    }

    private void Mailing(Mailbox mailbox, IReadOnlyList<Outsider> readers, DateTimeOffset at, bool declared)
    {
        var (subject, paragraphs) = (everyday.Subject(), everyday.Paragraphs("reader"));
        foreach (var reader in readers)
        {
            at = at.AddSeconds(dice.Between(1, 9));
            var draft = submission.Send(mailbox, everyday.Letter(mailbox, reader, at, subject, paragraphs),
                more: declared ? [new("List-Unsubscribe", $"<mailto:leave@{Roster.OurDomain}>"), new("Precedence", "bulk")] : null);
            if (dice.Chance(3)) submission.Return(draft, mailbox.Self.Address, reader.Address, at.AddMinutes(2));
        }
    }

    private void Ticket(Mailbox mailbox, DateTimeOffset at) =>
        submission.Send(mailbox, everyday.Letter(mailbox, world.Stranger(dice), at, $"Your visit, ticket {dice.Digits(7)}", ["Thank you for booking a visit. Please bring this ticket and a document with your photograph to the visitor entrance ten minutes before your time."]));

    private List<Outsider> Strangers(int count) => [.. Enumerable.Range(0, count).Select(_ => world.Stranger(dice))];

    private DateTimeOffset At(int week, int day, int hour) => monday.AddDays((week * 7) + day).AddHours(hour).AddSeconds(dice.Below(3000));
}
