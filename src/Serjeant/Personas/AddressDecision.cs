using Serjeant.Values;

namespace Serjeant.Personas;

/// <summary>A person decided that an address is, or is not, truly somebody's of the roster. Never changed: a later decision on the same counts instead.</summary>
/// <param name="Person">Identifier on the roster.</param>
/// <param name="Address">The address in question.</param>
/// <param name="Allowed">Whether it is theirs.</param>
/// <param name="By">Who decided.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="At">When.</param>
public sealed record AddressDecision(string Person, EmailAddress Address, bool Allowed, string By, string Reason, DateTimeOffset At)
{
    /// <summary>What holds after all decisions, in the order in which they were made: person and address of those that are allowed now.</summary>
    public static IReadOnlyList<(string Person, EmailAddress Address)> InForce(IEnumerable<AddressDecision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        var last = new Dictionary<(string, string), AddressDecision>();
        foreach (var decision in decisions) last[(decision.Person, decision.Address.Key)] = decision;
        return [.. last.Values.Where(d => d.Allowed).OrderBy(d => d.At).ThenBy(d => d.Address.Key, StringComparer.Ordinal).Select(d => (d.Person, d.Address))];
    }
}
