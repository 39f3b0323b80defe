using Serjeant.Facts;

namespace Serjeant.Signals.Credentials;

/// <summary>
/// The links to a foreign host are made of one long mixed token each, and there is no page name to be read in them: the address of a tracker or
/// of a page that exists for one mailing. Links that people send each other name what they show.
/// </summary>
internal sealed class OpaqueLink : IDetector
{
    public string Code => "credentials.opaque-link";

    public string? Detect(MessageFacts facts, House house)
    {
        if (facts.Bulk.DiscussionList || facts.Thread.Claimed || facts.Bulk.IsReaction || !facts.Content.HasHtml) return null;
        int opaque = 0, all = 0;
        Link? first = null;
        foreach (var link in facts.Links)
        {
            if (link.Fires != LinkFire.Clicking || !link.Address.IsRemote) continue;
            all++;
            if (Kinship.IsKin(facts, house, link.Address.Host) || house.WarningLists.IsPopular(link.Address.Host)) continue;
            var path = link.Address.Path.AsSpan().Trim('/');
            var last = path[(path.LastIndexOf('/') + 1)..];
            if (!Form.Randomness.IsToken(last) && !(last.Length == 0 && Form.Randomness.IsToken(link.Address.Query))) continue;
            opaque++;
            first ??= link;
        }
        return first is not null && opaque * 2 >= all ? Evidence.Of(first) : null;
    }
}
