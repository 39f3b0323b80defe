using System.Buffers;
using System.Net;
using Serjeant.Campaigns;
using Serjeant.Values;

namespace Serjeant.Hunts.Tips;

/// <summary>URLs, parts and patterns of them, as the index can answer them.</summary>
internal static class UrlText
{
    private const SelectorRole Linked = SelectorRole.Link | SelectorRole.Callback;

    private static readonly SearchValues<char> Schemes = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ+*");

    // Of its own words, what makes the form of a path somebody's: "/index.php" is everybody's.
    private const int TellingWords = 2, TellingLetters = 10;

    /// <param name="text">With or without a scheme; may hold wildcards.</param>
    public static Asked Read(string text)
    {
        var address = WebAddress.Parse(HasScheme(text) ? text : "https://" + text);
        if (Wildcard.IsIn(text)) return Pattern(text);
        if (address.Scheme is not ("http" or "https" or "ftp")) return Asked.No($"a URL of the scheme \"{Asked.Bound(address.Scheme)}\" is no link in a mail");
        if (address.Host.IsEmpty) return Asked.No(address.HostIsAddress ? "a URL on an IPv6 address: the index tells such links by their path only" : "a URL without a host");
        if (address.Path is "" or "/" && address.Query.Length == 0) return Place(address).In(Linked);
        if (!address.HostIsAddress && !address.Host.Name.Contains('.', StringComparison.Ordinal)) return Asked.No("a host of one label is no host on the internet");
        // Without a query it may have been seen with one.
        return (address.Query.Length == 0 ? Asked.For(Selector.Url(address), Selector.UrlPath(address)) : Asked.For(Selector.Url(address))).In(Linked);
    }

    /// <summary>A path with no host, which the index has in the form of URLs only.</summary>
    public static Asked Path(string text)
    {
        if (Wildcard.IsIn(text)) return Asked.No("a pattern of a path wants a host before it: a bare one fits anybody's");
        var shape = Selector.UrlShape(WebAddress.Parse("https://host.example" + text));
        return IsTelling(shape.Value)
            ? Asked.For(shape).In(Linked).AndWider()
            : Asked.No("a path without a host: the index knows its form only, and this form fits anybody's URLs");
    }

    /// <summary>All letters of a form that are its own: words that stand in it as they are.</summary>
    public static bool IsTelling(string shape)
    {
        var (words, letters) = (0, 0);
        foreach (var range in shape.AsSpan().SplitAny('/', '?', '&', '=', '-', '.'))
        {
            var part = shape.AsSpan()[range];
            if (part.Length < 4 || part.IndexOfAnyExceptInRange('a', 'z') >= 0 || part.SequenceEqual("index") || part.SequenceEqual("images")) continue;
            words++;
            letters += part.Length;
        }
        return words >= TellingWords && letters >= TellingLetters;
    }

    private static Asked Place(WebAddress address)
    {
        if (address.HostIsAddress) return IPAddress.TryParse(address.Host.Name, out var ip) ? AddressRange.Single(ip) : Asked.No("an address written as a number");
        return HostText.Read(address.Host.Name);
    }

    /// <summary>A host or a pattern of hosts, and the form of what stands behind it.</summary>
    private static Asked Pattern(string text)
    {
        var start = text.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0;
        // "*evil.example/x": whatever the scheme.
        while (start < text.Length && start > 0 && text[start] == '/') start++;
        var end = text.AsSpan(start).IndexOfAny('/', '?', '#') is >= 0 and var found ? start + found : text.Length;
        var host = text[start..end];
        if (host.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon) host = host[..colon];
        var tail = text[end..];
        var place = IPAddress.TryParse(host, out var ip) ? AddressRange.Single(ip) : HostText.Read(host);
        if (place.Reason is not null) return place;
        if (tail.Trim('/', Wildcard.Run).Length == 0) return place.In(Linked);
        return Form(tail) is { } form ? place with { All = [.. place.All, form], Roles = Linked, Wider = true } : place.In(Linked).AndWider();
    }

    /// <summary>The form of a path with wildcards; null where nothing of it is left but the wildcards.</summary>
    private static Wildcard? Form(string tail)
    {
        var query = tail.IndexOf('?', StringComparison.Ordinal);
        var path = query < 0 ? tail : tail[..query];
        var shape = new System.Text.StringBuilder();
        foreach (var segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries).Take(12))
        {
            shape.Append('/').Append(Wildcard.IsIn(segment) ? Extension(segment) : UrlShape.Of(WebAddress.Parse($"https://host.example/{segment}")).Text.AsSpan(1));
        }
        if (path.EndsWith(Wildcard.Run) || query >= 0 && Wildcard.IsIn(tail[query..])) shape.Append(Wildcard.Run);
        else if (query >= 0) shape.Append(UrlShape.Of(WebAddress.Parse($"https://host.example/{tail[query..]}")).Text.AsSpan(1));
        var text = shape.ToString();
        return text.Trim('/', Wildcard.Run).Length == 0 ? null : new(SelectorKind.UrlShape, text.Replace("**", "*", StringComparison.Ordinal));
    }

    /// <summary>A part of a segment says nothing of the form of the whole, but its ending does.</summary>
    private static string Extension(string segment)
    {
        var dot = segment.LastIndexOf('.');
        return dot >= 0 && segment.Length - dot is >= 3 and <= 6 && !Wildcard.IsIn(segment[dot..]) && char.IsAsciiLetter(segment[^1]) ? Wildcard.Run + segment[dot..].ToLowerInvariant() : "*";
    }

    private static bool HasScheme(string text) => text.IndexOf("://", StringComparison.Ordinal) is > 0 and < 16 and var at && text.AsSpan(0, at).IndexOfAnyExcept(Schemes) < 0;
}
