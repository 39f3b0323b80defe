using System.Globalization;
using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Letters;
using Serjeant.Samples.Mime;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Mail;

/// <summary>
/// Honest mail in a member's name that the member did not send himself, or that is not his: delegates, a namesake, a list that rewrites
/// From, shared documents, a calendar of a mail provider. Whoever looks at names alone calls all of it impersonation.
/// </summary>
internal sealed class Innocents(World world)
{
    private readonly Dice dice = world.Fork("innocents");

    public IEnumerable<Copy> Make()
    {
        var members = dice.Shuffle(world.Roster.Members);
        var staff = dice.Shuffle(world.Roster.Staff);
        Copy[] all =
        [
            Delegate(members[0], staff[0], members[1], asMember: true), Delegate(members[2], staff[1], members[3], asMember: false),
            Namesake(members.FirstOrDefault(m => world.Prose.All("namesake.families").Contains(m.Family)) ?? members[4], members[5]),
            .. ThroughList(members[6], staff[2..4]),
            Share(members[7], members[8]), Share(members[9], staff[4]),
            Invitation(members.First(m => m.Personal.Count > 0 && world.Freemail.Contains(Origins.DomainOf(m.Personal[0]))), staff[5]),
        ];
        return all.Select(c => c with { Folder = Folder.Journal });
    }

    /// <summary>As groupware writes it: the member in From and the sender in Sender, or both in the name that is shown.</summary>
    private Copy Delegate(Person member, Person sender, Person reader, bool asMember)
    {
        var at = world.Clock.Moment(dice);
        var from = asMember ? new Correspondent(member.PlainName, member.Official!) : new($"{sender.PlainName} on behalf of {member.PlainName}", sender.Official!);
        var letter = new Letter(from, MailProgram.Outlook, [new(reader.PlainName, reader.Official!)], world.Prose.Of("correspondence.subject", dice, []),
            [$"Dear {reader.First},", world.Prose.Of("correspondence.context", dice, []), world.Prose.Of("correspondence.request", dice, [])],
            [sender.PlainName, $"Office of {member.PlainName}, Parliament of Example"], at);
        var draft = LetterWriter.Write(letter, dice);
        if (asMember) draft = draft with { Fields = [new("Sender", HeaderText.Mailbox(sender.PlainName, sender.Official!, quoted: true)), .. draft.Fields] };
        return world.Post.Deliver(draft, world.Origins.Ours(sender, at, dice), reader.Official!, at.AddSeconds(dice.Between(1, 9)), "delegate", "ordinary", dice);
    }

    /// <summary>
    /// A member of the public who has a member's name, and writes to another one about his own affairs. A common name where there is one:
    /// nobody but the namesake himself could tell a rare one from a mask.
    /// </summary>
    private Copy Namesake(Person named, Person reader)
    {
        var at = world.Clock.Moment(dice);
        var (first, last) = (NameMaker.LocalPart(named.First), NameMaker.LocalPart(named.Family));
        var address = $"{first[0]}{last}{dice.Between(1948, 1999)}@{dice.Pick(world.Freemail)}";
        Slots slots = new() { ["sender"] = named.PlainName };
        var letter = new Letter(new(named.PlainName, address), MailProgram.Webmail, [new("", reader.Official!)], world.Prose.Of("casework.subject", dice, slots),
            [
                $"Dear {reader.PlainName}", world.Prose.Of("casework.opening", dice, slots), .. world.Prose.Several("casework.story", 2, dice, slots),
                world.Prose.Of("casework.ask", dice, slots), world.Prose.Of("casework.closing", dice, slots),
            ],
            [named.PlainName, $"{dice.Between(1, 180)} {dice.Pick(["Mill Lane", "Station Road", "Quay Row"])}, {dice.Pick(world.Prose.All("house.constituencies"))}"], at);
        return world.Post.Deliver(LetterWriter.Write(letter, dice), world.Origins.Freemail(address, at, dice), reader.Official!, at.AddSeconds(dice.Between(2, 60)), "namesake", "ordinary", dice);
    }

    private IEnumerable<Copy> ThroughList(Person author, Person[] readers)
    {
        var line = world.Prose.All("organisations.lists")[1].Split('|');
        var list = new MailList(line[0], line[1], line[2], readers, []);
        var at = world.Clock.Moment(dice);
        var letter = new Letter(new(author.PlainName, author.Official!), MailProgram.Thunderbird, [new("", list.Address)], world.Prose.Of("list.subject", dice, []),
            world.Prose.Several("list.body", 2, dice, []), [author.First], at);
        var draft = LetterWriter.Write(letter, dice);
        var writer = new Outsider(author.PlainName, author.First, author.Official!, author.Program);
        foreach (var reader in readers)
            yield return world.Post.Deliver(list.Rewrite(draft, writer, rewritten: true), list.Origin(world.AddressOf(list.Host), list.Host), reader.Official!, at.AddSeconds(dice.Between(20, 300)), "list", "ordinary", dice);
    }

