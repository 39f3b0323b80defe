using System.Collections.Immutable;
using Serjeant.Values;

namespace Serjeant.Facts.Route;

/// <summary>
/// Finds where an outside host handed the message to our side. The topmost field is ours, because our last server wrote it;
/// from there down, trust goes on only as long as a host that is ours says that it took the message from one that is ours
/// too. A name that a stranger gives himself never carries trust: it takes an address or a name that the receiving host looked up.
/// </summary>
internal sealed class HandOver
{
    private readonly List<DomainName> _own;
    private bool _microsoft;

    /// <param name="own">Domains known to be ours.</param>
    public HandOver(IReadOnlyList<DomainName> own) => _own = [.. own];

    /// <summary>Whether a host (lower case) is ours, as far as the chain has shown; complete after <see cref="Find"/>.</summary>
    public bool IsOwn(string host)
    {
        foreach (var own in _own)
            if (IsWithin(host, own.Name)) return true;
        return false;
    }

    /// <returns>Index of the hop; -1 where the message never came from outside, or nothing tells.</returns>
    public int Find(ImmutableArray<Hop> hops)
    {
        if (hops.IsEmpty) return -1;
        foreach (var hop in hops)
        {
            // The topmost host that gives a name is ours; hosts of large providers give bare internal addresses above it.
            if (!NamesOrganisation(hop.By)) continue;
            Learn(hop.By);
            break;
        }
        var sameProvider = -1;
        var byOurs = true;
        for (var i = 0; i < hops.Length; i++)
        {
            var hop = hops[i];
            if (!byOurs && !IsReceiverOurs(hop)) return i - 1;
            if (hop.Protocol is "POP3" or "IMAP" or "POP3S" or "IMAPS") // fetched from our own mailbox elsewhere
            {
                Learn(hop.ReverseName.Length > 0 ? hop.ReverseName : hop.Helo);
                byOurs = false;
                continue;
            }
            var sender = Judge(hop);
            if (sender == Origin.Outside) return i;
            if (sender == Origin.SameProvider && sameProvider < 0) sameProvider = i;
            byOurs = sender == Origin.SameHost;
            if (byOurs && i + 1 < hops.Length) Learn(hops[i + 1].By);
        }
        // Mail between two customers of one provider: its hosts are all alike, and the first that came by the open net hands over.
        return sameProvider;
    }

    private enum Origin { Outside, SameProvider, Inside, SameHost }

    private Origin Judge(Hop hop)
    {
        if (hop.Address is null && hop.Helo.Length == 0 && hop.ReverseName.Length == 0) return Origin.Inside; // a step within one host
        if (hop.Helo.EndsWith(".outbound.protection.outlook.com", StringComparison.Ordinal)) return Origin.Outside; // another tenant
        if (hop.Submitted && hop.Protocol is not "MAPI" and not "LOCAL" && !IsMicrosoft(hop.Helo)) return Origin.Outside;
        if (hop.Address is null && hop.Helo.Contains('@', StringComparison.Ordinal)) return Origin.Inside; // a filter on the same host noting the envelope sender
        if (hop.Address is null) return hop.Helo == "localhost" ? Origin.SameHost : IsOwn(hop.Helo) || !hop.Helo.Contains('.', StringComparison.Ordinal) ? Origin.Inside : Origin.Outside;
        if (NetworkAddress.IsLoopback(hop.Address)) return Origin.SameHost;
        if (NetworkAddress.IsInternal(hop.Address)) return Origin.Inside;
        if (IsMicrosoft(hop.By) && IsMicrosoft(hop.Helo) && NetworkAddress.IsMicrosoftInternal(hop.Address)) return Origin.Inside;
        return hop.ReverseName.Length > 0 && IsOwn(hop.ReverseName) ? Origin.SameProvider : Origin.Outside;
    }

    private bool IsReceiverOurs(Hop hop)
    {
        if (hop.By.Length == 0 || IsLocal(hop.By)) return true;
        if (NetworkAddress.TryRead(hop.By, out var address)) return NetworkAddress.IsInternal(address!);
        return IsOwn(hop.By) || _microsoft && IsMicrosoft(hop.By);
    }

    private void Learn(string host)
    {
        if (IsOwn(host) || !NamesOrganisation(host) || !DomainName.TryParse(host, out var name)) return;
        var registrable = name.Registrable;
        _own.Add(registrable);
        _microsoft |= IsMicrosoft(registrable.Name);
    }

    private static bool NamesOrganisation(string host) => host.Length > 0 && !IsLocal(host) && !NetworkAddress.Is(host);

    /// <summary>A name that means something only inside one network: one label, or a top-level domain never delegated.</summary>
    public static bool IsLocal(string host)
    {
        var dot = host.LastIndexOf('.');
        return dot < 0 ? !host.Contains(':', StringComparison.Ordinal)
            : host.AsSpan(dot + 1) is "local" or "localdomain" or "lan" or "internal" or "intra" or "intern" or "corp" or "home" or "arpa" or "localhost" or "priv" or "private";
    }

    internal static bool IsMicrosoft(string host) =>
        IsWithin(host, "outlook.com") || IsWithin(host, "office365.com") || IsWithin(host, "exchangelabs.com") || IsWithin(host, "hotmail.com");

    private static bool IsWithin(string host, string domain) =>
        domain.Length > 0 && host.EndsWith(domain, StringComparison.Ordinal) && (host.Length == domain.Length || host[^(domain.Length + 1)] == '.');
}
