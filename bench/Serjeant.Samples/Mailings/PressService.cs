using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Mime;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Mailings;

/// <summary>Shape of the publishers' service: two DKIM signatures, a coded VERP address, positional tokens behind "/d?".</summary>
internal sealed class PressService(Organisation identity, HostAddresses addresses, Dice dice) : MailingService(identity, addresses, dice)
{
    public override Dispatch Prepare(Account account, Issue issue, string recipient, string? recipientName = null)
    {
        var customer = OfAccount(account);
        var (number, agent) = (customer.Digits(4), customer.Hex(27));
        var reader = OfReader(account, recipient).Lower(18);
        var mailing = OfIssue(account, issue).Digits(4);
        var mail = OfMail(account, issue, recipient);
        var site = $"https://news.{account.Domain}/d?";
        string Token(string target) => $"o0c{OfLink(target, account.FromAddress).Lower(4)}00b{OfLink(issue.Id).Lower(5)}0d0000{customer.Fork("t").Lower(3)}00000000{OfLink(issue.Id, "m").Lower(5)}{reader}{OfLink(target, reader).Lower(5)}{number[..3]}";
        var unsubscribe = site + Token("unsubscribe");
        List<Field> fields =
        [
            new("Date", HeaderText.Date(issue.At)),
            new("From", HeaderText.Mailbox(account.FromName, account.FromAddress, quoted: true)),
            new("Reply-To", account.ReplyTo ?? HeaderText.Mailbox(account.FromName, account.FromAddress, quoted: true)),
            new("To", recipient),
            new("Message-ID", $"<{Tag[..3].ToUpperInvariant()}.{agent}.10ac.{mail.Hex(5)}.{mail.Hex(5)}.{mail.Hex(14)}@{account.Domain}>"),
            new("Subject", HeaderText.Encode(issue.Subject)),
            new("MIME-Version", "1.0"),
            new("List-Id", $"\"0\" <{number[..3]}.{agent}.localhost>"),
            new("List-Unsubscribe", $"<{unsubscribe}>, <mailto:news_{number}@{Domain}?subject=unsubscribe%20params%3D{reader}>"),
            new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
            new("Feedback-ID", $"xpro-{number}-{mailing}:xpro-{number}:TRIGGER_MAILING:{Tag.ToLowerInvariant()}"),
            new("X-CSA-Complaints", "csa-complaints@eco.example"),
            new("X-Mailer", $"{Tag} EE 4.8.46.{customer.Between(700, 799)}"),
        ];
        var host = $"mx{customer.Between(101, 199)}.{Domain}";
        return new Dispatch(
            From(host, $"bounce_{number}+cd{mail.Mixed(6)}AAAA{OfReader(account, recipient).Fork("v").Mixed(20)}@news.{account.Domain}", account, [],
                new Signature(Domain, "202007"), new Signature(account.Domain, "inx" + customer.Digits(8))),
            fields, url => site + Token(url), OnePixel(site + Token("open"), "height=\"1\" width=\"1\""), unsubscribe,
            $"----=_Part_{mail.Digits(7)}_{mail.Digits(10)}.{issue.At.ToUnixTimeMilliseconds()}");
    }
}
