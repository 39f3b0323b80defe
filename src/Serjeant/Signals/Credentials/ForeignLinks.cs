using Serjeant.Facts;

namespace Serjeant.Signals.Credentials;

/// <summary>There are links, and none leads to the sender, to a mass-mail service, or to where everybody goes.</summary>
internal sealed class ForeignLinks : IDetector
{
    public string Code => "credentials.foreign-links";

    public string? Detect(MessageFacts facts, House house)
    {
        if (Kinship.IsRelayed(facts) || facts.Bulk.IsReaction || !facts.Content.HasHtml || house.WarningLists.IsFreemail(facts.Sender.Domain)) return null;
        var count = 0;
        foreach (var link in facts.Links)
        {
            if (link.Fires != LinkFire.Clicking || !link.Address.IsRemote) continue;
            if (Kinship.IsKin(facts, house, link.Address.Host)) return null;
            count++;
        }
        return count > 0 ? $"{count} links" : null;
    }
}
