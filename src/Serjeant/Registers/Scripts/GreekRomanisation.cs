using System.Collections.Immutable;
using System.Text;

namespace Serjeant.Registers.Scripts;

/// <summary>Greek: ELOT 743 (ISO 843, type 2) as in passports, then as it sounds, then by the letters as in older Latin spellings.</summary>
internal static class GreekRomanisation
{
    private static readonly Lazy<LetterTable> Elot = new(() => new(
        "α a|β v|γ g|δ d|ε e|ζ z|η i|θ th|ι i|κ k|λ l|μ m|ν n|ξ x|ο o|π p|ρ r|σ s|ς s|τ t|υ y|φ f|χ ch|ψ ps|ω o|ου ou|αι ai|ει ei|οι oi|υι yi|"
        + "γγ ng|γξ nx|γχ nch|^μπ b|^ντ d|αυ av|ευ ev|ηυ iv|"
        + "αυθ afth|αυκ afk|αυξ afx|αυπ afp|αυσ afs|αυς afs|αυτ aft|αυφ aff|αυχ afch|αυψ afps|ευθ efth|ευκ efk|ευξ efx|ευπ efp|ευσ efs|ευς efs|ευτ eft|ευφ eff|ευχ efch|ευψ efps"));
    private static readonly Lazy<LetterTable> Sound = new(() => new(
        "χ h|αι e|οι i|ει i|γι y|γε ye|γκ g|μπ b|ντ d|ου u|τζ tz|ευαγγ evang|γιω yo|γιο yo|γεω yo", Elot.Value));
    private static readonly Lazy<LetterTable> Letters = new(() => new(
        "φ ph|χ ch|η e|β b|ευ eu|αυ au|υ y|κ c|αι ae|ος us|ρρ rrh", Elot.Value));
    private static readonly Lazy<LetterTable> Mixed = new(() => new("φ ph|χ h|γκ gk|υ i", Elot.Value));

    public static ImmutableArray<string> Readings(string word)
    {
        // A diaeresis keeps two vowels apart (Καϊλή): it must be seen before the accents go.
        var plain = new StringBuilder(word.Length);
        foreach (var c in word.ToLowerInvariant().Normalize(NormalizationForm.FormD))
            if (c is '\u0308') plain.Append('\'');
            else if (c is < '\u0300' or > '\u036F' and not '\u0345') plain.Append(c);
        var letters = plain.ToString();
        for (var mark = letters.IndexOf('\'', StringComparison.Ordinal); mark > 0; mark = letters.IndexOf('\'', StringComparison.Ordinal))
            letters = letters[..(mark - 1)] + (letters[mark - 1] == 'υ' ? 'y' : 'i') + letters[(mark + 1)..];
        return [Elot.Value.Write(letters), Sound.Value.Write(letters), Mixed.Value.Write(letters), Letters.Value.Write(letters)];
    }
}
