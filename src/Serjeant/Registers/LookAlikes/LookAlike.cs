using Serjeant.Values;

namespace Serjeant.Registers.LookAlikes;

/// <summary>How a name of a host imitates another. Named as dnstwist names them where it has them.</summary>
public enum LookAlikeKind
{
    Addition,
    Bitsquatting,
    Cyrillic,
    Dictionary,
    Homoglyph,
    Hyphenation,
    Insertion,
    Omission,
    Plural,
    Repetition,
    Replacement,
    Subdomain,
    Transposition,
    TldSwap,
    Various,
    VowelSwap,
    /// <summary>More than one of them at once.</summary>
    Several,
    /// <summary>The protected name within a longer label, with words that no list holds.</summary>
    Combination,
    /// <summary>The protected name, dots and all, below or within another's domain (parliament.example.secure-login.test, parliament-example.test).</summary>
    WholeName,
}

/// <summary>A name that can be taken for a protected one.</summary>
/// <param name="Target">What it imitates.</param>
/// <param name="Kind">How.</param>
/// <param name="Weight">How much likelier such a name is as an imitation than by chance; less for near and frequent words.</param>
/// <param name="Explanation">What differs, in a few words.</param>
public sealed record LookAlike(ProtectedName Target, LookAlikeKind Kind, Decibans Weight, string Explanation);
