using System.Collections.Immutable;
using Serjeant.Values;

namespace Serjeant.Registers;

/// <summary>Somebody we protect.</summary>
public sealed record Person
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public ImmutableArray<string> OtherNames { get; init; } = [];

    public ImmutableArray<EmailAddress> Official { get; init; } = [];

    public ImmutableArray<EmailAddress> Personal { get; init; } = [];

    /// <summary>"key: value" pairs in the order of the roster: party, committees, alliance, office, role.</summary>
    public ImmutableArray<PersonAttribute> Attributes { get; init; } = [];
}

public readonly record struct PersonAttribute(string Key, string Value)
{
    public override string ToString() => $"{Key}: {Value}";
}

/// <summary>A body, news outlet or correspondent with the domains it really writes from.</summary>
/// <param name="Ours">Mail from these domains is our own house's.</param>
public sealed record Organisation(string Name, ImmutableArray<string> OtherNames, ImmutableArray<DomainName> Domains, bool Ours);
