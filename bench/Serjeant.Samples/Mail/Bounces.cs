using System.Text;
using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Letters;
using Serjeant.Samples.Mime;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Mail;

/// <summary>Delivery reports (RFC 3464) for what members wrote to addresses that no longer exist. Must run after the letters.</summary>
internal sealed class Bounces(World world)
{
    private readonly Dice dice = world.Fork("bounces");

    public IEnumerable<Copy> Make(int count)
    {
        var outside = world.Outbox.Where(o => Origins.DomainOf(o.To.Address) != Roster.OurDomain).ToList();
        for (var i = 0; i < count; i++)
            yield return One(dice.Pick(outside));
    }

    private Copy One(Outgoing sent)
    {
        var (lost, author, sentAt) = (sent.Draft, sent.Author, sent.At);
        var recipient = sent.To.Address;
        var domain = Origins.DomainOf(recipient);
        var reason = Prose.Alternatives(dice.Pick(world.Prose.All("bounce.reason")));
        var diagnostic = world.Prose.Expand(reason[0], dice, new Slots { ["rcpt"] = recipient });
        var ours = dice.Chance(50);
        var host = ours ? "out1." + Roster.OurDomain : $"mx.{domain}";
        var at = sentAt.AddMinutes(dice.Between(1, 90));
        var boundary = $"{dice.Hex(11).ToUpperInvariant()}.{at.ToUnixTimeSeconds()}/{host}";
        var text = $"This is the mail system at host {host}.\n\nI'm sorry to have to inform you that your message could not\nbe delivered to one or more recipients. It's attached below.\n\n                   The mail system\n\n<{recipient}>: host mx.{domain}[{world.AddressOf("mx." + domain)}] said:\n    {diagnostic}\n";
        var status = $"Reporting-MTA: dns; {host}\nX-Postfix-Queue-ID: {dice.Hex(11).ToUpperInvariant()}\nX-Postfix-Sender: rfc822; {author.Address}\nArrival-Date: {HeaderText.Date(sentAt)}\n\nFinal-Recipient: rfc822; {recipient}\nOriginal-Recipient: rfc822;{recipient}\nAction: failed\nStatus: {reason[1]}\nRemote-MTA: dns; mx.{domain}\nDiagnostic-Code: smtp; {diagnostic}\n";
        var headers = new StringBuilder();
        foreach (var field in lost.Fields)
            field.Write(headers);
        Field[] fields =
        [
            new("Date", HeaderText.Date(at)), new("From", $"MAILER-DAEMON@{host} (Mail Delivery System)"), new("Subject", "Undelivered Mail Returned to Sender"),
            new("To", author.Address), new("Auto-Submitted", "auto-replied"), new("Message-ID", $"<{dice.Digits(14)}.{dice.Hex(11).ToUpperInvariant()}@{host}>"), new("MIME-Version", "1.0"),
        ];
        var draft = new Draft(fields, new MultiPart("report", boundary,
        [
            new VerbatimPart("text/plain; charset=us-ascii", text, "Notification"), new VerbatimPart("message/delivery-status", status, "Delivery report"),
            new VerbatimPart("text/rfc822-headers", headers.ToString(), "Undelivered Message Headers"),
        ], "; report-type=delivery-status"));
        var origin = new Origin(host, world.AddressOf(host), "", "none", [], "", "", "", [new("Received", $"by {host} (Postfix)\n\tid {dice.Hex(11).ToUpperInvariant()}; {HeaderText.Date(at)}")]);
        return world.Post.Deliver(draft, origin, author.Address, at.AddSeconds(2), "bounce", "ordinary", dice);
    }
}
