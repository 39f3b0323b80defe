using System.Text;
using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Letters;
using Serjeant.Samples.Mime;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Mail;

/// <summary>
/// A member's name used towards politicians elsewhere, who are none of ours: she never gets that mail. The envelope names her true address,
/// so what machines return comes to her, and the false mailbox stays clean; two of those who were written to hand the mail to us.
/// </summary>
internal sealed class TowardsOthers
{
    private const string Security = "security@" + Roster.OurDomain;

    private readonly World world;
    private readonly Dice dice;
    private readonly Person victim;
    private readonly string shown;
    private readonly string mask;
    private readonly Outsider[] politicians;
    private readonly (Letter Letter, Draft Draft)[] sent;

    public TowardsOthers(World world)
    {
        this.world = world;
        dice = world.Fork("towards others");
        victim = dice.Pick(world.Roster.Members.ToList());
        shown = $"{victim.PlainName} MP";
        mask = $"{victim.Official!.Split('@')[0]}@{dice.Pick(world.Prose.All("outsiders.masks"))}";
        var houses = world.Prose.All("outsiders.houses");
        politicians = [.. dice.Some(world.Prose.All("outsiders.politicians"), 5).Select((name, i) =>
            new Outsider(name, name.Split(' ')[0], $"{NameMaker.LocalPart(name.Split(' ')[0])}.{NameMaker.LocalPart(name.Split(' ')[1])}@{houses[i % houses.Count].Split('|')[1]}", MailProgram.Webmail, houses[i % houses.Count].Split('|')[0]))];
        var at = world.Clock.Moment(dice);
        Slots slots = new() { ["topic"] = world.Prose.Of("topic", dice, []) };
        var subject = world.Prose.Of("outsiders.subject", dice, slots);
        sent = [.. politicians.Select(p =>
        {
            at = at.AddMinutes(dice.Between(4, 50));
            var letter = new Letter(new(shown, mask), MailProgram.Apple, [new(p.Name, p.Address)], subject,
                [$"Dear {p.Name},", world.Prose.Of("outsiders.body", dice, slots), world.Prose.Of("outsiders.closing", dice, [])], [victim.PlainName, "Parliament of Example"], at);
            return (letter, LetterWriter.Write(letter, dice));
        })];
    }

    /// <summary>What came back to the member's true address for mail that she never sent: a bounce, an automatic answer, and one by hand.</summary>
    public IEnumerable<Copy> Returned() => new[] { Bounce(0), Absence(1), Answer(2) }.Select(c => c with { Folder = Folder.Journal, Imitates = victim.Id, FalseAddress = mask });

    /// <summary>What two of the others handed to us: one mail attached as it came, one forwarded in line.</summary>
    public IEnumerable<Copy> Reported() => new[] { Attached(3), InLine(4) }.Select(c => c with { Imitates = victim.Id, FalseAddress = mask });

    private Copy Bounce(int i)
    {
        var (lost, recipient) = (sent[i], politicians[i]);
        var host = $"mx.{recipient.Domain}";
        var at = lost.Letter.At.AddMinutes(dice.Between(1, 30));
        var diagnostic = $"550 5.1.1 <{recipient.Address}>: Recipient address rejected: User unknown in virtual mailbox table";
        var headers = new StringBuilder();
        foreach (var field in lost.Draft.Fields) field.Write(headers);
        Field[] fields =
        [
            new("Date", HeaderText.Date(at)), new("From", $"Mail Delivery System <MAILER-DAEMON@{host}>"), new("Subject", "Undelivered Mail Returned to Sender"), new("To", victim.Official!),
            new("Auto-Submitted", "auto-replied"), new("Message-ID", $"<{dice.Digits(14)}.{dice.Hex(11).ToUpperInvariant()}@{host}>"), new("MIME-Version", "1.0"),
        ];
        var draft = new Draft(fields, new MultiPart("report", $"{dice.Hex(11).ToUpperInvariant()}.{at.ToUnixTimeSeconds()}/{host}",
        [
            new VerbatimPart("text/plain; charset=us-ascii", $"This is the mail system at host {host}.\n\nYour message could not be delivered to one or more recipients.\n\n<{recipient.Address}>: {diagnostic}\n", "Notification"),
            new VerbatimPart("message/delivery-status", $"Reporting-MTA: dns; {host}\nArrival-Date: {HeaderText.Date(lost.Letter.At)}\n\nFinal-Recipient: rfc822; {recipient.Address}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; {diagnostic}\n", "Delivery report"),
            new VerbatimPart("text/rfc822-headers", headers.ToString(), "Undelivered Message Headers"),
        ], "; report-type=delivery-status"));
        return Deliver(draft, new Origin(host, world.AddressOf(host), "", "none", [], "", "", "", []), victim.Official!, at.AddSeconds(2), "returned", "suspect");
    }

