using Serjeant.Facts;
using Serjeant.Values;

namespace Serjeant.Signals.Impersonation;

/// <summary>The sender's name or the subject reads as a brand only to the eye: its letters are others.</summary>
internal sealed class BrandInDisguise : IDetector
{
    public string Code => "impersonation.brand-in-disguise";

    public string? Detect(MessageFacts facts, House house) =>
        Find(facts, house, facts.Sender.Author?.DisplayName ?? "") ?? Find(facts, house, facts.Subject.Topic);

    private static string? Find(MessageFacts facts, House house, string text)
    {
        if (text.Length is 0 or > 300) return null;
        var named = house.Brands.Find(text);
        foreach (var brand in house.BrandsByLook.FindIn(Look.Of(text)))
            if (!brand.Owns(facts.Sender.Domain) && !named.Any(n => n.Name == brand.Name)) return brand.Name;
        return null;
    }
}
