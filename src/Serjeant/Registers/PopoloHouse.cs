using System.Collections.Immutable;
using Serjeant.Values;

namespace Serjeant.Registers;

/// <summary>Popolo names no domains of bodies; the house's own shows in its members' addresses.</summary>
internal static class PopoloHouse
{
    // Fewer addresses than this at one domain may be chance.
    private const int MinimumPeople = 10;

    /// <summary>Adds the house with the domain that at least half of all addresses have, where it is no provider's; says so in a remark.</summary>
    public static void AddOwnDomain(RosterDraft draft)
    {
        var domains = draft.People.SelectMany(p => p.Official).GroupBy(a => a.Domain).Select(g => (Domain: g.Key, Count: g.Count())).ToList();
        var own = ImmutableArray<DomainName>.Empty;
        if (domains.Count > 0)
        {
            var (domain, count) = domains.MaxBy(d => d.Count);
            if (count >= MinimumPeople && count * 2 >= draft.People.Sum(p => p.Official.Length))
            {
                own = [domain];
                draft.Remark(new(1, 0), $"took {domain} for the house's own domain: {count} addresses have it");
            }
        }
        if (draft.House.Length > 0 || own.Length > 0) draft.Bodies.Add(new(draft.House, [], own, Ours: own.Length > 0));
    }
}
