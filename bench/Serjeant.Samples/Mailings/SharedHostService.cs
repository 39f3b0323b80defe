using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Mime;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Mailings;

/// <summary>Shape of the services that link through one short host of their own: four short ids with hyphens between.</summary>
internal sealed class SharedHostService(Organisation identity, HostAddresses addresses, Dice dice) : MailingService(identity, addresses, dice)
{
    public override Dispatch Prepare(Account account, Issue issue, string recipient, string? recipientName = null)
    {
        var mailing = OfIssue(account, issue).Lower(8);
        var reader = OfReader(account, recipient).Lower(8);
        var mail = OfMail(account, issue, recipient);
        var tail = mail.Lower(3);
        var customer = OfAccount(account);
        var host = $"m{customer.Between(49800, 49899)}.{Domain}";
        List<Field> fields =
        [
            new("Subject", HeaderText.Encode(issue.Subject)),
            new("From", HeaderText.Mailbox(account.FromName, account.FromAddress)),
            new("To", recipient),
            new("Reply-To", account.ReplyTo ?? HeaderText.Mailbox(account.FromName, account.FromAddress)),
            new("Date", HeaderText.Date(issue.At)),
            new("Message-Id", $"<{mail.Digits(16)}@{host}>"),
            new("List-Unsubscribe", $"<mailto:unsubscribe+{mailing}-{reader}-{tail}@{Domain}>, <https://{Domain}/unsubscribe/{mailing}-{reader}-{tail}>"),
            new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
            new("List-Id", $"<{mailing}-{reader}-{tail}.list-id.{Domain}>"),
            new("Feedback-ID", $"N-{OfIssue(account, issue).Fork("n").Lower(8)}:C-{mailing}:P-{customer.Lower(8)}"),
            new("X-AntiAbuse", $"Please report spam to postmaster@{Domain} and refer to this ID: {mailing}"),
            new("X-rpcampaign", $"RP{OfIssue(account, issue).Fork("n").Lower(8)}"),
            new("MIME-Version", "1.0"),
        ];
        return new Dispatch(
            From(host, $"return+{mailing}-{reader}-{tail}@{Domain}", account, [], new Signature(account.Domain, Tag.ToLowerInvariant())), fields,
            url => $"https://{Domain}/{mailing}-{reader}-{OfLink(url, issue.Id).Lower(8)}-{OfLink(url, reader).Lower(3)}",
            $"<img src=\"http://{Domain}/{mailing}-{OfIssue(account, issue).Fork("n").Lower(8)}-{reader}-{mail.Fork("p").Lower(4)}.gif\" style=\"display:none\" width=\"1\" height=\"1\" alt=\"\" title=\"\" />",
            $"https://{Domain}/unsubscribe/{mailing}-{reader}-{tail}", "=" + mail.Hex(32));
    }
}
