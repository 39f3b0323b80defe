using System.Collections.Frozen;
using System.Globalization;
using Serjeant.Values;

namespace Serjeant.Hunts.Tips;

/// <summary>Selectors whose kind is said: "subject: Quarterly figures", and the columns and types of other people's lists that come to the same.</summary>
internal static class NamedKinds
{
    private static readonly FrozenDictionary<string, Func<string, Asked>> Readers = new Dictionary<string, Func<string, Asked>>(StringComparer.OrdinalIgnoreCase)
    {
        ["subject"] = Subject,
        ["name"] = static text => Asked.For(Selector.Name(text)).In(SelectorRole.Author),
        ["file"] = static text => SelectorText.Hash(text) ?? FileName(text),
        ["filename"] = FileName,
        ["hash"] = static text => SelectorText.Hash(text) ?? Asked.No("no MD5, SHA-1 or SHA-256"),
        ["software"] = Software,
        ["account"] = Account,
        ["shape"] = Shape,
        ["message-id"] = MessageId,
        ["message-id-shape"] = static text => Listed(SelectorKind.MessageIdShape, text),
        ["url"] = static text => UrlText.Read(Defanging.Undo(text)),
        ["path"] = static text => UrlText.Path(text.StartsWith('/') ? text : "/" + text),
        ["host"] = static text => HostText.Read(Defanging.Undo(text)),
        ["ip"] = static text => AddressRange.Read(Defanging.Undo(text)) ?? AddressRange.Pattern(Defanging.Undo(text)) ?? Asked.No("no IP address or range"),
        ["layout"] = Layout,
        ["signature"] = Signature,
        ["address"] = Mailbox,
        ["from"] = static text => Mailbox(text).In(SelectorRole.Author),
        ["reply-to"] = static text => Mailbox(text).In(SelectorRole.ReplyTo),
        ["to"] = static text => Mailbox(text).In(SelectorRole.Recipient),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Func<string, Asked>>.AlternateLookup<ReadOnlySpan<char>> ByWord = Readers.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string> Aliases = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["domain"] = "host", ["hostname"] = "host", ["fqdn"] = "host", ["domain-name"] = "host", ["email"] = "address", ["mail"] = "address", ["email-addr"] = "address", ["network"] = "ip",
        ["cidr"] = "ip", ["ipv4"] = "ip", ["ipv6"] = "ip", ["ipv4-addr"] = "ip", ["ipv6-addr"] = "ip", ["md5"] = "hash", ["sha1"] = "hash", ["sha256"] = "hash", ["sha-1"] = "hash",
        ["sha-256"] = "hash", ["file-name"] = "filename", ["messageid"] = "message-id", ["x-mailer"] = "software", ["uri"] = "url", ["sender"] = "from", ["dkim"] = "signature",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> Names => Readers.Keys.Order(StringComparer.Ordinal);

    /// <summary>"kind: value"; null where no kind is said.</summary>
    public static Asked? Read(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        if (colon is < 2 or > 20 || !char.IsAsciiLetter(text[0])) return null;
        var word = text[..colon];
        if (Aliases.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var alias)) word = alias;
        if (!ByWord.TryGetValue(word, out var reader)) return null;
        var value = text[(colon + 1)..].Trim();
        return value.IsEmpty ? Asked.No("nothing stands behind the kind") : reader(value.ToString());
    }

    /// <param name="kind">As a column or a type of a list says it; any case.</param>
    /// <returns>Null where the kind is none of ours.</returns>
    public static Asked? Read(string kind, string value)
    {
        if (Aliases.TryGetValue(kind, out var alias)) kind = alias;
        return Readers.TryGetValue(kind, out var reader) ? value.Length > 8_192 ? Asked.No("longer than 8,192 characters") : reader(value.Trim()) : null;
    }

    public static Asked Subject(string text)
    {
        if (Wildcard.IsIn(text)) return NoPattern("subjects");
        // As facts have it: without "Re:" and the tags of lists.
        var topic = Facts.Headers.SubjectReader.Read(text).Topic;
        return Asked.For(Selector.Subject(topic));
    }

    public static Asked FileName(string text) => Wildcard.IsIn(text) ? NoPattern("names of files") : Asked.For(Selector.FileName(text));

    public static Asked MessageId(string text)
    {
        var at = text.LastIndexOf('@');
        var id = text.Trim().Trim('<', '>');
        if (!Wildcard.IsIn(id)) return Asked.For(Selector.MessageId(id));
        return at >= 0 && text.AsSpan(0, at).Trim("<*").IsEmpty ? HostText.Read(id.AsSpan(id.LastIndexOf('@') + 1)).In(SelectorRole.Envelope).AndWider() : NoPattern("Message-IDs");
    }

    /// <summary>Without numbers, in which versions differ.</summary>
    public static Asked Software(string text) => Wildcard.IsIn(text)
        ? Listed(SelectorKind.Software, Selector.Software(text).Value)
        : Asked.For(Selector.Software(Facts.Route.Software.Name(text)));

    public static Asked Mailbox(string text)
    {
        var plain = Defanging.Undo(text).Trim().Trim('<', '>');
        return plain.Contains('@', StringComparison.Ordinal) ? SelectorText.Address(plain) : HostText.Read(plain);
    }

    private static Asked Account(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 ? Asked.For(Selector.ServiceAccount(text[..space], text[(space + 1)..].Trim())) : Asked.No("an account is \"service account\", with the service's name first");
    }

    private static Asked Shape(string text) => text.StartsWith('/')
        ? Wildcard.IsIn(text) ? Listed(SelectorKind.UrlShape, text) : Asked.For(new Selector(SelectorKind.UrlShape, text))
        : Asked.No("the form of a URL begins with a slash, such as \"/o/h32/b22.gif?u=b16\"");

    private static Asked Listed(SelectorKind kind, string text)
    {
        if (!Wildcard.IsIn(text)) return Asked.For(new Selector(kind, text));
        return text.Count(char.IsAsciiLetterOrDigit) < 3 ? Asked.No("too little stands beside its wildcards") : Asked.For(new Wildcard(kind, text));
    }

    private static Asked Layout(string text) => ulong.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var skeleton) && skeleton != 0
        ? Asked.For(Selector.Layout(skeleton))
        : Asked.No("a layout is 16 hexadecimal digits");

    private static Asked Signature(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space > 0 && DomainName.TryParse(text.AsSpan(space + 1), out var domain) ? Asked.For(Selector.Signature(text[..space], domain)) : Asked.No("a signature is \"selector domain\"");
    }

    private static Asked NoPattern(string what) => Asked.No($"{what} are kept as keyed hashes, so no pattern of their letters can be answered");
}
