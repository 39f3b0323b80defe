using System.Collections.Immutable;
using Serjeant.Campaigns;
using Serjeant.Facts;
using Serjeant.Values;

namespace Serjeant.Storage.Records;

/// <summary>The first part of a stored message: what identifies and links it.</summary>
/// <param name="Id">Which message.</param>
/// <param name="Date">As <see cref="KeptMessage.Date"/>.</param>
/// <param name="Outbound">As <see cref="KeptMessage.Outbound"/>.</param>
/// <param name="Kind">As <see cref="KeptMessage.Kind"/>.</param>
/// <param name="Traits">As <see cref="KeptMessage.Traits"/>.</param>
internal readonly record struct MessageHead(
    Sha256 Id, DateTimeOffset? Date, bool Outbound, MessageKind Kind, ImmutableArray<Trait> Traits);
