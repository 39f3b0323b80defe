using Serjeant.Facts;

namespace Serjeant.Signals.Impersonation;

/// <summary>The sender's name reads as a brand only to the eye: its letters are others.</summary>
internal sealed class BrandInDisguise : IDetector
{
    public string Code => "impersonation.brand-in-disguise";

    public string? Detect(MessageFacts facts, House house)
    {
        if (facts.Sender.Author is not { } author || author.DisplayName.Length == 0 || author.Skeleton.Length == 0) return null;
        var plain = house.Brands.Find(author.DisplayName).Length;
        if (plain > 0) return null;
        foreach (var brand in house.Brands.Find(author.Skeleton))
            if (!brand.Owns(facts.Sender.Domain)) return brand.Name;
        return null;
    }
}
