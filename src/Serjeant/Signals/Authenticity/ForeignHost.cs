using Serjeant.Facts;
using Serjeant.Values;

namespace Serjeant.Signals.Authenticity;

/// <summary>The host that handed it over has nothing to do with the sender or any known service.</summary>
internal sealed class ForeignHost : IDetector
{
    public string Code => "authenticity.foreign-host";

    public string? Detect(MessageFacts facts, House house)
    {
        if (Kinship.IsRelayed(facts) || facts.Bulk.IsReaction || !DomainName.TryParse(facts.Route.OriginHost, out var host) || facts.Sender.Domain.IsEmpty) return null;
        return host.Name.Contains('.', StringComparison.Ordinal) && !house.WarningLists.IsPopular(host) && !Kinship.IsShown(facts, host) && !Kinship.IsOfService(house, host) ? Evidence.Cut(host.Name) : null;
    }
}
