using Serjeant.Facts;

namespace Serjeant.Signals.Credentials;

/// <summary>
/// A link to a foreign page carries a long mixed token behind the number sign. No server sees that part; it is for script on a page put up on
/// somebody's storage, which passes the visitor on to where the token says.
/// </summary>
internal sealed class OpaqueFragment : IDetector
{
    public string Code => "credentials.opaque-fragment";

    public string? Detect(MessageFacts facts, House house)
    {
        if (facts.Bulk.DiscussionList || facts.Thread.Claimed || facts.Bulk.IsReaction) return null;
        foreach (var link in facts.Links)
        {
            if (link.Fires != LinkFire.Clicking || link.Address.Fragment.Length < 12 || Kinship.IsKin(facts, house, link.Address.Host)) continue;
            if (Form.Randomness.IsToken(link.Address.Fragment)) return Evidence.Of(link);
        }
        return null;
    }
}
