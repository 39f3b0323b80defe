using System.Text;

namespace Serjeant.Facts.Unwrapping;

/// <summary>Wrappers that are more than a query field.</summary>
internal static class GatewayUrl
{
    /// <param name="domain">The host or a domain it lies in.</param>
    /// <param name="host">The whole host.</param>
    /// <param name="tail">Path, query and fragment.</param>
    public static (string Url, string? Name)? Target(ReadOnlySpan<char> domain, ReadOnlySpan<char> host, ReadOnlySpan<char> tail)
    {
        if (Is(domain, "urldefense.com") || Is(domain, "urldefense.proofpoint.com") || Is(domain, "urldefense.us")) return Named(ProofpointUrl.Target(tail), "Proofpoint");
        if (Is(domain, "checkpoint.com") || Is(domain, "avanan.click") || Is(domain, "url-protection.com")) return Named(Underscored(tail), "Check Point");
        if (Is(domain, "secure-web.cisco.com")) return Named(LastSegment(tail), "Cisco");
        if (Is(domain, "mimecast.com") || Is(domain, "mimecastprotect.com")) return Named(Mimecast(tail), "Mimecast");
        if (Is(domain, "cdn.ampproject.org")) return Named(Amp(tail, "/c/") ?? Amp(tail, "/v/"), "Google");
        if (Is(domain, "google.com")) return Named(Amp(tail, "/amp/"), "Google");
        if (Is(domain, "r.search.yahoo.com")) return Named(Yahoo(tail), "Yahoo");
        return Is(domain, "translate.goog") ? Named(Translated(host, tail), "Google") : null;
    }

    private static bool Is(ReadOnlySpan<char> domain, string name) => domain.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static (string, string?)? Named(string? target, string name) => target is null ? null : (target, name);

    /// <summary>/v2/r01/___https://example.org/path___.blob; the second slash of the target is often lost on the way.</summary>
    private static string? Underscored(ReadOnlySpan<char> tail)
    {
        var start = tail.IndexOf("___");
        if (start < 0 || !tail.StartsWith("/v2/", StringComparison.OrdinalIgnoreCase)) return null;
        tail = tail[(start + 3)..];
        var end = tail.LastIndexOf("___");
        return WrappedUrl.Plain(end < 0 ? tail : tail[..end]) is { } target ? Undouble(tail, end, target) : null;
    }

    /// <summary>A target that was not encoded keeps its own percent signs.</summary>
    private static string Undouble(ReadOnlySpan<char> tail, int end, string target)
    {
        var raw = WrappedUrl.Repair((end < 0 ? tail : tail[..end]).ToString());
        return WrappedUrl.IsTarget(raw) ? raw : target;
    }

    /// <summary>/1token/https%3A%2F%2Fexample.org%2Fpath; where no target stands there, it is inside the token, encrypted.</summary>
    private static string? LastSegment(ReadOnlySpan<char> tail)
    {
        if (tail.Length < 2) return null;
        var slash = tail[1..].IndexOf('/');
        return slash < 0 ? null : WrappedUrl.Plain(tail[(slash + 2)..]);
    }

    /// <summary>/s/token?domain=example.org: the domain is all that the link tells.</summary>
    private static string? Mimecast(ReadOnlySpan<char> tail)
    {
        var question = tail.IndexOf('?');
        if (question < 0 || !tail[..question].Contains("/s/", StringComparison.Ordinal)) return null;
        var domain = WrappedUrl.Field(tail[(question + 1)..], "domain", rest: false);
        if (domain.IsEmpty || !Values.DomainName.TryParse(domain, out var name) || !name.Name.Contains('.', StringComparison.Ordinal)) return null;
        return $"https://{name}/";
    }

    /// <summary>/amp/s/example.org/path: "s" is for https.</summary>
    private static string? Amp(ReadOnlySpan<char> tail, string prefix)
    {
        if (!tail.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return null;
        tail = tail[prefix.Length..];
        var secure = tail.StartsWith("s/", StringComparison.Ordinal);
        var target = string.Concat(secure ? "https://" : "http://", secure ? tail[2..] : tail);
        var host = target.AsSpan(target.IndexOf("//", StringComparison.Ordinal) + 2);
        var end = host.IndexOfAny('/', '?', '#');
        return (end < 0 ? host : host[..end]).Contains('.') ? target : null;
    }

    /// <summary>/.../RU=https%3a%2f%2fexample.org/RK=2/RS=...</summary>
    private static string? Yahoo(ReadOnlySpan<char> tail)
    {
        var start = tail.IndexOf("/RU=");
        if (start < 0) return null;
        tail = tail[(start + 4)..];
        var end = tail.IndexOf('/');
        return WrappedUrl.Plain(end < 0 ? tail : tail[..end]);
    }

    /// <summary>www-example-org.translate.goog: a dot is a hyphen, a hyphen two; fields of the translator's own begin with _x_tr_.</summary>
    private static string? Translated(ReadOnlySpan<char> host, ReadOnlySpan<char> tail)
    {
        var label = host[..host.IndexOf('.')].ToString();
        var name = label.Replace("--", "\0", StringComparison.Ordinal).Replace('-', '.').Replace('\0', '-');
        if (!name.Contains('.', StringComparison.Ordinal)) return null;
        var target = new StringBuilder("https://").Append(name);
        var question = tail.IndexOf('?');
        target.Append(question < 0 ? tail : tail[..question]);
        if (question < 0) return target.ToString();
        var separator = '?';
        foreach (var range in tail[(question + 1)..].Split('&'))
        {
            var field = tail[(question + 1)..][range];
            if (field.StartsWith("_x_tr_", StringComparison.Ordinal)) continue;
            target.Append(separator).Append(field);
            separator = '&';
        }
        return target.ToString();
    }
}
