using System.Collections.Immutable;
using System.Globalization;
using Serjeant.Values;

namespace Serjeant.Registers.Names;

/// <summary>Puts into words what an alignment found.</summary>
internal static class NameExplanation
{
    private const int MaximumExtra = 6;

    public static NameMatch Of(NameIndex index, NameText text, NameAlignment alignment, in NameEntry entry, in NameOutcome outcome, NamedSubject subject, string? reading)
    {
        var units = index.UnitsOf(entry);
        var agreed = ImmutableArray.CreateBuilder<string>();
        var extra = ImmutableArray.CreateBuilder<string>();
        var office = "";
        if (reading is not null) agreed.Add($"read as \u201c{reading}\u201d");
        var atoms = text.Atoms;
        for (var i = 0; i < atoms.Length;)
        {
            var length = 1;
            if (alignment.UnitOf(i) is >= 0 and var unit)
            {
                while (i + length < atoms.Length && alignment.UnitOf(i + length) == unit && alignment.KindOf(i + length) != VariantKind.Initial) length++;
                agreed.Add(Agreed(alignment.KindOf(i), text.Written(i, length), index.Tokens[units[unit].Token], reading is not null));
            }
            else if (atoms[i].Is(WordKinds.Office))
            {
                while (i + length < atoms.Length && atoms[i + length].Is(WordKinds.Office) && alignment.UnitOf(i + length) < 0) length++;
                if (office.Length == 0) office = text.Written(i, length);
            }
            else if (!atoms[i].Is(WordKinds.Title | WordKinds.Suffix) && extra.Count < MaximumExtra) extra.Add(text.Written(i, 1));
            i += length;
        }
        var missing = ImmutableArray.CreateBuilder<string>();
        for (var e = 0; e < entry.Atoms; e++)
            if (!alignment.Agrees(e)) missing.Add(Capital(index.Tokens[units[e].Token]));
        return new(entry.Subject, subject.Names[entry.Name], new Decibans(outcome.Score), outcome.Strength, agreed.ToImmutable(), missing.ToImmutable(), extra.ToImmutable(), office,
            1e6 * Math.Pow(10, -outcome.Information / 10))
        {
            Exact = outcome.Exact && extra.Count == 0,
        };
    }

    // The spelling of a reading is ours: that it differs from the register's says nothing of how the name sounds.
    private static string Agreed(VariantKind kind, string written, string token, bool read) => kind switch
    {
        VariantKind.Exact => written,
        VariantKind.Edit => $"one letter differs: {written} for {Capital(token)}",
        VariantKind.LookAlike => $"{written} looks like {Capital(token)}",
        VariantKind.Loose or VariantKind.Consonants when !read => $"{written} as {Capital(token)}",
        _ => $"{written} for {Capital(token)}",
    };

    private static string Capital(string token) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(token);
}
