using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;
using Serjeant.Values;

namespace Serjeant.Facts.Unwrapping;

/// <summary>
/// Undoes what mail gateways and redirecting services wrap around a URL, from the URL alone: nothing is asked of anybody. Where a
/// service keeps the target to itself (most Mimecast and Cisco links, shorteners, notifications.google.com/g/p) the URL stays as it is.
/// </summary>
internal sealed class LinkUnwrapper
{
    /// <summary>Wrappers within wrappers: mail that crossed three gateways has three.</summary>
    private const int MaximumLayers = 8;

    private static readonly FrozenDictionary<string, Redirector[]> Table = Load();

    private readonly FrozenDictionary<string, Redirector[]>.AlternateLookup<ReadOnlySpan<char>> _byHost = Table.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> HostEnds = SearchValues.Create("/?#\\:");

    /// <summary>Never fails: a URL that is not wrapped, or wrapped in a way that does not hold together, comes back as it was.</summary>
    /// <returns>The target, and the names of the wrappers undone, the outermost first; null where there was none.</returns>
    public (string Url, string? Wrapper) Unwrap(string url)
    {
        string? wrapper = null;
        for (var layer = 0; layer < MaximumLayers; layer++)
        {
            var (inner, name) = One(url);
            // Every wrapping makes a URL longer, so undoing one that does not shorten it is a trick, and shortening must end.
            if (name is null || inner.Length >= url.Length || !WrappedUrl.IsTarget(inner)) break;
            url = inner;
            wrapper = wrapper is null ? name : wrapper.EndsWith(name, StringComparison.Ordinal) ? wrapper : wrapper + ", " + name;
        }
        return (url, wrapper);
    }

    private (string, string?) One(string url)
    {
        var text = url.AsSpan();
        var start = text.IndexOf("//");
        if (start is < 0 or > 8) return (url, null);
        var host = text[(start + 2)..];
        var end = host.IndexOfAny(HostEnds);
        var tail = end < 0 ? default : host[end..];
        if (end >= 0) host = host[..end];
        if (tail.StartsWith(":")) tail = tail[(tail.IndexOfAny('/', '?') is >= 0 and var path ? path : tail.Length)..];
        // All names known here are found by their last two labels or more.
        for (var name = host; name.Contains('.'); name = name[(name.IndexOf('.') + 1)..])
        {
            if (_byHost.TryGetValue(name, out var redirectors))
                foreach (var redirector in redirectors)
                    if (WrappedUrl.Target(tail, redirector) is { } target) return (target, redirector.Name);
            if (GatewayUrl.Target(name, host, tail) is { } gateway) return gateway;
        }
        return (url, null);
    }

    private static FrozenDictionary<string, Redirector[]> Load()
    {
        using var stream = ShippedData.Open("links/redirectors.json");
        var file = JsonSerializer.Deserialize(stream, RedirectorJson.Default.RedirectorFile)!;
        var table = new Dictionary<string, List<Redirector>>(StringComparer.OrdinalIgnoreCase);
        foreach (var redirector in file.Redirectors)
            foreach (var host in redirector.Hosts)
            {
                if (!table.TryGetValue(host, out var list)) table[host] = list = [];
                list.Add(redirector);
            }
        return table.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.OrdinalIgnoreCase);
    }
}
