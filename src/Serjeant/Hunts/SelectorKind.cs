namespace Serjeant.Hunts;

/// <summary>What sort of thing a hunt can look for. Numbers are stored: new ones are added at the end only.</summary>
public enum SelectorKind : byte
{
    /// <summary>A mail address by its key (<see cref="Values.EmailAddress.Key"/>), in any role.</summary>
    Address,
    /// <summary>A sender's display name, folded.</summary>
    Name,
    /// <summary>A host, or a domain that it lies in, down to the registrable one.</summary>
    Host,
    /// <summary>An IPv4 or IPv6 address.</summary>
    NetworkAddress,
    /// <summary>The /24 (IPv4) or /48 (IPv6) of an address: "192.0.2.0/24".</summary>
    Network,
    /// <summary>A URL without scheme, default port and fragment: "host/path?query".</summary>
    Url,
    /// <summary>The same without the query, where there was one.</summary>
    UrlPath,
    /// <summary>A URL's form without host and without what changes from copy to copy: "/o/h32/b22.gif?u=b16".</summary>
    UrlShape,
    /// <summary>A Message-ID without angle brackets.</summary>
    MessageId,
    /// <summary>The way in which a program makes Message-IDs.</summary>
    MessageIdShape,
    /// <summary>An attachment by its SHA-256, SHA-1 or MD5 in lower-case hexadecimal digits; the length tells which.</summary>
    File,
    /// <summary>An attachment's name, folded.</summary>
    FileName,
    /// <summary>The sender's software, numbers as #.</summary>
    Software,
    /// <summary>A customer's account at a mass-mail service: "service account".</summary>
    ServiceAccount,
    /// <summary>A subject without reply marks, folded.</summary>
    Subject,
    /// <summary>A subject with numbers, names and addresses taken out.</summary>
    SubjectShape,
    /// <summary>One band of a text template: near-copies share several.</summary>
    Template,
    /// <summary>A hash of the HTML's tags in order.</summary>
    Layout,
    /// <summary>A DKIM selector with its domain: "selector domain".</summary>
    Signature,
}
