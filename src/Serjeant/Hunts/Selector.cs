using System.Net;
using Serjeant.Campaigns;
using Serjeant.Values;

namespace Serjeant.Hunts;

/// <summary>
/// One thing that messages can be found by. Made only here, so that what is written to the index and what is sought are normalised alike.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Normalised; at most 2,048 characters.</param>
public readonly record struct Selector(SelectorKind Kind, string Value)
{
    private const int MaximumCharacters = 2_048;

    /// <summary>It tells of people, or of one copy of a mail: kept as a keyed hash only. The rest is infrastructure and form.</summary>
    public bool IsPersonal => Kind is SelectorKind.Address or SelectorKind.Name or SelectorKind.Url or SelectorKind.UrlPath or SelectorKind.MessageId
        or SelectorKind.FileName or SelectorKind.Subject or SelectorKind.SubjectShape;

    public static Selector Address(EmailAddress address) => new(SelectorKind.Address, address.Key);

    public static Selector Name(string displayName) => new(SelectorKind.Name, Bound(TraitMaker.Fold(displayName)));

    public static Selector Host(DomainName host) => new(SelectorKind.Host, host.Name);

    public static Selector Address(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new(SelectorKind.NetworkAddress, (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString());
    }

    public static Selector Network(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new(SelectorKind.Network, TraitMaker.Network(address));
    }

    /// <summary>http and https, and any case of the host, are one URL. The trailing slash of a bare host is left out.</summary>
    public static Selector Url(WebAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new(SelectorKind.Url, Bound(address.Query.Length == 0 ? Place(address) : $"{Place(address)}?{address.Query}"));
    }

    public static Selector UrlPath(WebAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return new(SelectorKind.UrlPath, Bound(Place(address)));
    }

    public static Selector UrlShape(WebAddress address) => new(SelectorKind.UrlShape, Campaigns.UrlShape.Of(address).Text);

    public static Selector MessageId(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return new(SelectorKind.MessageId, Bound(id.Trim().Trim('<', '>')));
    }

    /// <summary>Empty <see cref="Value"/> where nothing can be told.</summary>
    public static Selector MessageIdShape(string id, DomainName sender) => new(SelectorKind.MessageIdShape, TextShapes.MessageId(id, sender));

    /// <param name="digest">32, 40 or 64 hexadecimal digits.</param>
    public static Selector File(string digest)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return new(SelectorKind.File, digest.ToLowerInvariant());
    }

    public static Selector FileName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new(SelectorKind.FileName, Bound(name.Trim().ToLowerInvariant()));
    }

    public static Selector Software(string name) => new(SelectorKind.Software, Bound(TextShapes.Digits(name)));

    public static Selector ServiceAccount(string service, string account) => new(SelectorKind.ServiceAccount, Bound($"{service} {account}"));

    /// <param name="topic">Without reply marks and list tags (<see cref="Facts.SubjectFacts.Topic"/>).</param>
    public static Selector Subject(string topic) => new(SelectorKind.Subject, Bound(TraitMaker.Fold(topic)));

    /// <summary>Empty <see cref="Value"/> where under three words are left.</summary>
    public static Selector SubjectShape(string topic, IReadOnlySet<string> recipientNames) => new(SelectorKind.SubjectShape, TextShapes.Subject(topic, recipientNames));

    public static Selector Layout(ulong skeleton) => new(SelectorKind.Layout, skeleton.ToString("x16", System.Globalization.CultureInfo.InvariantCulture));

    public static Selector Template(int band, uint first, uint second) =>
        new(SelectorKind.Template, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{band} {first} {second}"));

    public static Selector Signature(string selector, DomainName domain)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return new(SelectorKind.Signature, Bound($"{selector.ToLowerInvariant()} {domain.Name}"));
    }

    public override string ToString() => $"{Kind}: {Value}";

    private static string Place(WebAddress address)
    {
        var port = address.Port is 0 or 80 or 443 ? "" : $":{address.Port}";
        return address.Path is "" or "/" && address.Query.Length == 0 ? address.Host.Name + port : $"{address.Host.Name}{port}{(address.Path.Length == 0 ? "/" : address.Path)}";
    }

    private static string Bound(string text) => text.Length > MaximumCharacters ? text[..MaximumCharacters] : text;
}
