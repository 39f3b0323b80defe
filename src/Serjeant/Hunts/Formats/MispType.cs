using Serjeant.Hunts.Tips;

namespace Serjeant.Hunts.Formats;

/// <summary>What the types of MISP's attributes are in the words of the index; a type of two parts gives two selectors.</summary>
internal static class MispType
{
    public static IReadOnlyList<(Asked Asked, string Text)> Read(string type, string value)
    {
        if (type is "ip-src|port" or "ip-dst|port" or "hostname|port") return [One(type[..type.IndexOf('|', StringComparison.Ordinal)], value.Split('|', ':')[0], wider: true)];
        var bar = type.IndexOf('|', StringComparison.Ordinal);
        if (bar < 0) return [One(type, value, wider: false)];
        var split = value.IndexOf('|', StringComparison.Ordinal);
        if (split < 0) return [(Asked.No("a value of one part under a type of two"), value)];
        return [One(type[..bar], value[..split], wider: false), One(type[(bar + 1)..], value[(split + 1)..], wider: false)];
    }

    private static (Asked, string) One(string type, string value, bool wider)
    {
        var asked = Meaning(type, value);
        return (wider ? asked.AndWider() : asked, value);
    }

    private static Asked Meaning(string type, string value) => type switch
    {
        "email" or "email-addr" or "target-email" or "whois-registrant-email" or "dns-soa-email" => Named("address", value),
        "email-src" => NamedKinds.Mailbox(value).In(SelectorRole.Author | SelectorRole.Envelope),
        "email-dst" => Named("to", value),
        "email-reply-to" => Named("reply-to", value),
        "email-subject" => Named("subject", value),
        "email-message-id" => Named("message-id", value),
        "email-x-mailer" => Named("software", value),
        "email-src-display-name" => Named("name", value),
        "email-attachment" or "filename" or "attachment" or "malware-sample" => Named("filename", value),
        "domain" or "hostname" => Named("host", value),
        "url" or "link" or "uri" => value.StartsWith('/') ? UrlText.Path(value) : Named("url", value),
        "ip" or "ip-src" or "ip-dst" => Named("ip", value),
        "md5" or "sha1" or "sha256" => Named("hash", value),
        "ssdeep" or "imphash" or "authentihash" or "tlsh" or "sha224" or "sha384" or "sha512" or "sha3-256" or "sha3-512" or "vhash" or "pehash" or "impfuzzy" => Asked.No($"a hash of another kind ({type}): attachments are known by MD5, SHA-1 and SHA-256"),
        "yara" or "sigma" or "snort" or "pattern-in-file" or "pattern-in-traffic" or "pattern-in-memory" or "stix2-pattern" => Asked.No($"a rule ({type}), not a selector"),
        "email-body" or "email-header" or "email-mime-boundary" or "email-thread-index" => Asked.No($"the index keeps no {type[6..]} of a message"),
        _ => Asked.No($"\"{Asked.Bound(type)}\" is not seen in mail, or the index does not keep it"),
    };

    private static Asked Named(string kind, string value) => NamedKinds.Read(kind, value)!.Value;
}
