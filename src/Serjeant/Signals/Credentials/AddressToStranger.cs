using Serjeant.Facts;

namespace Serjeant.Signals.Credentials;

/// <summary>
/// A link to click hands the recipient's address to a host that has nothing to do with the sender, and no other link leads to him: pages that steal passwords greet their victim by
/// it, and sellers of addresses note who clicked. Newsletters do so to their own hosts.
/// </summary>
internal sealed class AddressToStranger : IDetector
{
    public string Code => "credentials.address-to-stranger";

    public string? Detect(MessageFacts facts, House house)
    {
        if (facts.Bulk.IsReaction || facts.Bulk.DiscussionList || facts.Thread.Claimed) return null;
        foreach (var link in facts.Links)
            if (link.Fires == LinkFire.Clicking && link.Address.IsRemote && Kinship.IsKin(facts, house, link.Address.Host)) return null;
        var recipients = facts.Recipients.All;
        for (var i = 0; i < recipients.Length && i < 3; i++)
        {
            var key = recipients[i].Key;
            string? base64 = null;
            foreach (var link in facts.Links)
            {
                if (link.Fires != LinkFire.Clicking || !link.Address.IsRemote || link.Address.Text.Length < link.Address.Host.Name.Length + 12) continue;
                // What everybody uses accuses nobody; a place where anybody can put a page is another matter.
                if (house.WarningLists.IsPopular(link.Address.Host) && !house.WarningLists.IsSharedHosting(link.Address.Host)) continue;
                base64 ??= Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(key))[..^4];
                if (Holds(link.Address.Text, key) || link.Address.Text.Contains(base64, StringComparison.Ordinal)) return Evidence.Of(link);
            }
        }
        return null;

        static bool Holds(string url, string key) =>
            url.Contains(key, StringComparison.OrdinalIgnoreCase)
            || (url.Contains("%40", StringComparison.Ordinal) && url.Replace("%40", "@", StringComparison.Ordinal).Contains(key, StringComparison.OrdinalIgnoreCase));
    }
}
