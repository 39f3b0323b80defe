using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Mime;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Mailings;

/// <summary>
/// A fictional mass-mail service. Each of the kinds below has the headers, addresses and URL shapes of one real service;
/// names and domains change with the seed. Tokens are fixed by whom and what they stand for, as in real life.
/// </summary>
internal abstract class MailingService(Organisation identity, HostAddresses addresses, Dice dice)
{
    public string Name => identity.Name;

    public string Domain => identity.Domain;

    /// <summary>The name as it stands in X- fields.</summary>
    protected string Tag => identity.Name;

    public abstract Dispatch Prepare(Account account, Issue issue, string recipient, string? recipientName = null);

    protected Dice OfAccount(Account account) => dice.Fork("account " + account.FromAddress);

    protected Dice OfIssue(Account account, Issue issue) => dice.Fork($"issue {account.FromAddress} {issue.Id}");

    protected Dice OfReader(Account account, string recipient) => dice.Fork($"reader {account.FromAddress} {recipient}");

    protected Dice OfMail(Account account, Issue issue, string recipient) => dice.Fork($"mail {account.FromAddress} {issue.Id} {recipient}");

    protected Dice OfLink(string target, params string[] more) => dice.Fork($"link {target} {string.Join(' ', more)}");

    protected Origin From(string host, string envelopeFrom, Account account, IReadOnlyList<Field> hops, params Signature[] signatures) =>
        new(host, addresses.Of(host), envelopeFrom, "pass", signatures, account.Domain, "pass", OfAccount(account).Pick(["none", "none", "quarantine"]), hops);

    protected static string Verp(string recipient) => recipient.Replace('@', '=');

    protected static string Base64Url(string text) =>
        Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    protected static string OnePixel(string url, string style = "width=\"1\" height=\"1\" border=\"0\"") => $"<img src=\"{url}\" {style} alt=\"\" />";
}
