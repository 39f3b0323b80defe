using System.Buffers;
using Serjeant.Registers.Names;

namespace Serjeant.Signals.Impersonation;

/// <summary>Whose name a sender's name shows.</summary>
internal static class ShownName
{
    private const int MaximumParts = 4, MaximumLength = 500;

    private static readonly char[] Separators = ['|', '(', ')', ',', '/', '\u2013', '\u2014', '\u2022', '\u00b7', '[', ']', '<', '"'];

    private static readonly SearchValues<char> Parting = SearchValues.Create(Separators);

    /// <summary>A name as a whole, else without what a service put behind it, else one of the parts that bars and brackets make, else without the titles beside it.</summary>
    public static NamedPerson? In(House house, string shown)
    {
        if (shown.Length is 0 or > MaximumLength) return null;
        var via = shown.IndexOf(" via ", StringComparison.OrdinalIgnoreCase);
        var name = via > 0 ? shown[..via].Trim(' ', '\'', '"') : shown;
        NamedPerson? best = house.Names.Find(name) is { } whole ? new(whole, false) : null;
        if (best?.Match.Strength == NameStrength.Strong) return best;
        if (name.AsSpan().ContainsAny(Parting))
        {
            foreach (var part in name.Split(Separators, MaximumParts, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (part.Contains(' ', StringComparison.Ordinal) || part[0] >= '\u2e80') best = Better(best, house.Names.Find(part), false);
                best = WithoutTitles(house, best, part);
            }
        }
        return WithoutTitles(house, best, name);
    }

    private static NamedPerson? WithoutTitles(House house, NamedPerson? best, string shown) =>
        best?.Match.Strength != NameStrength.Strong && TitledName.Of(shown) is { } titled ? Better(best, house.Names.Find(titled.Name), titled.Claims) : best;

    // Of two equally sure the one that leaves fewer words over.
    private static NamedPerson? Better(NamedPerson? best, NameMatch? match, bool claims) =>
        match is not null && (best is not { Match: var known } || match.Strength > known.Strength || match.Strength == known.Strength && (match.Extra.Length < known.Extra.Length || claims && !best.Value.Claims && match.Extra.Length == known.Extra.Length))
            ? new(match, claims) : best;
}
