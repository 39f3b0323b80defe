using Serjeant.Facts;
using Serjeant.Values;

namespace Serjeant.Signals.Credentials;

/// <summary>The same foreign address stands behind three links or more and behind no other: whatever the reader clicks on, he goes there.</summary>
internal sealed class OneLinkEverywhere : IDetector
{
    public string Code => "credentials.one-link-everywhere";

    public string? Detect(MessageFacts facts, House house)
    {
        if (facts.Bulk.IsReaction || !facts.Content.HasHtml) return null;
        WebAddress? only = null;
        var count = 0;
        foreach (var link in facts.Links)
        {
            if (link.Fires != LinkFire.Clicking || !link.Address.IsRemote) continue;
            if (only is not null && (only.Host != link.Address.Host || only.Path != link.Address.Path)) return null;
            only = link.Address;
            count++;
        }
        return count >= 3 && !Kinship.IsKin(facts, house, only!.Host) ? $"{count} to {only.Host}" : null;
    }
}
