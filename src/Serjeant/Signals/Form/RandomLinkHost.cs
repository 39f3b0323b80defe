using Serjeant.Facts;

namespace Serjeant.Signals.Form;

/// <summary>A link's host has a label of random letters and digits, and is not the sender's.</summary>
internal sealed class RandomLinkHost : IDetector
{
    public string Code => "form.random-link-host";

    public string? Detect(MessageFacts facts, House house)
    {
        if (facts.Bulk.DiscussionList || facts.Thread.Claimed || facts.Bulk.IsReaction) return null;
        foreach (var link in facts.Links)
        {
            if (link.Fires != LinkFire.Clicking || link.Address.Host.IsEmpty || link.Address.HostIsAddress || Kinship.IsExplained(facts, house, link.Address.Host)) continue;
            foreach (var label in link.Address.Host.Name.Split('.'))
                if (Randomness.IsRandom(label)) return Evidence.Of(link);
        }
        return null;
    }
}
