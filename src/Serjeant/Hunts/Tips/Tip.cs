using System.Collections.Immutable;
using Serjeant.Hunts.Patterns;

namespace Serjeant.Hunts.Tips;

/// <summary>New knowledge, made ready to be hunted: everything that stood in it is either sought or refused with a reason.</summary>
/// <param name="Source">The file, or "-" or "arguments".</param>
/// <param name="Kind">What it is written as.</param>
public sealed record Tip(string Source, TipKind Kind)
{
    public ImmutableArray<Sought> Sought { get; init; } = [];

    /// <summary>What one selector cannot say: patterns of several.</summary>
    public ImmutableArray<Pattern> Patterns { get; init; } = [];

    /// <summary>Messages that others are to be like.</summary>
    public ImmutableArray<Likeness> Likenesses { get; init; } = [];

    public ImmutableArray<Refusal> Refusals { get; init; } = [];

    /// <summary>Entries read: lines, rows, objects, attributes. Each is counted in <see cref="Taken"/> or by a refusal that is not partial.</summary>
    public long Entries { get; init; }

    /// <summary>Entries of which something is sought. One entry may give several things to seek, and a thing named twice is sought once.</summary>
    public long Taken { get; init; }

    /// <summary>Entries refused whole.</summary>
    public long Refused => Refusals.Sum(r => r.Partial ? 0L : r.Count);
}
