using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Mime;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Mailings;

/// <summary>Shape of the enterprise marketers: everything under the customer's own sub-domain, reader id inside each link token.</summary>
internal sealed class ArtisanService(Organisation identity, HostAddresses addresses, Dice dice) : MailingService(identity, addresses, dice)
{
    public override Dispatch Prepare(Account account, Issue issue, string recipient, string? recipientName = null)
    {
        var reader = OfReader(account, recipient).Lower(8);
        var customer = OfAccount(account);
        var (client, mailing) = ("nr" + customer.Between(100, 999), OfIssue(account, issue).Digits(6));
        var mail = OfMail(account, issue, recipient);
        var data = $"E5-{reader}-{client}/{customer.Between(10, 40)}/{mailing}-{mail.Lower(8)}";
        var site = $"https://epost.{account.Domain}";
        var unsubscribe = $"{site}/go/0ob{reader}l{mail.Fork("u").Lower(32)}/{customer.Between(100, 400)}?list_unsubscribe=1&postonly=1";
        List<Field> fields =
        [
            new("Date", HeaderText.Date(issue.At)),
            new("X-CSA-Complaints", "csa-complaints@eco.example"),
            new("To", recipient),
            new("From", HeaderText.Mailbox(account.FromName, account.FromAddress)),
            new("Reply-To", account.ReplyTo ?? $"info@{account.Domain}"),
            new("Subject", HeaderText.Encode(issue.Subject)),
            new("Message-ID", $"<{data}@{Domain}>"),
            new("X-MA-Provider", $"{Tag} [{Tag} 6.{customer.Between(11, 29)}] [{customer.Lower(8)}]"),
            new("X-Data", data),
            new("List-Unsubscribe", $"<{unsubscribe}>"),
            new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
            new("MIME-Version", "1.0"),
        ];
        var host = $"mout-{customer.Between(1000, 1999)}.{Domain}";
        return new Dispatch(
            From(host, $"{client}@rp.{account.Domain}", account, [], new Signature(account.Domain, "artisan")), fields,
            url => $"{site}/go/{OfLink(url, account.FromAddress).Lower(3)}{reader}l{OfLink(url, reader, issue.Id).Lower(33)}/{customer.Fork("n").Between(100, 400)}",
            OnePixel($"{site}/action/view/{mailing}/{reader}/{customer.Fork("n").Between(100, 400)}?static=1"),
            unsubscribe, "b1_" + mail.Fork("b").Hex(32));
    }
}
