using System.Collections.Frozen;
using Serjeant.Hunts.Tips;
using Serjeant.Values;

namespace Serjeant.Hunts.Patterns;

/// <summary>What the properties of STIX observables are in the words of the index.</summary>
internal static class PathMeaning
{
    private static readonly FrozenDictionary<string, string> Kinds = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["email-addr:value"] = "address",
        ["email-addr:display_name"] = "name",
        ["email-message:from_ref.value"] = "from",
        ["email-message:from_ref.display_name"] = "name",
        ["email-message:sender_ref.value"] = "envelope",
        ["email-message:to_refs[*].value"] = "to",
        ["email-message:cc_refs[*].value"] = "to",
        ["email-message:bcc_refs[*].value"] = "to",
        ["email-message:subject"] = "subject",
        ["email-message:message_id"] = "message-id",
        ["email-message:additional_header_fields.Message-ID"] = "message-id",
        ["email-message:additional_header_fields.Reply-To"] = "reply-to",
        ["email-message:additional_header_fields.From"] = "from",
        ["email-message:additional_header_fields.Sender"] = "envelope",
        ["email-message:additional_header_fields.Return-Path"] = "envelope",
        ["email-message:additional_header_fields.Subject"] = "subject",
        ["email-message:additional_header_fields.X-Mailer"] = "software",
        ["email-message:additional_header_fields.User-Agent"] = "software",
        ["email-message:additional_header_fields.X-Originating-IP"] = "ip",
        ["email-message:x_mailer"] = "software",
        ["email-message:body_multipart[*].body_raw_ref.name"] = "filename",
        ["email-message:body_multipart[*].body_raw_ref.url"] = "url",
        ["email-message:received_lines[*]"] = "received",
        ["email-message:body"] = "body",
        ["email-message:body_multipart[*].body"] = "body",
        ["domain-name:value"] = "host",
        ["domain-name:resolves_to_refs[*].value"] = "host or ip",
        ["hostname:value"] = "host",
        ["url:value"] = "url",
        ["artifact:url"] = "url",
        ["ipv4-addr:value"] = "ip",
        ["ipv6-addr:value"] = "ip",
        ["file:name"] = "filename",
        ["network-traffic:dst_ref.value"] = "host or ip",
        ["network-traffic:src_ref.value"] = "host or ip",
        ["network-traffic:extensions.http-request-ext.request_header.Host"] = "host",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] HashOwners = ["file:hashes.", "artifact:hashes.", "email-message:body_multipart[*].body_raw_ref.hashes."];

    /// <summary>How a value of the property is read; null where mail does not show it or the index does not keep it.</summary>
    public static Func<string, Asked>? Find(ObjectPath path)
    {
        var text = path.ToString();
        // Header fields are lists in 2.1 and texts in 2.0.
        if (path.Path.StartsWith("additional_header_fields.", StringComparison.Ordinal) && text.EndsWith("[*]", StringComparison.Ordinal)) text = text[..^3];
        foreach (var owner in HashOwners)
            if (text.StartsWith(owner, StringComparison.OrdinalIgnoreCase))
                return text[owner.Length..].Replace("-", "", StringComparison.Ordinal).ToUpperInvariant() is "MD5" or "SHA1" or "SHA256"
                    ? static value => NamedKinds.Read("hash", value)!.Value
                    : static _ => Asked.No("a hash of another kind: attachments are known by MD5, SHA-1 and SHA-256");
        return Kinds.GetValueOrDefault(text) switch
        {
            null => null,
            "envelope" => static value => NamedKinds.Mailbox(value).In(SelectorRole.Envelope),
            "host or ip" => static value => NamedKinds.Read("ip", value) is { Reason: null } ip ? ip : NamedKinds.Read("host", value)!.Value,
            "received" => static value => Inside(value) is { } asked ? asked.In(SelectorRole.Envelope).AndWider() : Asked.No("Received fields are not kept, only the hosts and addresses in them"),
            "body" => static value => Link(value) ?? Asked.No("texts are not kept, only the hosts and URLs in them"),
            var kind => value => NamedKinds.Read(kind, value)!.Value,
        };
    }

    /// <summary>Whether its values may be IP addresses, which sets are asked of.</summary>
    public static bool IsAddress(ObjectPath path) => Kinds.GetValueOrDefault(path.ToString()) is "ip" or "host or ip";

    /// <summary>Why a property cannot be asked for.</summary>
    public static string WhyNot(ObjectPath path) => path.Type switch
    {
        "email-message" => path.Path switch
        {
            "date" => "the date of a message is no selector: hunt with --since and --until",
            "is_multipart" or "content_type" => "how a message is put together is not in the index",
            "raw_email_ref.hashes.SHA-256" or "raw_email_ref.hashes.MD5" => "the hash of a whole message is another for each recipient",
            _ => $"the index keeps no \"{Asked.Bound(path.Path)}\" of a message",
        },
        "email-addr" or "domain-name" or "url" or "ipv4-addr" or "ipv6-addr" or "file" or "artifact" => $"mail does not show \"{Asked.Bound(path.Path)}\" of \"{path.Type}\"",
        "x509-certificate" => "certificates of servers are not seen in mail",
        "network-traffic" => $"mail does not show \"{Asked.Bound(path.Path)}\" of a connection",
        _ => $"\"{Asked.Bound(path.Type)}\" is seen on a machine or in a network, not in mail",
    };

    /// <summary>A host or an IP address that a pattern looks for somewhere in a longer text: "%mail.evil.example%".</summary>
    private static Asked? Inside(string value)
    {
        var core = Core(value);
        if (core is null) return null;
        if (AddressRange.Read(core) is { } address) return address;
        return HostText.Read(core) is { Reason: null } host && DomainName.TryParse(core, out var name) && name.Registrable != default ? host : null;
    }

    private static Asked? Link(string value)
    {
        var core = Core(value);
        if (core is null) return null;
        if (!core.Contains("://", StringComparison.Ordinal)) return Inside(value)?.AndWider();
        var address = WebAddress.Parse(core);
        // The text may end in the middle of the URL: its host is what is certain, where something stands behind it.
        if (address.Path.Length == 0) return null;
        return address.HostIsAddress ? NamedKinds.Read("ip", address.Host.Name)?.AndWider() : HostText.Read(address.Host.Name).In(SelectorRole.Link | SelectorRole.Callback).AndWider();
    }

    /// <summary>What stands between wildcards at both ends; null where there are more or fewer.</summary>
    private static string? Core(string value)
    {
        if (value.Length < 3 || value[0] != Wildcard.Run || value[^1] != Wildcard.Run) return null;
        var core = value.Trim(Wildcard.Run).Trim(' ', '[', ']', '(', ')');
        return core.Length == 0 || Wildcard.IsIn(core) ? null : core;
    }
}
