using System.Collections.Immutable;

namespace Serjeant.Hunts.Tips;

/// <summary>
/// One thing to look for. A message answers it when it has any of <see cref="Any"/> (where there are some) and, for each of <see cref="All"/>,
/// something listed that the pattern matches; where <see cref="Roles"/> are asked, in one of these roles each.
/// </summary>
public sealed record Sought
{
    /// <summary>Alternatives that are looked up by key.</summary>
    public ImmutableArray<Selector> Any { get; init; } = [];

    /// <summary>Patterns, each of which must be answered.</summary>
    public ImmutableArray<Wildcard> All { get; init; } = [];

    /// <summary>Where it must stand; <see cref="SelectorRole.None"/> for anywhere.</summary>
    public SelectorRole Roles { get; init; }

    /// <summary>As the giver wrote it, its disguise ("hxxp", "[.]") included.</summary>
    public required string Text { get; init; }

    /// <summary>Line of a text, or path in a JSON document.</summary>
    public string Place { get; init; } = "";

    public Origin Origin { get; init; } = Origin.Unknown;

    /// <summary>The index knows less than was asked (the form of a URL, not its letters): what is found agrees in that only, and wants looking at.</summary>
    public bool Wider { get; init; }

    public bool Fits(SelectorRole role) => Roles == SelectorRole.None || (role & Roles) != 0;

    public override string ToString() => Text;
}
