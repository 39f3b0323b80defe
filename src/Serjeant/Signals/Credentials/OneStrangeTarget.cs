using Serjeant.Facts;
using Serjeant.Values;

namespace Serjeant.Signals.Credentials;

/// <summary>All links lead to one host that has nothing to do with the sender. A private mailbox is kin to no site: <see cref="FreemailLinks"/> looks at those.</summary>
internal sealed class OneStrangeTarget : IDetector
{
    public string Code => "credentials.one-strange-target";

    public string? Detect(MessageFacts facts, House house)
    {
        if (facts.Bulk.IsReaction || !facts.Content.HasHtml || house.WarningLists.IsFreemail(facts.Sender.Domain)) return null;
        DomainName target = default;
        var count = 0;
        foreach (var link in facts.Links)
        {
            if (link.Fires != LinkFire.Clicking || !link.Address.IsRemote) continue;
            var host = link.Address.Host.Registrable;
            if (count++ > 0 && host != target) return null;
            target = host;
        }
        // A place that everybody knows is not strange, unless anybody can put a page there.
        if (house.WarningLists.IsPopular(target) && !house.WarningLists.IsSharedHosting(target) && !house.WarningLists.IsShortener(target)) return null;
        return count > 0 && !Kinship.IsKin(facts, house, target) ? $"{count} to {target}" : null;
    }
}
