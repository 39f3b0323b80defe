using Serjeant.Values;

namespace Serjeant.Facts.Route;

/// <summary>Whether what a host called itself can be true, given what the receiving host saw of it.</summary>
internal static class HeloCheck
{
    /// <summary>
    /// Providers that everybody knows, whose hosts all carry the provider's name in reverse look-ups. Their names are what
    /// senders of junk borrow; of anybody else a foreign reverse name says only that he rents his machine.
    /// </summary>
    private static readonly string[] Providers =
    [
        "gmail.com", "google.com", "googlemail.com", "yahoo.com", "hotmail.com", "outlook.com", "live.com", "msn.com", "aol.com",
        "icloud.com", "gmx.net", "gmx.de", "web.de", "mail.ru", "yandex.ru", "qq.com", "163.com", "comcast.net", "paypal.com",
        "microsoft.com", "apple.com", "amazon.com", "facebook.com", "linkedin.com",
    ];

    /// <summary>Their hosts' other names.</summary>
    private static readonly string[] ProviderHosts =
    [
        "google.com", "1e100.net", "yahoo.com", "yahoodns.net", "hotmail.com", "outlook.com", "msn.com", "aol.com", "gmx.net", "gmx.com",
        "web.de", "kundenserver.de", "ui-portal.de", "mail.ru", "yandex.net", "icloud.com", "me.com", "apple.com", "comcast.net", "facebook.com",
        "amazonses.com", "amazonaws.com", "amazon.com", "microsoft.com", "paypal.com", "linkedin.com", "qq.com", "163.com", "netease.com", "postini.com",
    ];

    public static bool Contradicts(Hop hop, HandOver own)
    {
        if (hop.Helo.Length == 0 || hop.Submitted || hop.Address is null || NetworkAddress.IsInternal(hop.Address)) return false;
        if (NetworkAddress.TryRead(hop.Helo, out var claimed)) return hop.Helo[0] != '[' || !hop.Address.Equals(claimed);
        if (HandOver.IsLocal(hop.Helo)) return true;
        var noReverse = hop.ReverseName.Length == 0;
        if (own.IsOwn(hop.Helo))
            return noReverse ? hop.Helo == hop.By : !own.IsOwn(hop.ReverseName);
        if (noReverse || !DomainName.TryParse(hop.Helo, out var helo)) return false;
        return IsOneOf(Providers, helo) && DomainName.TryParse(hop.ReverseName, out var reverse)
            && helo.Registrable != reverse.Registrable && !IsOneOf(ProviderHosts, reverse);
    }

    private static bool IsOneOf(string[] domains, DomainName host)
    {
        foreach (var domain in domains)
            if (host.Name.EndsWith(domain, StringComparison.Ordinal)
                && (host.Name.Length == domain.Length || host.Name[^(domain.Length + 1)] == '.')) return true;
        return false;
    }
}
