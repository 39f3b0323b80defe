using Serjeant.Facts;

namespace Serjeant.Signals.Credentials;

/// <summary>The message names a brand in sender or subject and asks to click, and no link is the brand's.</summary>
internal sealed class BrandWithoutItsLinks : IDetector
{
    public string Code => "credentials.brand-links";

    public string? Detect(MessageFacts facts, House house)
    {
        if (Kinship.IsRelayed(facts)) return null;
        var asks = facts.Content.Themes.Any(t => t.Theme is "signin" or "account" or "parcel" or "prize" or "points");
        if (!asks || !facts.Links.Any(l => l.Fires == LinkFire.Clicking && l.Address.IsRemote)) return null;
        foreach (var brand in house.Brands.FindIn(facts.Sender.Author?.DisplayName ?? "").Concat(house.Brands.FindIn(facts.Subject.Topic)))
            if (!brand.Domains.Any(facts.Sender.Domain.IsWithin) && !facts.Links.Any(l => l.Fires == LinkFire.Clicking && brand.Domains.Any(l.Address.Host.IsWithin))) return brand.Name;
        return null;
    }
}
