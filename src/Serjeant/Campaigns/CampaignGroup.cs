using System.Collections.Immutable;
using Serjeant.Values;

namespace Serjeant.Campaigns;

/// <summary>Messages that belong together, before anybody has looked at what they are.</summary>
/// <param name="Id">As <see cref="Campaign.Id"/>.</param>
/// <param name="Messages">Members by date (undated last), then by identity; at least two, or one that went to others in our people's names.</param>
/// <param name="Shared">What most of them have in common, what holds them most strongly first.</param>
public sealed record CampaignGroup(string Id, ImmutableArray<Sha256> Messages, ImmutableArray<SharedTrait> Shared);

/// <summary>A trait that several members have.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">The trait's hash folded to 32 bits; see <see cref="Is"/>.</param>
/// <param name="Members">How many members have it.</param>
/// <param name="Elsewhere">How many messages outside the group have it.</param>
public readonly record struct SharedTrait(TraitKind Kind, uint Key, int Members, int Elsewhere)
{
    public bool Is(Trait trait) => trait.Kind == Kind && Fold(trait.Hash) == Key;

    internal static uint Fold(long hash) => unchecked((uint)(hash ^ (hash >> 32)));
}

/// <summary>All groups in the mail that is kept.</summary>
/// <param name="Groups">Largest first, then by identifier.</param>
/// <param name="Merges">Identifiers of earlier scans whose groups went into another one.</param>
public sealed record CampaignGroups(ImmutableArray<CampaignGroup> Groups, ImmutableArray<(string Old, string Into)> Merges)
{
    /// <summary>Messages that could be linked: inbound, and no bounce or automatic answer.</summary>
    public int Considered { get; init; }

    /// <summary>Pairs of messages compared.</summary>
    public long Compared { get; init; }

    /// <summary>Pairs found to belong together.</summary>
    public long Links { get; init; }
}
