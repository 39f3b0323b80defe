using Serjeant.Facts;

namespace Serjeant.Signals.Authenticity;

/// <summary>Handed over by a host with a rented machine's name, made from its address.</summary>
internal sealed class GenericHost : IDetector
{
    public string Code => "authenticity.generic-host";

    public string? Detect(MessageFacts facts, House house)
    {
        var host = facts.Route.OriginHost;
        if (host.Length == 0 || facts.Route.OriginAddress is null || Kinship.IsRelayed(facts)) return null;
        var digits = 0;
        foreach (var c in host)
            if (char.IsAsciiDigit(c)) digits++;
        return digits >= 8 && (host.Contains('-', StringComparison.Ordinal) || host.AsSpan().Count('.') > 4) && !Kinship.IsOfService(house, Host(host)) && !house.WarningLists.IsPopular(Host(host)) ? Evidence.Cut(host) : null;

        static Serjeant.Values.DomainName Host(string name) => Serjeant.Values.DomainName.TryParse(name, out var parsed) ? parsed : default;
    }
}
