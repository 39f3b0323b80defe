using System.Collections.Immutable;
using Serjeant.Hunts.Tips;

namespace Serjeant.Hunts.Patterns;

/// <summary>A pattern of several things, ready to be asked of an index.</summary>
/// <param name="Text">As the giver wrote it; bounded.</param>
/// <param name="Query">What of it can be asked.</param>
public sealed record Pattern(string Text, Query Query)
{
    /// <summary>Path in its JSON document.</summary>
    public string Place { get; init; } = "";

    public Origin Origin { get; init; } = Origin.Unknown;

    /// <summary>A condition that no index can answer was left out (and is listed as refused): what is found agrees with the rest only.</summary>
    public bool Wider { get; init; }

    /// <summary>Everything that must be looked up for it, each once.</summary>
    public ImmutableArray<Sought> Leaves => [.. LeavesOf(Query).Distinct()];

    private static IEnumerable<Sought> LeavesOf(Query query) => query switch
    {
        Observation observation => LeavesOf(observation.Condition),
        Together together => together.Parts.SelectMany(LeavesOf),
        Either either => either.Parts.SelectMany(LeavesOf),
        Sequence sequence => LeavesOf(sequence.First).Concat(LeavesOf(sequence.Then)),
        Within within => LeavesOf(within.Of),
        Repeated repeated => LeavesOf(repeated.Of),
        During during => LeavesOf(during.Of),
        _ => [],
    };

    private static IEnumerable<Sought> LeavesOf(Condition condition) => condition switch
    {
        Leaf leaf => [leaf.Sought],
        AllOf all => all.Parts.SelectMany(LeavesOf),
        AnyOf any => any.Parts.SelectMany(LeavesOf),
        _ => [],
    };
}
