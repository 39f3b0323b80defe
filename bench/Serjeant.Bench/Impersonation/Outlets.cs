using System.Collections.Immutable;
using Serjeant.Registers;
using Serjeant.Values;

namespace Serjeant.Bench.Impersonation;

/// <summary>News outlets that a parliament's roster would hold, with the domains they write from, as their own pages give them.</summary>
internal static class Outlets
{
    public static ImmutableArray<Organisation> All { get; } =
    [
        Outlet("BBC News", "bbc.co.uk", "bbc.com"), Outlet("Reuters", "reuters.com", "thomsonreuters.com"), Outlet("The Guardian", "theguardian.com", "guardian.co.uk"),
        Outlet("Financial Times", "ft.com"), Outlet("Le Monde", "lemonde.fr"), Outlet("Der Spiegel", "spiegel.de"), Outlet("The New York Times", "nytimes.com"),
        Outlet("El País", "elpais.com", "elpais.es"), Outlet("La Repubblica", "repubblica.it"), Outlet("Dagens Nyheter", "dn.se"), Outlet("Aftenposten", "aftenposten.no"),
        Outlet("The Washington Post", "washpost.com", "washingtonpost.com"), Outlet("Associated Press", "ap.org", "apnews.com"), Outlet("Haaretz", "haaretz.co.il", "haaretz.com"),
    ];

    private static Organisation Outlet(string name, params string[] domains) => new(name, [], [.. domains.Select(Domain)], Ours: false);

    public static DomainName Domain(string name) =>
        DomainName.TryParse(name, out var domain) ? domain : throw new FormatException($"{name} is no domain.");
}
