using Serjeant.Facts;

namespace Serjeant.Signals.Credentials;

/// <summary>
/// A private mailbox sends HTML whose links all lead to one site that not everybody knows. People do that too, so it counts on its own account and
/// less than the same from a firm's address.
/// </summary>
internal sealed class FreemailLinks : IDetector
{
    public string Code => "credentials.freemail-links";

    public string? Detect(MessageFacts facts, House house)
    {
        if (Kinship.IsRelayed(facts) || facts.Bulk.IsReaction || facts.Thread.Claimed || !facts.Content.HasHtml || !house.WarningLists.IsFreemail(facts.Sender.Domain)) return null;
        Link? only = null;
        foreach (var link in facts.Links)
        {
            if (link.Fires != LinkFire.Clicking || !link.Address.IsRemote || house.WarningLists.IsPopular(link.Address.Host)) continue;
            if (only is not null && only.Address.Host.Registrable != link.Address.Host.Registrable) return null;
            only = link;
        }
        return only is null ? null : Evidence.Of(only);
    }
}
