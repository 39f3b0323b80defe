using Serjeant.Facts;

namespace Serjeant.Signals.Credentials;

/// <summary>
/// The links lead to a foreign host without encryption, in years when browsers warn of that: pages that somebody keeps have a certificate, pages that
/// live for a day or on a hacked host often have none.
/// </summary>
internal sealed class PlainHttp : IDetector
{
    public string Code => "credentials.plain-http";

    public string? Detect(MessageFacts facts, House house)
    {
        if (!Practice.IsModern(facts) || facts.Bulk.DiscussionList || facts.Thread.Claimed || facts.Bulk.IsReaction || !facts.Content.HasHtml) return null;
        int plain = 0, all = 0;
        Link? first = null;
        foreach (var link in facts.Links)
        {
            if (link.Fires != LinkFire.Clicking || !link.Address.IsRemote) continue;
            all++;
            if (link.Address.Scheme != "http" || Kinship.IsKin(facts, house, link.Address.Host)) continue;
            plain++;
            first ??= link;
        }
        return first is not null && plain * 2 >= all ? Evidence.Of(first) : null;
    }
}
