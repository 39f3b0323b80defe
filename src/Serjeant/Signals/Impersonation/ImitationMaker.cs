using System.Collections.Immutable;
using Serjeant.Facts;

namespace Serjeant.Signals.Impersonation;

/// <summary>Finds whose names a message wears. The detectors of this folder only put into words what it found.</summary>
internal static class ImitationMaker
{
    private const int Maximum = 8;

    // Several detectors and the keeping of a message ask for the same: each thread keeps the answer for the message in hand.
    [ThreadStatic]
    private static (MessageFacts? Facts, House? House, ImmutableArray<Mask> Masks) _last;

    /// <returns>At most 8, the surest first; empty where the message wears nobody's name. Never throws.</returns>
    public static ImmutableArray<Imitation> Of(MessageFacts facts, House house)
    {
        var found = ImmutableArray.CreateBuilder<Imitation>();
        foreach (var mask in Masks(facts, house))
        {
            if (mask.Sureness < Mask.Claim || found.Count == Maximum) break;
            // One name on one address is one imitation, however many signs of it there are.
            if (!found.Any(f => f.Kind == mask.Imitation.Kind && f.Imitated == mask.Imitation.Imitated && f.FalseAddress == mask.Imitation.FalseAddress)) found.Add(mask.Imitation);
        }
        return found.ToImmutable();
    }

    /// <summary>All signs, the surest first.</summary>
    public static ImmutableArray<Mask> Masks(MessageFacts facts, House house)
    {
        if (ReferenceEquals(_last.Facts, facts) && ReferenceEquals(_last.House, house)) return _last.Masks;
        var search = new MaskSearch(facts, house);
        PersonImitations.Find(search);
        OrganisationImitations.Find(search);
        HostImitations.Find(search);
        OwnAddresses.Find(search);
        TextClaims.Find(search);
        ImmutableArray<Mask> masks = [.. search.Found.OrderByDescending(m => m.Sureness)];
        _last = (facts, house, masks);
        return masks;
    }
}
