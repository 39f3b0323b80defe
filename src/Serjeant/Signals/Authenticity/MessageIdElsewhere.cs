using Serjeant.Facts;
using Serjeant.Values;

namespace Serjeant.Signals.Authenticity;

/// <summary>The Message-ID was made in a domain that has nothing to do with the sender, his software or his service.</summary>
internal sealed class MessageIdElsewhere : IDetector
{
    public string Code => "authenticity.message-id";

    public string? Detect(MessageFacts facts, House house)
    {
        if (facts.MessageId is not { } id || Kinship.IsRelayed(facts) || facts.Bulk.IsReaction) return null;
        if (!DomainName.TryParse(id.AsSpan(id.LastIndexOf('@') + 1), out var domain) || !domain.Name.Contains('.', StringComparison.Ordinal)) return null;
        if (house.WarningLists.IsPopular(domain) || Kinship.IsShown(facts, domain) || Kinship.IsOfService(house, domain)) return null;
        // The host that handed it over may well have made it.
        return DomainName.TryParse(facts.Route.OriginHost, out var origin) && origin.Registrable == domain.Registrable ? null : domain.Name;
    }
}
