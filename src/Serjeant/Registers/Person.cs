using System.Collections.Immutable;
using Serjeant.Values;

namespace Serjeant.Registers;

/// <summary>Somebody we protect.</summary>
public sealed record Person
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public ImmutableArray<string> OtherNames { get; init; } = [];

    /// <summary>Mailboxes that the house runs.</summary>
    public ImmutableArray<EmailAddress> Official { get; init; } = [];

    /// <summary>Mailboxes that the house has no oversight over.</summary>
    public ImmutableArray<EmailAddress> Personal { get; init; } = [];

    /// <summary>Mailboxes of the person's office at home.</summary>
    public ImmutableArray<EmailAddress> Constituency { get; init; } = [];

    /// <summary>Mailboxes that the party runs.</summary>
    public ImmutableArray<EmailAddress> Party { get; init; } = [];

    /// <summary>
    /// Mailboxes of others who send for the person and may show the person's name. Like every address here they are learned by the person's decision
    /// only, never from mail.
    /// </summary>
    public ImmutableArray<EmailAddress> Delegates { get; init; } = [];

    /// <summary>The person's own mailboxes, those that may be shown to others first; delegates' are not among them.</summary>
    public IEnumerable<EmailAddress> Mailboxes => Official.Concat(Constituency).Concat(Party).Concat(Personal);

    /// <summary>Whether somebody else sends for the person from this address.</summary>
    public bool IsDelegate(EmailAddress address)
    {
        foreach (var known in Delegates)
            if (known.Key == address.Key) return true;
        return false;
    }

    /// <summary>
    /// What the person's machines are called in logs: user names, addresses (IPv4 or IPv6), host names; lower case. Used for traces alone: no fact of
    /// mail depends on them.
    /// </summary>
    public ImmutableArray<string> Clients { get; init; } = [];

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
