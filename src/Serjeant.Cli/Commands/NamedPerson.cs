using Serjeant.Personas;
using Serjeant.Registers;
using Serjeant.Retention;
using Serjeant.Storage;
using Serjeant.Values;

namespace Serjeant.Cli.Commands;

/// <summary>A person named on the command line.</summary>
internal static class NamedPerson
{
    /// <param name="store">Knows the roster used last, and which further addresses are whose.</param>
    /// <param name="person">An identifier on the roster, or an address.</param>
    /// <param name="roster">The roster named, or null.</param>
    /// <exception cref="UsageException">Nobody is called so.</exception>
    /// <exception cref="SerjeantException">The roster cannot be read.</exception>
    public static PersonSelection Find(SqliteStore store, string person, string? roster)
    {
        var isAddress = EmailAddress.TryParse(person, out var address);
        // An address alone is enough where the roster is gone.
        if (isAddress && roster is null && store.ReadRoster() is { } last && !File.Exists(last)) return new("", [address.Key]);
        var known = KnownHouse.ReadRoster(store, roster);
        var house = known?.WithAllowed(AddressDecision.InForce(store.ReadDecisions()));
        var found = isAddress ? house?.Find(address) : house?.People.FirstOrDefault(p => p.Id == person);
        if (found is not null) return new(found.Id, [.. found.Mailboxes.Select(a => a.Key).Append(isAddress ? address.Key : "").Where(a => a.Length > 0).Distinct(StringComparer.Ordinal)]);
        if (isAddress) return new("", [address.Key]);
        throw new UsageException(house is null
            ? $"\u201c{person}\u201d is no mail address, and no roster is known that could have such an identifier. Name one with --roster FILE."
            : $"Nobody on the roster has the identifier \u201c{person}\u201d. Somebody who is no longer on it is named by address, one at a time.");
    }
}
