using System.Collections.Immutable;
using System.Net;
using Serjeant.Values;

namespace Serjeant.Registers;

/// <summary>The people and bodies we protect, and those who really write to them.</summary>
public sealed class Roster
{
    private readonly Dictionary<string, int> _byAddress = new(StringComparer.Ordinal);

    public Roster(string house, ImmutableArray<Person> people, ImmutableArray<Organisation> bodies, ImmutableArray<Organisation> outlets, ImmutableArray<Organisation> correspondents)
    {
        House = house;
        People = people;
        Bodies = bodies;
        Outlets = outlets;
        Correspondents = correspondents;
        OwnDomains = [.. bodies.Where(b => b.Ours).SelectMany(b => b.Domains)];
        for (var i = 0; i < people.Length; i++)
            foreach (var address in people[i].Mailboxes)
                _byAddress.TryAdd(address.Key, i);
    }

    public static Roster Empty { get; } = new("", [], [], [], []);

    /// <summary>The name of the house; empty where unknown.</summary>
    public string House { get; }

    public ImmutableArray<Person> People { get; }

    public ImmutableArray<Organisation> Bodies { get; }

    public ImmutableArray<Organisation> Outlets { get; }

    public ImmutableArray<Organisation> Correspondents { get; }

    public ImmutableArray<DomainName> OwnDomains { get; }

    /// <summary>Networks of the house: what asks from there is one of us. Used for traces alone.</summary>
    public ImmutableArray<IPNetwork> Networks { get; init; } = [];

    /// <summary>Where the house's own mail gateway or sandbox asks from when it follows links before delivery. Used for traces alone.</summary>
    public ImmutableArray<IPNetwork> Scanners { get; init; } = [];

    /// <summary>What the reader passed over in a file that others made: place and reason, at most 1,000.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>Index into <see cref="People"/>, or -1. Sub-addresses (name+tag@) find their mailbox.</summary>
    public int IndexOf(EmailAddress address)
    {
        if (_byAddress.TryGetValue(address.Key, out var index)) return index;
        var plus = address.Local.IndexOf('+', StringComparison.Ordinal);
        return plus > 0 && _byAddress.TryGetValue(new EmailAddress(address.Local[..plus], address.Domain).Key, out index) ? index : -1;
    }

    public Person? Find(EmailAddress address) => IndexOf(address) is >= 0 and var index ? People[index] : null;

    /// <summary>Whether a domain is our own house's, or lies below one.</summary>
    public bool IsOwn(DomainName domain)
    {
        foreach (var own in OwnDomains)
            if (domain.IsWithin(own)) return true;
        return false;
    }
}
