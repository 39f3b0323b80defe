using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Mime;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Mail;

/// <summary>Plain junk: prizes, pills, search-engine offers; random tokens, hidden text, poor authentication.</summary>
internal sealed class Junk(World world)
{
    private readonly Dice dice = world.Fork("junk");

    public IEnumerable<Copy> Make(int count)
    {
        for (var i = 0; i < count; i++)
            yield return One();
    }

    private Copy One()
    {
        var person = dice.Pick(world.Roster.People);
        var at = world.Clock.Start.AddMinutes(dice.Below((world.Clock.Days - 3) * 1440));
        var domain = dice.Letters(3) + "-" + dice.Pick(world.Prose.All("junk.domains"));
        var scammer = world.Stranger(dice);
        Slots slots = new() { ["sender"] = scammer.Name, ["house"] = Roster.OurDomain };
        var subject = world.Prose.Of("junk.subject", dice, slots);
        var body = world.Prose.Of("junk.body", dice, slots);
        var address = $"{dice.Pick(["info", "offer", "contact", dice.Letters(7), "bounce"])}@{domain}";
        var link = $"http://{dice.Pick(["www.", "click.", "go.", ""])}{domain}/{dice.Pick(["c", "l", "r.php?id=", "t"])}/{dice.Mixed(dice.Between(12, 40))}";
        var host = $"{dice.Pick(["vps", "srv", "host", "mta"])}{dice.Between(10, 999)}.{domain}";
        List<Field> fields =
        [
            new("Received", $"from {dice.Pick(["User", "localhost", "WIN-" + dice.Hex(8).ToUpperInvariant()])} ([{world.AddressOf("bot " + dice.Below(60))}])\n\tby {host} with ESMTP; {HeaderText.Date(at.AddSeconds(-4))}"),
            new("Message-ID", $"<{dice.Mixed(24)}@{domain}>"), new("From", $"\"{dice.Pick([scammer.Name, "Prize Office", "Web Team", "Customer Care", "VIP Offers"])}\" <{address}>"),
            new("To", person.Address), new("Subject", HeaderText.Encode(subject)),
            new("Date", HeaderText.Date(at.ToOffset(TimeSpan.FromHours(dice.Between(-7, 8))).AddHours(dice.Chance(15) ? -30 : 0))), new("MIME-Version", "1.0"),
        ];
        if (dice.Chance(40))
            fields.Insert(4, new("Reply-To", scammer.Address));
        if (dice.Chance(45))
            fields.Add(new("List-Unsubscribe", $"<http://{domain}/u/{dice.Mixed(18)}>"));
        if (dice.Chance(40))
            fields.Add(new("X-Mailer", dice.Pick(["Microsoft Outlook Express 6.00.2600.0000", "PHPMailer 5.2.9", "Leaf PHPMailer 2.8"])));
        if (dice.Chance(20))
            fields.Add(new("X-Priority", dice.Pick(["1", "1", "3"])));
        var draft = new Draft(fields, dice.Chance(30) ? new TextPart("text/plain", body + "\n", "8bit") : new TextPart("text/html", ToHtml(body, link), dice.Chance(50) ? "base64" : "quoted-printable"));
        var spf = dice.Pick(["pass", "pass", "softfail", "none", "fail"]);
        var signed = dice.Chance(45);
        var origin = new Origin(host, world.AddressOf(host), address, spf, signed ? [new(domain, "default", dice.Chance(85) ? "pass" : "fail")] : [], domain, spf == "pass" || signed ? "pass" : "none", "none", []);
        return world.Post.Deliver(draft, origin, person.Address, at, "junk", "any", dice);
    }

    private string ToHtml(string body, string link)
    {
        var hidden = dice.Chance(50) ? $"<div style=\"font-size:0px;color:#ffffff;display:{dice.Pick(["none", "block"])}\">{dice.Pick(world.Prose.All("junk.hidden"))} {dice.Letters(6)} {dice.Letters(8)}</div>\n" : "";
        var pixel = dice.Chance(55) ? $"<img src=\"{link.Replace("/c/", "/o/", StringComparison.Ordinal)}.gif\" width=1 height=1>" : "";
        var picture = dice.Chance(40) ? $"<a href=\"{link}\"><img src=\"http://{dice.Letters(9)}.example/{dice.Hex(8)}.png\" border=0></a><br>" : "";
        return $"<HTML><BODY bgcolor=\"{dice.Pick(["#FFFFFF", "#ffffee", "white"])}\">{hidden}<center>{picture}<font face=arial size={dice.Between(2, 5)}>{Html.Escape(body)}</font><p><a href=\"{link}\">{dice.Pick(["CLICK HERE", "Order now", "Claim", "See more", "Get started"])}</a></p></center>{pixel}<!-- {dice.Mixed(30)} --></BODY></HTML>\n";
    }
}
