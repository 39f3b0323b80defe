using Serjeant.Values;

namespace Serjeant.Registers;

/// <summary>Addresses that people decided are truly somebody's of the roster, as if they stood in it.</summary>
public static class AllowedAddresses
{
    /// <summary>The roster with these as personal addresses. What is somebody's already stays his, and an identifier that is not on the roster is passed over.</summary>
    public static Roster WithAllowed(this Roster roster, IEnumerable<(string Person, EmailAddress Address)> allowed)
    {
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(allowed);
        var more = allowed.Where(a => roster.IndexOf(a.Address) < 0).ToLookup(a => a.Person, a => a.Address, StringComparer.Ordinal);
        if (more.Count == 0) return roster;
        return new(roster.House, [.. roster.People.Select(p => more.Contains(p.Id) ? p with { Personal = [.. p.Personal, .. more[p.Id]] } : p)], roster.Bodies, roster.Outlets, roster.Correspondents)
        {
            Networks = roster.Networks,
            Scanners = roster.Scanners,
            Remarks = roster.Remarks,
        };
    }
}