    /// <summary>A document service that writes in the name of whoever shares, and has answers go to him.</summary>
    private Copy Share(Person sharer, Person reader)
    {
        var cloud = world.Prose.All("organisations.clouds")[0].Split('|');
        var at = world.Clock.Moment(dice);
        var link = $"https://{cloud[1]}/d/{dice.UrlSafe(33)}/edit?usp=sharing";
        Slots slots = new() { ["sharer"] = sharer.PlainName, ["paper"] = world.Prose.Of("credentials.paper", dice, []), ["cloud"] = cloud[0], ["cloudaddress"] = $"12 Server Row, {dice.Pick(world.Prose.All("house.constituencies"))}", ["link"] = link };
        var body = world.Prose.Of("share.body", dice, slots);
        Field[] fields =
        [
            new("MIME-Version", "1.0"), new("Reply-To", HeaderText.Mailbox(sharer.PlainName, sharer.Official!)), new("Message-ID", $"<{dice.Uuid()}@docs-share.{cloud[1]}>"), new("Date", HeaderText.Date(at)),
            new("Subject", HeaderText.Encode($"Document shared with you: \"{slots["paper"]}\"")), new("From", HeaderText.Mailbox($"{sharer.PlainName} (via {cloud[0]})", $"shares-noreply@{cloud[1]}", quoted: true)),
            new("To", reader.Official!),
        ];
        var html = $"<html><body><p>{string.Join("</p>\n<p>", body.Split("\n\n").Select(Html.Escape)).Replace(Html.Escape(link), $"<a href=\"{Html.Escape(link)}\">Open</a>", StringComparison.Ordinal)}</p></body></html>\n";
        var draft = new Draft(fields, new MultiPart("alternative", "000000000000" + dice.Hex(16), [new TextPart("text/plain", body), new TextPart("text/html", html)]));
        var host = $"mail-out-{dice.Between(10, 60)}.{cloud[1]}";
        var origin = new Origin(host, world.AddressOf(host), $"bounce+{dice.Lower(20)}@{cloud[1]}", "pass", [new(cloud[1], "20230601")], cloud[1], "pass", "reject", []);
        return world.Post.Deliver(draft, origin, reader.Official!, at.AddSeconds(dice.Between(1, 20)), "share", "ordinary", dice);
    }

    /// <summary>A member's own calendar at his mail provider: From is his private address, Sender the provider's machine.</summary>
    private Copy Invitation(Person host, Person reader)
    {
        var at = world.Clock.Moment(dice);
        var provider = Origins.DomainOf(host.Personal[0]);
        var begin = at.Date.AddDays(dice.Between(2, 20)).AddHours(dice.Between(9, 17));
        var title = world.Prose.Of("calendar.subject", dice, []);
        static string Stamp(DateTime when) => when.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
        var calendar = $"BEGIN:VCALENDAR\nPRODID:-//Calendar//EN\nVERSION:2.0\nMETHOD:REQUEST\nBEGIN:VEVENT\nDTSTART:{Stamp(begin)}\nDTEND:{Stamp(begin.AddMinutes(60))}\nDTSTAMP:{Stamp(at.UtcDateTime)}Z\nORGANIZER;CN={host.PlainName}:mailto:{host.Personal[0]}\nUID:{dice.Lower(26)}@{provider}\nATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN={reader.PlainName}:mailto:{reader.Official}\nSUMMARY:{title}\nSTATUS:CONFIRMED\nEND:VEVENT\nEND:VCALENDAR\n";
        Field[] fields =
        [
            new("MIME-Version", "1.0"), new("Reply-To", HeaderText.Mailbox(host.PlainName, host.Personal[0])), new("Sender", $"Calendar <calendar-notification@{provider}>"),
            new("Auto-Submitted", "auto-generated"), new("Message-ID", $"<calendar-{dice.Uuid()}@{provider}>"), new("Date", HeaderText.Date(at)), new("Subject", HeaderText.Encode($"Invitation: {title}")),
            new("From", HeaderText.Mailbox(host.PlainName, host.Personal[0])), new("To", reader.Official!),
        ];
        var draft = new Draft(fields, new MultiPart("alternative", "000000000000" + dice.Hex(16),
            [new TextPart("text/plain", $"{host.PlainName} has invited you.\n\n{title}\n{begin.ToString("dddd d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)}\n"), new TextPart("text/calendar", calendar, "base64", "; method=REQUEST")]));
        return world.Post.Deliver(draft, world.Origins.Freemail($"calendar-notification@{provider}", at, dice), reader.Official!, at.AddSeconds(2), "calendar", "ordinary", dice);
    }
}
