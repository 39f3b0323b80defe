using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Mime;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Mailings;

/// <summary>A small host that runs phpList for clubs and charities: readable headers, the reader's 32 hex digits in every link.</summary>
internal sealed class PhpListService(Organisation identity, HostAddresses addresses, Dice dice) : MailingService(identity, addresses, dice)
{
    public override Dispatch Prepare(Account account, Issue issue, string recipient, string? recipientName = null)
    {
        var customer = account.Domain.Split('.')[0];
        var reader = OfReader(account, recipient).Hex(32);
        var mail = OfMail(account, issue, recipient);
        var id = mail.Mixed(43);
        var site = $"https://{customer}.{Domain}/lists";
        var number = OfIssue(account, issue).Between(3, 160);
        List<Field> fields =
        [
            new("To", recipient),
            new("Subject", HeaderText.Encode(issue.Subject)),
            new("Date", HeaderText.Date(issue.At)),
            new("From", HeaderText.Mailbox(account.FromName, account.FromAddress)),
            new("Message-ID", $"<{id}@{customer}.{Domain}>"),
            new("X-phpList-version", $"3.6.{OfAccount(account).Between(1, 12)}"),
            new("X-MessageID", $"{number}"),
            new("X-ListMember", recipient),
            new("Precedence", "bulk"),
            new("List-Help", $"<{site}/?p=preferences&uid={reader}>"),
            new("List-Unsubscribe", $"<{site}/?p=unsubscribe&uid={reader}&jo=1>"),
            new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
            new("List-Subscribe", $"<{site}/?p=subscribe>"),
            new("List-Owner", $"<mailto:listbounces-{customer}@{Domain}>"),
            new("MIME-Version", "1.0"),
        ];
        Field[] hops = [new("Received", $"by {Domain} (Postfix, from userid 33)\n\tid {mail.Hex(10).ToUpperInvariant()}; {HeaderText.Date(issue.At)}")];
        return new Dispatch(
            From(Domain, $"listbounces-{customer}@{Domain}", account, hops, new Signature(account.Domain, "phplist")), fields,
            url => $"{site}/lt.php?tid=cR{OfLink(url, account.FromAddress, issue.Id).Mixed(38)}{OfReader(account, recipient).Fork("t").Mixed(86)}",
            OnePixel($"{site}/ut.php?u={reader}&amp;m={number}"), $"{site}/?p=unsubscribe&uid={reader}", "b1_" + id, "8bit");
    }
}
