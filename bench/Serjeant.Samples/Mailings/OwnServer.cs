using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Mime;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Mailings;

/// <summary>A sender who mails from his own server and tracks nobody: the copies differ in nothing but the recipient.</summary>
internal sealed class OwnServer(HostAddresses addresses, Dice dice) : MailingService(new Organisation("own server", "own.example"), addresses, dice)
{
    public override Dispatch Prepare(Account account, Issue issue, string recipient, string? recipientName = null)
    {
        var mail = OfMail(account, issue, recipient);
        var host = $"sendmail.{account.Domain}";
        List<Field> fields =
        [
            new("Date", HeaderText.Date(issue.At.AddMinutes(-OfIssue(account, issue).Between(1, 25)))),
            new("From", HeaderText.Mailbox(account.FromName, account.FromAddress)),
            new("Subject", HeaderText.Encode(issue.Subject)),
            new("To", recipient),
            new("Sender", HeaderText.Mailbox(account.FromName, account.FromAddress)),
            new("Reply-To", account.ReplyTo ?? account.FromAddress),
            new("Precedence", "bulk"),
            new("Mime-Version", "1.0"),
            new("X-Bulkmail", "3.12"),
            new("Message-Id", $"<{mail.Digits(14)}.{mail.Hex(11).ToUpperInvariant()}@{account.Domain}>"),
        ];
        Field[] hops = [new("Received", $"from web01.{account.Domain} (app01.local [10.11.0.{OfAccount(account).Between(2, 90)}])\n\tby {host} (Postfix) with ESMTP id {mail.Hex(11).ToUpperInvariant()};\n\t{HeaderText.Date(issue.At)}")];
        return new Dispatch(From(host, account.FromAddress, account, hops, new Signature(account.Domain, "newsletter")), fields,
            url => url, null, $"https://www.{account.Domain}/newsletter/unsubscribe", "mark--" + mail.Hex(32), "8bit");
    }
}
