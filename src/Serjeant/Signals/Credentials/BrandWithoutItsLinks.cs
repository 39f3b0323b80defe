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
        foreach (var brand in house.Brands.Find(facts.Sender.Author?.DisplayName ?? "").Concat(house.Brands.Find(facts.Subject.Topic)))
            if (!brand.Owns(facts.Sender.Domain) && !facts.Links.Any(l => l.Fires == LinkFire.Clicking && brand.Owns(l.Address.Host))) return brand.Name;
        return null;
    }
}
