using System.Buffers.Text;
using System.Net;
using System.Text;

namespace Serjeant.Facts.Unwrapping;

/// <summary>Takes a target out of a query field, and repairs what wrapping does to it.</summary>
internal static class WrappedUrl
{
    /// <param name="tail">Path, query and fragment.</param>
    /// <returns>Null where there is none.</returns>
    public static string? Target(ReadOnlySpan<char> tail, Redirector redirector)
    {
        var question = tail.IndexOf('?');
        if (question < 0) return null;
        var path = tail[..question];
        if (redirector.Contains ? !path.Contains(redirector.Path, StringComparison.OrdinalIgnoreCase) : !path.StartsWith(redirector.Path, StringComparison.OrdinalIgnoreCase)) return null;
        var query = tail[(question + 1)..];
        if (redirector.BareQuery && Plain(query) is { } bare) return bare;
        foreach (var field in redirector.Fields)
        {
            var value = Field(query, field, redirector.Rest);
            if (value.IsEmpty) continue;
            var target = redirector.Encoding == "base64" ? FromBase64(value, redirector.Prefix) : Plain(value);
            if (target is not null) return target;
        }
        return null;
    }

    /// <summary>The raw value of a query field; a leftover "amp;" of HTML before its name is passed over.</summary>
    public static ReadOnlySpan<char> Field(ReadOnlySpan<char> query, ReadOnlySpan<char> name, bool rest)
    {
        while (!query.IsEmpty)
        {
            var next = query.IndexOf('&');
            var part = next < 0 ? query : query[..next];
            if (part.StartsWith("amp;", StringComparison.OrdinalIgnoreCase)) part = part[4..];
            if (part.Length > name.Length && part[name.Length] == '=' && part.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                var value = part[(name.Length + 1)..];
                if (rest && next >= 0 && value.StartsWith("http", StringComparison.OrdinalIgnoreCase) && value.Contains("://", StringComparison.Ordinal))
                    return query[(query.IndexOf('=') + 1)..];
                // Behind an unencoded fragment sign stands the wrapper's own fragment, which is none of the target's.
                return value.IndexOf('#') is > 0 and var hash && next < 0 ? value[..hash] : value;
            }
            if (next < 0) break;
            query = query[(next + 1)..];
        }
        return default;
    }

    /// <summary>Percent-decoded once, or twice where it was encoded twice; null where no web address comes out.</summary>
    public static string? Plain(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty) return null;
        var text = value.Contains('%') ? Uri.UnescapeDataString(value) : value.ToString();
        if (text.StartsWith("http%3", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https%3", StringComparison.OrdinalIgnoreCase)) text = Uri.UnescapeDataString(text);
        text = Repair(text);
        return IsTarget(text) ? text : null;
    }

    /// <summary>Standard or URL-safe base64 of a URL, with or without padding.</summary>
    public static string? FromBase64(ReadOnlySpan<char> value, string prefix = "")
    {
        var text = value.Contains('%') ? Uri.UnescapeDataString(value) : value.ToString();
        if (!text.StartsWith(prefix, StringComparison.Ordinal)) return null;
        text = DecodeBase64(text.AsSpan(prefix.Length)) is { } bytes ? Encoding.UTF8.GetString(bytes) : "";
        return Plain(text);
    }

    /// <summary>Null where it is no base64 in either alphabet.</summary>
    public static byte[]? DecodeBase64(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd('=');
        if (text.IsEmpty || text.Length % 4 == 1) return null;
        var safe = text.ToString().Replace('+', '-').Replace('/', '_');
        return Base64Url.IsValid(safe) ? Base64Url.DecodeFromChars(safe) : null;
    }

    /// <summary>Whether it is something to go on with: an http or https address with a host.</summary>
    public static bool IsTarget(ReadOnlySpan<char> text)
    {
        var rest = text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? text[8..]
            : text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? text[7..] : default;
        return rest.Length > 1 && rest[0] is not ('/' or '?' or '#' or ' ' or '.') && rest.IndexOfAny('.', ':', '[') > -1;
    }

    /// <summary>Undoes HTML escapes, a lost second slash, a missing scheme.</summary>
    public static string Repair(string text)
    {
        text = text.Trim();
        if (text.Contains("&amp;", StringComparison.OrdinalIgnoreCase)) text = WebUtility.HtmlDecode(text);
        if (text.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return "http://" + text;
        if (text.StartsWith("//", StringComparison.Ordinal)) return "https:" + text;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon is 4 or 5 && text.Length > colon + 2 && text[colon + 1] == '/' && text[colon + 2] != '/' && text.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            ? string.Concat(text.AsSpan(0, colon + 1), "/", text.AsSpan(colon + 1))
            : text;
    }
}
