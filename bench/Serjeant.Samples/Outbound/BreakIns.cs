using Serjeant.Samples.Letters;
using Serjeant.Samples.Mime;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Outbound;

/// <summary>
/// Three ways in which a house's own servers have been used: a server that sends spam, one mailbox that phishes those it knows at night, and one
/// that writes to strangers day after day.
/// </summary>
internal sealed class BreakIns(World world, Submission submission, DateTimeOffset monday)
{
    private readonly Dice dice = world.Fork("break-ins");

    public IReadOnlyList<BreakIn> Make(IReadOnlyList<Mailbox> mailboxes)
    {
        var victims = dice.Some(mailboxes.Where(m => m.Habit == "plain"), 2);
        return [Relay(), Phishing(victims[0]), ToStrangers(victims[1])];
    }

    /// <summary>A script on our own server: senders that nobody knows, ours or made up.</summary>
    private BreakIn Relay()
    {
        var begin = Begin(dice.Below(14)).AddHours(dice.Below(24));
        var (made, count, last) = (dice.Chance(50), dice.Between(25, 150), begin);
        var name = dice.Pick(["noreply", "healthmailbox", "service", "postbox"]);
        var subject = world.Prose.Of("junk.subject", dice, new Slots { ["sender"] = "A", ["house"] = Roster.OurDomain });
        for (var i = 0; i < count; i++)
        {
            var at = begin.AddMinutes(dice.Below(60 * 48));
            var sender = made ? $"{name}{dice.Hex(4)}@{Roster.OurDomain}" : $"{dice.Letters(7)}@{dice.Letters(6)}-loans.example";
            var body = world.Prose.Of("junk.body", dice, new Slots { ["sender"] = "Customer Care", ["house"] = Roster.OurDomain });
            Field[] fields =
            [
                new("From", $"\"Customer Care\" <{sender}>"), new("To", world.Stranger(dice).Address), new("Subject", HeaderText.Encode(subject)), new("Date", HeaderText.Date(at)),
                new("Message-ID", $"<{dice.Hex(24)}@{Origins(sender)}>"), new("MIME-Version", "1.0"), new("X-Mailer", "PHPMailer 5.2.9"),
            ];
            submission.Send(sender, new Draft(fields, new TextPart("text/html", $"<html><body><p>{Html.Escape(body)}</p><p><a href=\"http://{dice.Letters(9)}.example/{dice.Mixed(8)}\">CLICK HERE</a></p></body></html>\n")), at, false, "10.20.0.9", "ESMTP", "relay");
            last = at > last ? at : last;
        }
        return new("relay", Roster.OurDomain, begin, last);
    }

    private static string Origins(string address) => address[(address.LastIndexOf('@') + 1)..];

    private BreakIn Phishing(Mailbox victim)
    {
        var begin = Begin(dice.Below(18)).AddHours(dice.Between(23, 25));
        var (last, host) = (begin, dice.Pick(world.Prose.All("credentials.hosts")));
        var readers = victim.Contacts.Select(c => (c.Name, c.Address))
            .Concat(dice.Some(world.Roster.People.Where(p => p.Official is not null), dice.Between(5, 15)).Select(p => (p.PlainName, p.Official!)))
            .Concat(Enumerable.Range(0, dice.Between(0, 8)).Select(_ => world.Stranger(dice)).Select(s => (s.Name, s.Address))).DistinctBy(r => r.Item2);
        var subject = dice.Pick(["Document shared with you", "Please review before tomorrow", "Statement for signature"]);
        foreach (var (name, address) in readers)
        {
            var at = begin.AddMinutes(dice.Below(200));
            var draft = submission.Send(victim, new Letter(victim.Self, MailProgram.Webmail, [new(name, address)], subject,
                ["I have shared a confidential document with you.", $"Sign in with your mail account to read it: https://{host}/{dice.Mixed(9)}", "Please let me have your answer before noon, as the committee meets then and needs your view."], [victim.Self.Name], at),
                "phishing", dice.Chance(60) ? $"203.0.113.{dice.Between(2, 9)}" : null);
            if (dice.Chance(6)) submission.Return(draft, victim.Self.Address, address, at.AddMinutes(2));
            last = at > last ? at : last;
        }
        return new("phishing", victim.Self.Address, begin, last);
    }

    /// <summary>Slowly: what is in the mailbox, to addresses that nobody here knows.</summary>
    private BreakIn ToStrangers(Mailbox victim)
    {
        var (begin, days, atNight) = (Begin(0), dice.Between(8, 20), dice.Chance(60));
        var takers = Enumerable.Range(0, dice.Between(1, 4)).Select(_ => world.Stranger(dice)).ToList();
        var (first, last) = (DateTimeOffset.MaxValue, begin);
        for (var day = 0; day < days; day++)
            for (var i = dice.Between(3, 9); i > 0; i--)
            {
                var at = begin.AddDays(day).AddHours(atNight ? dice.Between(24, 28) : dice.Between(9, 17)).AddMinutes(dice.Below(60));
                var taker = dice.Pick(takers);
                submission.Send(victim, new Letter(victim.Self, MailProgram.Thunderbird, [new(taker.Name, taker.Address)], "Fw: " + world.Prose.Of("correspondence.subject", dice, []),
                    [world.Prose.Of("correspondence.context", dice, []), world.Prose.Of("correspondence.detail", dice, [])], [], at), "strangers", $"198.51.100.{dice.Between(2, 9)}");
                (first, last) = (at < first ? at : first, at > last ? at : last);
            }
        return new("strangers", victim.Self.Address, first, last);
    }

    private DateTimeOffset Begin(int day) => monday.AddDays((OwnMailGenerator.BreakInWeek * 7) + day);
}
