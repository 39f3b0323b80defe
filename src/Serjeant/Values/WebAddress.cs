using System.Buffers;
using System.Collections.Immutable;

namespace Serjeant.Values;

/// <summary>One field of a URL's query (or of a path's <c>;name=value</c>), percent-decoded once; the name is empty for a bare value.</summary>
public readonly record struct UrlField(string Name, string Value);

/// <summary>
/// A URL (RFC 3986, read as forgivingly as browsers do) split into its parts. Made by <see cref="Parse"/> from any text: what is
/// no URL has an empty scheme. Nothing is ever fetched.
/// </summary>
public sealed record WebAddress
{
    private const int MaximumFields = 64;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>Browsers drop these wherever they stand in a URL (WHATWG URL 4.4), so senders put them into words that are looked for.</summary>
    private static readonly SearchValues<char> Dropped = SearchValues.Create("\t\r\n");

    /// <summary>As it stood, without white space and control characters at its ends; bounded by the caller.</summary>
    public required string Text { get; init; }

    /// <summary>Lower case: http, https, mailto, data, file, cid, javascript ... ; "unc" for \\host\share; empty where none.</summary>
    public required string Scheme { get; init; }

    /// <summary>What stands before @ in the authority; empty where nothing. Used to pass off one host as another.</summary>
    public string UserInfo { get; init; } = "";

    /// <summary>The host; empty where there is none or it is no name.</summary>
    public DomainName Host { get; init; }

    public int Port { get; init; }

    /// <summary>With its leading slash, every backslash as a slash; still percent-encoded.</summary>
    public string Path { get; init; } = "";

    /// <summary>Without the question mark; still percent-encoded.</summary>
    public string Query { get; init; } = "";

    /// <summary>Without the number sign.</summary>
    public string Fragment { get; init; } = "";

    /// <summary>Whether following it leaves this machine.</summary>
    public bool IsRemote => (Scheme is "http" or "https" or "ftp" or "unc" or "file" or "ws" or "wss") && (HostIsAddress || !Host.IsEmpty);

    /// <summary>Whether the host is written as an address: dotted, decimal, octal, hexadecimal or IPv6.</summary>
    public bool HostIsAddress { get; init; }

    /// <summary>The path's segments, percent-decoded, empty ones left out; at most 64.</summary>
    public ImmutableArray<string> Segments
    {
        get
        {
            var segments = ImmutableArray.CreateBuilder<string>();
            foreach (var range in Path.AsSpan().Split('/'))
            {
                var part = Path.AsSpan()[range];
                if (part.IsEmpty) continue;
                if (segments.Count == MaximumFields) break;
                segments.Add(Decode(part));
            }
            return segments.ToImmutable();
        }
    }

    /// <summary>
    /// The query's fields in order, percent-decoded, a plus read as a space as forms write it; at most 64. Standard base64 that a
    /// sender did not encode has spaces where its pluses were.
    /// </summary>
    public ImmutableArray<UrlField> Fields
    {
        get
        {
            if (Query.Length == 0) return [];
            var fields = ImmutableArray.CreateBuilder<UrlField>();
            foreach (var range in Query.AsSpan().SplitAny('&', ';'))
            {
                var part = Query.AsSpan()[range];
                if (part.IsEmpty) continue;
                if (fields.Count == MaximumFields) break;
                var equals = part.IndexOf('=');
                fields.Add(equals < 0 ? new("", DecodeField(part)) : new(DecodeField(part[..equals]), DecodeField(part[(equals + 1)..])));
            }
            return fields.ToImmutable();
        }
    }

