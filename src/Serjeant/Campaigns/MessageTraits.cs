using System.Collections.Immutable;
using Serjeant.Facts;
using Serjeant.Values;

namespace Serjeant.Campaigns;

/// <summary>The part of a kept message that linking looks at, read without the rest.</summary>
/// <param name="Id">Which message.</param>
/// <param name="Date">As <see cref="KeptMessage.Date"/>.</param>
/// <param name="Outbound">As <see cref="KeptMessage.Outbound"/>.</param>
/// <param name="Kind">As <see cref="KeptMessage.Kind"/>.</param>
/// <param name="Traits">As <see cref="KeptMessage.Traits"/>.</param>
public readonly record struct MessageTraits(
    Sha256 Id, DateTimeOffset? Date, bool Outbound, MessageKind Kind, ImmutableArray<Trait> Traits);
