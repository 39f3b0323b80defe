using Serjeant.Facts;

namespace Serjeant.Signals.Impersonation;

/// <summary>The subject names a brand, and neither the sender nor any link is of its domains.</summary>
internal sealed class BrandInSubject : IDetector
{
    public string Code => "impersonation.brand-in-subject";

    public string? Detect(MessageFacts facts, House house)
    {
        if (facts.Bulk.IsReaction || facts.Bulk.DiscussionList || facts.Thread.Claimed || facts.Links.IsEmpty) return null;
        foreach (var brand in house.Brands.Find(facts.Subject.Topic))
        {
            if (brand.Owns(facts.Sender.Domain)) continue;
            if (!facts.Links.Any(link => brand.Owns(link.Address.Host))) return $"{brand.Name}, but no link leads there";
        }
        return null;
    }
}
