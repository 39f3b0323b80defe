using System.Globalization;
using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Mime;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Mailings;

/// <summary>Shape of the writers' services that relay through a large grid: one opaque id a mail, base64 of the target in links.</summary>
internal sealed class GridService(Organisation identity, HostAddresses addresses, Dice dice) : MailingService(identity, addresses, dice)
{
    public override Dispatch Prepare(Account account, Issue issue, string recipient, string? recipientName = null)
    {
        var customer = OfAccount(account).Digits(8);
        var mail = OfMail(account, issue, recipient);
        var id = mail.Lower(20);
        var host = $"o{OfAccount(account).Between(1, 6)}.ck.{Domain}";
        var at = issue.At.ToUniversalTime();
        Field[] hops =
        [
            new("Received", $"by filterdrecv-{mail.Hex(9)}-{mail.Lower(5)} with SMTP id filterdrecv-{mail.Hex(9)}-{mail.Lower(5)}-1-{mail.Hex(8).ToUpperInvariant()}-3B;\n\t{HeaderText.Date(at.AddSeconds(-1))}"),
            new("Received", $"from {Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(customer)).TrimEnd('=')} (unknown)\n\tby geopod-ismtpd-{mail.Between(1, 6)}-{mail.Between(1, 9)} ({Tag}) with HTTP id {mail.UrlSafe(22)};\n\t{HeaderText.Date(at.AddSeconds(-1))}"),
        ];
        List<Field> fields =
        [
            new("Date", HeaderText.Date(at) + " (UTC)"),
            new("From", HeaderText.Mailbox(account.FromName, account.FromAddress)),
            new("Mime-Version", "1.0"),
            new("Message-ID", $"<{id}@{Domain}>"),
            new("Subject", HeaderText.Encode(issue.Subject)),
        ];
        if (account.ReplyTo is { } replyTo)
            fields.Add(new("Reply-To", replyTo));
        fields.AddRange(
        [
            new("X-Report-Abuse", $"<abuse@{Domain}>"),
            new("Precedence", "bulk"),
            new("Feedback-ID", $"{OfIssue(account, issue).Digits(7)}:{OfAccount(account).Fork("sender").Digits(6)}:emailtemplate:{Tag[..2].ToUpper(CultureInfo.InvariantCulture)}"),
            new("List-Unsubscribe", $"<https://unsubscribe.{Domain}/{id}>"),
            new($"X-{Tag}-EID", $"{mail.Base64(45)}\n {mail.Base64(45)}\n {mail.Base64(24)}"),
            new("To", recipient),
            new("X-Entity-ID", OfAccount(account).Fork("entity").Base64(16)),
        ]);
        var verp = $"bounces+{customer}-{OfAccount(account).Fork("pool").Hex(4)}-{Verp(recipient)}@em{customer[..4]}.{account.Domain}";
        return new Dispatch(
            From(host, verp, account, hops, new Signature(account.Domain, "s1"), new Signature(Domain, "m1")), fields,
            url => $"https://click.{Domain}/{id}/{OfLink(url, account.FromAddress).Lower(16)}/{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(url))}",
            OnePixel($"https://open.{Domain}/{id}"), $"https://unsubscribe.{Domain}/{id}", mail.Hex(60));
    }
}
