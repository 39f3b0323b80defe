using Serjeant.Facts;

namespace Serjeant.Signals.Impersonation;

/// <summary>The sender's name holds a well-known brand, the address is not of its domains.</summary>
internal sealed class BrandByDisplayName : IDetector
{
    public string Code => "impersonation.brand";

    public string? Detect(MessageFacts facts, House house)
    {
        if (Kinship.IsRelayed(facts) || facts.Sender.Author is not { } author || author.DisplayName.Length == 0) return null;
        foreach (var brand in house.Brands.Find(author.DisplayName))
            if (!brand.Owns(facts.Sender.Domain) && !facts.Sender.Domain.Registrable.Name.StartsWith(brand.Words[0] + ".", StringComparison.Ordinal))
                return $"{brand.Name}, from {(facts.Sender.Domain.IsEmpty ? "no address" : facts.Sender.Domain)}";
        return null;
    }
}