    /// <summary>Splits any text; never fails.</summary>
    public static WebAddress Parse(string text)
    {
        text = Trimmed(text);
        var read = text.AsSpan().ContainsAny(Dropped) ? text.Replace("\t", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal) : text;
        if (read.StartsWith(@"\\", StringComparison.Ordinal)) return ParseAuthority(text, "unc", read.AsSpan(2), @"\/");
        var colon = SchemeLength(read);
        if (colon == 0)
            return read.StartsWith("//", StringComparison.Ordinal)
                ? ParseAuthority(text, "https", read.AsSpan(LeadingSlashes(read)), @"/?#\") // taken with the scheme of the page; mail has none
                : new() { Text = text, Scheme = "", Path = text };
        var scheme = KnownScheme(read.AsSpan(0, colon));
        var rest = read.AsSpan(colon + 1);
        if (scheme is "http" or "https" or "ftp" or "file" or "ws" or "wss")
        {
            // Browsers take any number of slashes of either kind here, and attackers use it.
            var skipped = LeadingSlashes(rest);
            // file:///path is on this machine; file://host and file:////host are on another (RFC 8089, appendix E.3).
            if (scheme == "file" && skipped is 1 or 3) skipped--;
            if (scheme == "file" && rest.IndexOfAny('/', '\\') != 0) return new() { Text = text, Scheme = scheme, Path = rest.ToString() };
            return ParseAuthority(text, scheme, rest[skipped..], @"/?#\");
        }
        return new() { Text = text, Scheme = scheme, Path = rest.ToString() };
    }

    public bool Equals(WebAddress? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;

    private static int LeadingSlashes(ReadOnlySpan<char> rest)
    {
        var count = 0;
        while (count < rest.Length && rest[count] is '/' or '\\') count++;
        return count;
    }

    private static int SchemeLength(string text)
    {
        for (var i = 0; i < text.Length && i < 32; i++)
        {
            var c = text[i];
            if (c == ':') return i;
            if (!(char.IsAsciiLetter(c) || (i > 0 && (char.IsAsciiDigit(c) || c is '+' or '-' or '.')))) return 0;
        }
        return 0;
    }

    private static string KnownScheme(ReadOnlySpan<char> scheme)
    {
        if (scheme.Equals("https", StringComparison.OrdinalIgnoreCase)) return "https";
        if (scheme.Equals("http", StringComparison.OrdinalIgnoreCase)) return "http";
        if (scheme.Equals("mailto", StringComparison.OrdinalIgnoreCase)) return "mailto";
        return scheme.ToString().ToLowerInvariant();
    }

    private static WebAddress ParseAuthority(string text, string scheme, ReadOnlySpan<char> rest, ReadOnlySpan<char> ends)
    {
        var end = rest.IndexOfAny(ends);
        var authority = end < 0 ? rest : rest[..end];
        var tail = end < 0 ? default : rest[end..];
        var userInfo = "";
        if (authority.LastIndexOf('@') is >= 0 and var at)
        {
            userInfo = authority[..at].ToString();
            authority = authority[(at + 1)..];
        }
        var port = 0;
        var bracket = authority.StartsWith("[");
        var colon = bracket ? authority.IndexOf("]:") + 1 : authority.LastIndexOf(':');
        if (colon > 0)
        {
            if (!int.TryParse(authority[(colon + 1)..], System.Globalization.NumberStyles.None, null, out port) || port > ushort.MaxValue) port = 0;
            authority = authority[..colon];
        }
        _ = DomainName.TryParse(authority.Contains('%') ? Decode(authority) : authority, out var host);
        var fragment = tail.IndexOf('#');
        var fragmentText = fragment < 0 ? "" : tail[(fragment + 1)..].ToString();
        if (fragment >= 0) tail = tail[..fragment];
        var query = tail.IndexOf('?');
        var path = (query < 0 ? tail : tail[..query]).ToString();
        return new()
        {
            Text = text,
            Scheme = scheme,
            UserInfo = userInfo,
            Host = host,
            Port = port,
            HostIsAddress = bracket || IsAddress(host.Name),
            Path = path.Contains('\\', StringComparison.Ordinal) ? path.Replace('\\', '/') : path,
            Query = query < 0 ? "" : tail[(query + 1)..].ToString(),
            Fragment = fragmentText,
        };
    }

    /// <summary>Browsers take a host whose last label is a number (also 0x...) for an address (WHATWG URL, "ends in a number").</summary>
    private static bool IsAddress(string host)
    {
        var last = host.AsSpan(host.LastIndexOf('.') + 1);
        if (last.IsEmpty) return false;
        if (last.StartsWith("0x")) return last[2..].IndexOfAnyExcept(HexDigits) < 0;
        return last.IndexOfAnyExceptInRange('0', '9') < 0;
    }

    /// <summary>Without white space and control characters at either end.</summary>
    private static string Trimmed(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && (text[start] <= ' ' || char.IsWhiteSpace(text[start]))) start++;
        while (end > start && (text[end - 1] <= ' ' || char.IsWhiteSpace(text[end - 1]))) end--;
        return text[start..end];
    }

    private static string DecodeField(ReadOnlySpan<char> text) =>
        text.Contains('+') ? Decode(text.ToString().Replace('+', ' ')) : Decode(text);

    private static string Decode(ReadOnlySpan<char> text) => text.Contains('%') ? Uri.UnescapeDataString(text) : text.ToString();
}
