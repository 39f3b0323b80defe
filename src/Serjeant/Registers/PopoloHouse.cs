using System.Collections.Immutable;
using Serjeant.Values;

namespace Serjeant.Registers;

/// <summary>Popolo names no domains of bodies; the house's own shows in its members' addresses.</summary>
internal static class PopoloHouse
{
    // Fewer addresses than this at one domain may be chance.
    private const int MinimumPeople = 10;

    /// <summary>Adds the house with every domain that at least a quarter of all official addresses have; says so in a remark.</summary>
    public static void AddOwnDomains(RosterDraft draft)
    {
        var addresses = draft.People.Sum(p => p.Official.Length);
        var own = ImmutableArray.CreateBuilder<DomainName>();
        foreach (var domain in draft.People.SelectMany(p => p.Official).GroupBy(a => a.Domain))
        {
            var count = domain.Count();
            if (count < MinimumPeople || count * 4 < addresses) continue;
            own.Add(domain.Key);
            draft.Remark(new(1, 0), $"took {domain.Key} for the house's own domain: {count} of {addresses} addresses have it");
        }
        if (draft.House.Length > 0 || own.Count > 0) draft.Bodies.Add(new(draft.House, [], own.ToImmutable(), Ours: own.Count > 0));
    }
}
