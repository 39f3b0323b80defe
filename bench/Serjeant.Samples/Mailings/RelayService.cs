using System.Globalization;
using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Mime;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Mailings;

/// <summary>Shape of the services that also relay single mails: long opaque blobs under the customer's "r." host, the recipient in base64 in fields.</summary>
internal sealed class RelayService(Organisation identity, HostAddresses addresses, Dice dice) : MailingService(identity, addresses, dice)
{
    public override Dispatch Prepare(Account account, Issue issue, string recipient, string? recipientName = null)
    {
        var customer = OfAccount(account);
        var number = customer.Digits(7);
        var mail = OfMail(account, issue, recipient);
        var stamp = issue.At.ToUniversalTime().ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture) + "." + mail.Digits(11);
        var eid = Base64Url($"{number}~{recipient}~<{stamp}@smtp-relay.{Domain}>~{account.Domain}");
        var site = $"https://r.{account.Domain}/tr";
        var unsubscribe = $"{site}/un/{mail.Fork("un").UrlSafe(190)}";
        List<Field> fields =
        [
            new($"X-{Tag}-EID", eid),
            new("To", recipientName is null ? $"<{recipient}>" : HeaderText.Mailbox(recipientName, recipient)),
            new("Date", HeaderText.Date(issue.At.ToUniversalTime())),
            new("Subject", HeaderText.Encode(issue.Subject)),
            new("Message-Id", $"<{mail.Uuid()}@smtp-relay.{Domain}>"),
            new("Origin-messageId", $"<{stamp}@smtp-relay.{Domain}>"),
            new("Reply-To", account.ReplyTo ?? account.FromAddress),
            new("MIME-Version", "1.0"),
            new($"X-{Tag}-id", mail.UrlSafe(150)),
            new("X-CSA-Complaints", "whitelist-complaints@eco.example"),
            new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
            new("Feedback-ID", $"{customer.Between(1, 9)}:{number}_{OfIssue(account, issue).Between(1, 99)}:{number}:{Tag}"),
            new("From", HeaderText.Mailbox(account.FromName, account.FromAddress, quoted: true)),
            new("List-Unsubscribe", $"<mailto:unsubscribe-t@{account.Domain}?subject=unsub-{eid}>, <{unsubscribe}>"),
        ];
        return new Dispatch(
            From($"{customer.Pick(["mta", "out", "send"])}{customer.Between(1, 40)}.{Domain}", $"bounces-{customer.Digits(8)}-{account.FromAddress.Replace('@', '=')}@{account.Domain}", account, [],
                new Signature(account.Domain, "mail")),
            fields, url => $"{site}/cl/{OfLink(url, recipient, issue.Id).UrlSafe(230)}",
            OnePixel($"{site}/op/{mail.Fork("op").UrlSafe(170)}", "width=\"1\" height=\"1\""), unsubscribe, $"--_{Tag[..3]}-{mail.Hex(16)}-Part_1");
    }
}
