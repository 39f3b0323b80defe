using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Mime;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Mailings;

/// <summary>Shape of the shop marketers' services: very long opaque tokens, several customer ids in X- fields.</summary>
internal sealed class CommerceService(Organisation identity, HostAddresses addresses, Dice dice) : MailingService(identity, addresses, dice)
{
    public override Dispatch Prepare(Account account, Issue issue, string recipient, string? recipientName = null)
    {
        var customer = OfAccount(account);
        var (number, short6, message) = (customer.Digits(8), customer.Mixed(6), OfIssue(account, issue).Mixed(6));
        var mail = OfMail(account, issue, recipient);
        var id = mail.UrlSafe(22);
        var reader = OfReader(account, recipient).Hex(32);
        var at = issue.At.ToUniversalTime();
        var manage = $"https://manage.{Domain}/subscriptions/unsubscribe?a={short6}&c={OfReader(account, recipient).Fork("c").Lower(26).ToUpperInvariant()}&k={customer.Fork("k").Hex(32)}&m={message}&r={mail.Mixed(7)}";
        List<Field> fields =
        [
            new("Date", HeaderText.Date(at) + " (UTC)"),
            new("From", HeaderText.Mailbox(account.FromName, account.FromAddress)),
            new("Mime-Version", "1.0"),
            new("Message-ID", $"<{id}@geopod-ismtpd-{mail.Below(6)}-{mail.Below(9)}>"),
            new("Subject", HeaderText.Encode(issue.Subject)),
            new("List-Unsubscribe", $"<{manage}>"),
            new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
            new($"X-{Tag}-Ops", OfReader(account, recipient).Fork("c").Lower(26).ToUpperInvariant()),
            new($"X-{Tag}-Message", message),
            new($"X-{Tag}-Account", short6),
            new("To", recipient),
            new("X-Entity-ID", customer.Fork("entity").Base64(16)),
        ];
        if (account.ReplyTo is { } replyTo)
            fields.Insert(5, new("Reply-To", replyTo));
        Field[] hops = [new("Received", $"from {Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(number)).TrimEnd('=')} (unknown)\n\tby geopod-ismtpd-{mail.Between(1, 6)}-{mail.Between(1, 9)} with HTTP id {id};\n\t{HeaderText.Date(at.AddSeconds(-1))}")];
        var host = $"o{customer.Between(1000, 1999)}.shared.{Domain}";
        return new Dispatch(
            From(host, $"bounces+{number}-{customer.Hex(4)}-{Verp(recipient)}@send.{Domain}", account, hops, new Signature(account.Domain, "kl1"), new Signature(Domain, "m1")),
            fields,
            url => $"https://trk.{Domain}/ls/click?upn={OfLink(url, account.FromAddress).Mixed(90)}-2F{OfLink(url, reader, issue.Id).Mixed(140)}-3D",
            OnePixel($"https://trk.{Domain}/wf/open?upn={mail.Fork("open").Mixed(180)}-3D", "width=\"1\" height=\"1\" border=\"0\" style=\"height:1px !important;width:1px !important;\""),
            manage, mail.Hex(60));
    }
}
