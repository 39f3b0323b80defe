using Serjeant.Values;

namespace Serjeant.Facts.Route;

/// <summary>Whether what a host called itself can be true, given what the receiving host saw of it.</summary>
internal static class HeloCheck
{
    private static readonly Lazy<(HashSet<string> Names, HashSet<string> Hosts)> Providers = new(ReadProviders);

    public static bool Contradicts(Hop hop, HandOver own)
    {
        if (hop.Helo.Length == 0 || hop.Submitted || hop.Protocol == "LMTP" || hop.Address is null || NetworkAddress.IsInternal(hop.Address)) return false;
        if (HandOver.IsMicrosoft(hop.Helo) && NetworkAddress.IsMicrosoftInternal(hop.Address)) return false;
        if (NetworkAddress.TryRead(hop.Helo, out var claimed)) return hop.Helo[0] != '[' || !hop.Address.Equals(claimed);
        if (HandOver.IsLocal(hop.Helo)) return true;
        var noReverse = hop.ReverseName.Length == 0;
        if (own.IsOwn(hop.Helo))
            return noReverse ? hop.Helo == hop.By : !own.IsOwn(hop.ReverseName) && !HandOver.IsLocal(hop.ReverseName);
        if (noReverse || !DomainName.TryParse(hop.Helo, out var helo)) return false;
        var (names, hosts) = Providers.Value;
        return IsOneOf(names, helo) && DomainName.TryParse(hop.ReverseName, out var reverse)
            && helo.Registrable != reverse.Registrable && !IsOneOf(hosts, reverse);
    }

    private static bool IsOneOf(HashSet<string> domains, DomainName host)
    {
        var lookup = domains.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var name = host.Name.AsSpan(); ; name = name[(name.IndexOf('.') + 1)..])
        {
            if (lookup.Contains(name)) return true;
            if (name.IndexOf('.') < 0) return false;
        }
    }

    private static (HashSet<string> Names, HashSet<string> Hosts) ReadProviders()
    {
        HashSet<string> names = new(StringComparer.Ordinal), hosts = new(StringComparer.Ordinal);
        foreach (var line in ShippedData.ReadLines("domains/mail-providers.txt"))
        {
            if (line.StartsWith("name: ", StringComparison.Ordinal)) names.Add(line[6..]);
            else if (line.StartsWith("host: ", StringComparison.Ordinal)) hosts.Add(line[6..]);
        }
        return (names, hosts);
    }
}
