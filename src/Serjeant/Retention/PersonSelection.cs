using System.Collections.Immutable;
using Serjeant.Hunts;
using Serjeant.Values;

namespace Serjeant.Retention;

/// <summary>A person by all that mail knows of him: an identifier on the roster, addresses, or both.</summary>
/// <param name="Id">On the roster; empty for somebody who is not on it.</param>
/// <param name="Addresses">Keys of addresses (<see cref="EmailAddress.Key"/>).</param>
public sealed record PersonSelection(string Id, ImmutableArray<string> Addresses)
{
    public bool HasTarget(ImmutableArray<string> targets) => Id.Length > 0 && targets.Contains(Id);

    public bool HasAddress(string address) => Addresses.Contains(address);

    /// <summary>All keys under which the index may know an address of the person, in order, each with the address.</summary>
    public IReadOnlyList<SelectorKey> Keys(KeyRing ring)
    {
        var keys = new SelectorKeys(ring);
        return [.. Addresses.SelectMany(a => EmailAddress.TryParse(a, out var address) ? keys.All(Selector.Address(address)) : []).Distinct().Order()];
    }

    /// <summary>As <see cref="Hold.Subject"/> has it.</summary>
    public string Write() => string.Join('\n', [Id, .. Addresses]);

    public static PersonSelection Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n');
        return new(lines[0], [.. lines.Skip(1).Where(line => line.Length > 0)]);
    }
}
