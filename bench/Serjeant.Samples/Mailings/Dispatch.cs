using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Mime;

namespace Serjeant.Samples.Mailings;

/// <summary>A customer of a mass-mail service.</summary>
internal sealed record Account(string Brand, string FromName, string FromAddress, string? ReplyTo = null)
{
    public string Domain => Origins.DomainOf(FromAddress);
}

/// <summary>One mailing of a customer. <paramref name="Id"/> tells it from his others.</summary>
internal sealed record Issue(string Id, string Subject, DateTimeOffset At);

/// <summary>What a mass-mail service makes of one mailing for one recipient.</summary>
/// <param name="Link">Wraps a link into the service's redirection.</param>
/// <param name="Pixel">The open tracker, as HTML; null where the service has none.</param>
internal sealed record Dispatch(
    Origin Origin, IReadOnlyList<Field> Fields, Func<string, string> Link, string? Pixel, string Unsubscribe, string Boundary, string Encoding = "quoted-printable")
{
    /// <summary>As the same service sends single mails that a customer's program hands over: no list fields.</summary>
    public Dispatch Single() => this with { Fields = [.. Fields.Where(f => !f.Name.StartsWith("List-", StringComparison.Ordinal) && f.Name != "Precedence")] };

    public Draft Draft(string html, string text) => new(Fields,
        new MultiPart("alternative", Boundary, [new TextPart("text/plain", text, Encoding), new TextPart("text/html", Html.Broken(html), Encoding)]));
}
