using Serjeant.Facts;

namespace Serjeant.Signals.Impersonation;

/// <summary>The brand stands in the mailbox name or a label of a domain that is not the brand's.</summary>
internal sealed class BrandInLocalPart : IDetector
{
    public string Code => "impersonation.brand-in-address";

    public string? Detect(MessageFacts facts, House house)
    {
        if (Kinship.IsRelayed(facts) || facts.Sender.Author?.Address is not { } address) return null;
        var words = string.Concat(address.Local, " ", address.Domain.Name).Replace('.', ' ').Replace('-', ' ').Replace('_', ' ');
        foreach (var brand in house.Brands.Find(words))
            if (!brand.Owns(address.Domain)
                && !address.Domain.Registrable.Name.StartsWith(brand.Words[0] + ".", StringComparison.Ordinal)) return $"{brand.Name} in {address.Domain}";
        return null;
    }
}