    private Copy Absence(int i)
    {
        var (answered, reader) = (sent[i], politicians[i]);
        var at = answered.Letter.At.AddSeconds(dice.Between(4, 40));
        var letter = new Letter(new(reader.Name, reader.Address), MailProgram.Thunderbird, [new("", victim.Official!)], $"Automatic reply: {answered.Letter.Subject}",
            [world.Prose.Of("outsiders.absent", dice, [])], [reader.Name, reader.Organisation!], at)
        { Answers = answered.Letter.AsQuoted(answered.Draft) };
        var draft = LetterWriter.Write(letter, dice);
        draft = draft with { Fields = [.. draft.Fields, new("Auto-Submitted", "auto-replied"), new("Precedence", "auto_reply")] };
        return Deliver(draft, world.Origins.Organisation(reader.Address, at, dice) with { EnvelopeFrom = "" }, victim.Official!, at.AddSeconds(2), "returned", "suspect");
    }

    /// <summary>An answer to the false address; who wrote it had the true one too, and put it into the copy line.</summary>
    private Copy Answer(int i)
    {
        var (answered, reader) = (sent[i], politicians[i]);
        var at = world.Clock.Later(answered.Letter.At, dice, 30);
        var letter = new Letter(new(reader.Name, reader.Address), reader.Program, [new(shown, mask)], "Re: " + answered.Letter.Subject,
            [.. world.Prose.Of("outsiders.answer", dice, World.SlotsFor(victim)).Split("\n\n")], [reader.Name, reader.Organisation!], at)
        { Answers = answered.Letter.AsQuoted(answered.Draft), Cc = [new(victim.PlainName, victim.Official!)] };
        return Deliver(LetterWriter.Write(letter, dice), world.Origins.Organisation(reader.Address, at, dice), victim.Official!, at.AddSeconds(9), "returned", "suspect");
    }

    private Copy Attached(int i)
    {
        var reader = politicians[i];
        var at = world.Clock.Later(sent[i].Letter.At, dice, 60);
        var host = $"mail.{Origins.DomainOf(mask)}";
        var origin = new Origin(host, world.AddressOf(host), victim.Official!, "fail", [new(Origins.DomainOf(mask), "default")], Origins.DomainOf(mask), "pass", "none", []);
        var received = Deliver(sent[i].Draft, origin, reader.Address, sent[i].Letter.At.AddSeconds(5), "reported", "hostile");
        var slots = World.SlotsFor(victim);
        slots["otherhouse"] = reader.Organisation!;
        var letter = new Letter(new($"Information Security, {reader.Organisation}", $"security@{reader.Domain}"), MailProgram.Thunderbird, [new("", Security)],
            $"Fwd: {sent[i].Letter.Subject}", world.Prose.Of("outsiders.report", dice, slots).Split("\n\n"), [], at);
        var draft = LetterWriter.Write(letter, dice);
        draft = draft with { Body = new MultiPart("mixed", "------------" + dice.Mixed(24), [draft.Body, new VerbatimPart("message/rfc822", Encoding.UTF8.GetString(received.Bytes), "Forwarded message")]) };
        return Deliver(draft, world.Origins.Organisation(letter.From.Address, at, dice), Security, at.AddSeconds(4), "reported", "hostile");
    }

    private Copy InLine(int i)
    {
        var (forwarded, reader) = (sent[i].Letter, politicians[i]);
        var at = world.Clock.Later(forwarded.At, dice, 60);
        var slots = World.SlotsFor(victim);
        slots["sender"] = reader.Name;
        List<string> lines =
        [
            .. world.Prose.Of("outsiders.doubt", dice, slots).Split("\n\n"),
            $"---------- Forwarded message ---------\nFrom: {shown} <{mask}>\nDate: {HeaderText.Date(forwarded.At)}\nSubject: {forwarded.Subject}\nTo: {reader.Name} <{reader.Address}>",
            .. forwarded.Paragraphs, string.Join('\n', forwarded.Signature),
        ];
        var letter = new Letter(new(reader.Name, reader.Address), MailProgram.Phone, [new("", Security)], $"Fwd: {forwarded.Subject}", lines, [], at);
        return Deliver(LetterWriter.Write(letter, dice), world.Origins.Organisation(reader.Address, at, dice), Security, at.AddSeconds(3), "reported", "hostile");
    }

    private Copy Deliver(Draft draft, Origin origin, string recipient, DateTimeOffset at, string kind, string expected) => world.Post.Deliver(draft, origin, recipient, at, kind, expected, dice);
}
