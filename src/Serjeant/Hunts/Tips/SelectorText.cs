using System.Collections.Frozen;
using Serjeant.Values;

namespace Serjeant.Hunts.Tips;

/// <summary>
/// Tells what a selector is by how it is written: an address, a host, a URL, an IP address or a range, a hash, a Message-ID; or its kind is
/// said before it ("subject: ...").
/// </summary>
internal static class SelectorText
{
    private const string Quotes = "\"'`\u201c\u201d\u2018\u2019";

    // Endings that are files' and no top-level domains; those that are both ("zip") are looked up as both.
    private static readonly FrozenSet<string> FileEndings = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "exe", "dll", "scr", "pdf", "doc", "docx", "docm", "dotm", "xls", "xlsx", "xlsm", "xlsb", "ppt", "pptx", "pps", "rtf", "odt", "csv", "txt", "htm", "html", "hta", "js", "jse",
        "vbs", "vbe", "wsf", "ps1", "bat", "cmd", "lnk", "url", "iso", "img", "vhd", "rar", "7z", "gz", "tgz", "jar", "apk", "msi", "chm", "svg", "png", "jpg", "jpeg", "gif", "eml", "msg", "ics", "php", "asp", "aspx", "jsp");

    private static readonly FrozenSet<string> BothEndings = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "zip", "mov", "app", "one", "dot", "cab", "ps", "sh", "py");

    public static Asked Read(string written)
    {
        var text = written.AsSpan().Trim().TrimStart(Quotes).TrimEnd(Quotes + ",; \t");
        if (text.IsEmpty) return Asked.No("nothing stands there");
        if (text.Length > 8_192) return Asked.No("longer than 8,192 characters");
        if (NamedKinds.Read(text) is { } named) return named;
        if (text[0] == '<' && text[^1] == '>' && text.Contains('@')) return Identifier(Defanging.Undo(text[1..^1].ToString()));
        if (text[^1] == '>' && text.IndexOf(" <") is > 0 and var name) text = text[(name + 2)..^1];
        var plain = Defanging.Undo(text.ToString());
        if (plain.Contains("://", StringComparison.Ordinal)) return plain.AsSpan().ContainsAny(" \t") ? Several : UrlText.Read(plain);
        if (plain[0] == '/') return UrlText.Path(plain);
        if (AddressRange.Read(plain) is { } range) return range;
        if (Hash(plain) is { } hash) return hash;
        var slash = plain.IndexOf('/', StringComparison.Ordinal);
        var at = plain.IndexOf('@', StringComparison.Ordinal);
        if (at >= 0 && (slash < 0 || at < slash)) return Address(plain);
        if (plain.AsSpan().ContainsAny(" \t")) return IsFileName(plain) ? Asked.For(Selector.FileName(plain)) : Several;
        if (slash > 0) return UrlText.Read(plain);
        return Name(plain);
    }

    /// <summary>A mailbox; "@evil.example" and "*@evil.example" mean every one of a domain.</summary>
    public static Asked Address(string text)
    {
        var at = text.LastIndexOf('@');
        if (text.AsSpan(0, Math.Max(at, 0)).Trim([Wildcard.Run, Wildcard.One]).IsEmpty)
            return HostText.Read(text.AsSpan(at + 1)).In(SelectorRole.Author | SelectorRole.ReplyTo | SelectorRole.Envelope);
        if (Wildcard.IsIn(text))
            return Asked.No("addresses are kept as keyed hashes, so no pattern of their letters can be answered; \"*@domain\" can");
        if (!EmailAddress.TryParse(text, out var address)) return Asked.No("no mail address");
        return address.Domain.Name.Contains('.', StringComparison.Ordinal) ? Asked.For(Selector.Address(address)) : Asked.No("an address whose domain has one label is none on the internet");
    }

    /// <summary>MD5, SHA-1, SHA-256 by their length; null where the text is no hash.</summary>
    public static Asked? Hash(string text)
    {
        if (text.Length is not (32 or 40 or 64 or 96 or 128) || !text.All(char.IsAsciiHexDigit)) return null;
        return text.Length > 64 ? Asked.No("a hash of another kind: attachments are known by MD5, SHA-1 and SHA-256") : Asked.For(Selector.File(text));
    }

    /// <summary>In angle brackets it may be a Message-ID or an address.</summary>
    private static Asked Identifier(string text) =>
        EmailAddress.TryParse(text, out var address) ? Asked.For(Selector.MessageId(text), Selector.Address(address)) : Asked.For(Selector.MessageId(text));

    private static Asked Name(string text)
    {
        var host = text.AsSpan();
        var wider = false;
        // A port with digits behind it; anything else with a colon is no host.
        if (host.LastIndexOf(':') is > 0 and var colon && host[(colon + 1)..] is { Length: > 0 and < 6 } port && port.IndexOfAnyExceptInRange('0', '9') < 0)
        {
            host = host[..colon];
            wider = true;
        }
        var ending = host[(host.LastIndexOf('.') + 1)..];
        if (FileEndings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(ending)) return Asked.For(Selector.FileName(text));
        var asked = HostText.Read(host);
        if (asked.Reason is null && BothEndings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(ending)) asked = asked with { Any = [.. asked.Any, Selector.FileName(text)] };
        return wider ? asked.AndWider() : asked;
    }

    private static bool IsFileName(string text) =>
        text.LastIndexOf('.') is > 0 and var dot && (FileEndings.Contains(text[(dot + 1)..]) || BothEndings.Contains(text[(dot + 1)..]));

    private static Asked Several => Asked.No("several words: say before it what it is (\"subject: ...\", \"name: ...\", \"file: ...\")");
}
