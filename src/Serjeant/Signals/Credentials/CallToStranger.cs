using Serjeant.Facts;

namespace Serjeant.Signals.Credentials;

/// <summary>
/// The text asks to sign in, confirm, claim or pay, and every link to click leads to hosts that have nothing to do with the sender. Either alone is
/// ordinary; a firm that asks for something sends its customers to itself.
/// </summary>
internal sealed class CallToStranger : IDetector
{
    public string Code => "credentials.call-to-stranger";

    public string? Detect(MessageFacts facts, House house)
    {
        if (Kinship.IsRelayed(facts) || facts.Bulk.IsReaction || facts.Thread.Claimed) return null;
        string? asks = null;
        foreach (var hit in facts.Content.Themes)
            if (hit.Theme is "signin" or "account" or "prize" or "points" or "parcel" or "payment" or "crypto") asks = hit.First;
        if (asks is null) return null;
        var count = 0;
        foreach (var link in facts.Links)
        {
            if (link.Fires != LinkFire.Clicking || !link.Address.IsRemote) continue;
            if (Kinship.IsKin(facts, house, link.Address.Host)) return null;
            count++;
        }
        return count > 0 ? $"\u201c{asks}\u201d" : null;
    }
}
