using Serjeant.Facts;

namespace Serjeant.Signals.Credentials;

/// <summary>The main link leads to a place where anybody can put a page, and the sender is not of that place.</summary>
internal sealed class SharedHostingLink : IDetector
{
    public string Code => "credentials.shared-hosting";

    public string? Detect(MessageFacts facts, House house)
    {
        if (facts.Bulk.IsReaction) return null;
        int hosted = 0, all = 0;
        Link? first = null;
        foreach (var link in facts.Links)
        {
            if (link.Fires != LinkFire.Clicking || !link.Address.IsRemote) continue;
            all++;
            if (!house.WarningLists.IsSharedHosting(link.Address.Host) || Kinship.IsOfSender(facts, link.Address.Host)) continue;
            hosted++;
            first ??= link;
        }
        return first is not null && hosted * 2 >= all ? Evidence.Of(first) : null;
    }
}
