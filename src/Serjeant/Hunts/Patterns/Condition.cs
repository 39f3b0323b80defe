using System.Collections.Immutable;
using Serjeant.Hunts.Tips;

namespace Serjeant.Hunts.Patterns;

/// <summary>What one message must show. A closed family: <see cref="Leaf"/>, <see cref="AllOf"/>, <see cref="AnyOf"/>.</summary>
public abstract record Condition
{
    private protected Condition()
    {
    }
}

public sealed record Leaf(Sought Sought) : Condition;

public sealed record AllOf(ImmutableArray<Condition> Parts) : Condition;

public sealed record AnyOf(ImmutableArray<Condition> Parts) : Condition;
