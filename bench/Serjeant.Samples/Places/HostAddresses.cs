namespace Serjeant.Samples.Places;

/// <summary>
/// One documentation address for one host (RFC 5737, RFC 3849). No two hosts share one by accident, since a shared address
/// is what links messages; when the IPv4 ranges are full, hosts get IPv6.
/// </summary>
internal sealed class HostAddresses
{
    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);
    private int outside;
    private int ours;

    public string Of(string host)
    {
        if (known.TryGetValue(host, out var address))
            return address;
        if (host.EndsWith("." + People.Roster.OurDomain, StringComparison.Ordinal))
            address = $"192.0.2.{10 + ours++}";
        else if (outside < 400)
            address = outside < 200 ? $"198.51.100.{10 + outside++}" : $"203.0.113.{10 + outside++ - 200}";
        else
            address = $"2001:db8:{outside++:x}::25";
        return known[host] = address;
    }
}
