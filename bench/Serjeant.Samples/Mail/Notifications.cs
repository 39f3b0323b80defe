using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Mailings;
using Serjeant.Samples.Mime;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Mail;

/// <summary>Invoices, bookings, parcels, codes: machine-made, expected, and some over the same services as newsletters, without list fields.</summary>
internal sealed class Notifications(World world)
{
    private readonly Dice dice = world.Fork("notifications");

    public IEnumerable<Copy> Make(int count)
    {
        var suppliers = dice.Some(world.Prose.All("organisations.suppliers"), 9);
        for (var i = 0; i < count; i++)
            yield return One(dice.Pick(suppliers).Split('|'));
    }

    private Copy One(string[] supplier)
    {
        var (name, sort, domain) = (supplier[0], supplier[1], supplier[2]);
        var own = world.Fork("supplier " + domain);
        var person = dice.Pick(world.Roster.People);
        var address = person.Official is null || (person.Personal.Count > 0 && dice.Chance(25)) ? person.Personal[0] : person.Official;
        var at = world.Clock.Moment(dice);
        var link = $"https://www.{domain}/{own.Pick(["my", "track", "account", "b"])}/{dice.Lower(own.Between(8, 14))}";
        var slots = World.SlotsFor(person);
        (slots["supplier"], slots["ref"], slots["digits"], slots["link"]) = (name, $"{dice.Letters(2).ToUpperInvariant()}{dice.Digits(7)}", dice.Digits(6), link);
        var subject = world.Prose.Of($"notification.{sort}.subject", dice, slots);
        var body = world.Prose.Of($"notification.{sort}.body", dice, slots);
        var account = new Account(name, name, $"{own.Pick(["noreply", "no-reply", "service", "accounts", "hello"])}@{domain}");
        // Some suppliers hand single mails to a mass-mail service, the rented one among them.
        var service = own.Chance(40) ? own.Pick([world.RentedService, .. world.Services]) : world.OwnServers;
        var dispatch = service.Prepare(account, new Issue(dice.Lower(12), subject, at), address, person.PlainName).Single();
        var html = ToHtml(body, link, dispatch, own);
        var draft = dispatch.Draft(html, body + "\n");
        if (sort == "invoice")
            draft = draft with { Body = new MultiPart("mixed", "mix-" + dice.Hex(24), [draft.Body, Files.Attachment(dice, "pdf", $"invoice {slots["ref"]}")]) };
        return world.Post.Deliver(draft, dispatch.Origin, address, at.AddSeconds(dice.Between(1, 20)), "notification", "ordinary", dice);
    }

    private static string ToHtml(string body, string link, Dispatch dispatch, Dice own)
    {
        var colour = own.Pick(["#00557f", "#b30059", "#2b7a2b", "#e07000", "#222222"]);
        var paragraphs = body.Split("\n\n").Select(p => Html.Escape(p).Replace("\n", "<br>", StringComparison.Ordinal)
            .Replace(link, $"<a href=\"{Html.Escape(dispatch.Link(link))}\" style=\"color:{colour}\">{own.Pick(["Show", "Open", "Details", "Track"])}</a>", StringComparison.Ordinal));
        var frame = own.Below(2) == 0 ? ("<div style=\"max-width:560px;margin:auto;font:15px/1.5 sans-serif\">", "</div>") : ("<table width=\"560\" align=\"center\"><tr><td>", "</td></tr></table>");
        return $"<html><body>{frame.Item1}\n<div style=\"border-top:4px solid {colour};padding:12px 0\"></div>\n{string.Concat(paragraphs.Select(p => $"<p>{p}</p>\n"))}{frame.Item2}\n{dispatch.Pixel}</body></html>\n";
    }
}
