using Serjeant.Values;

namespace Serjeant.Registers;

/// <summary>Finds the protected person whose name a display name gives: the same words in any order, titles aside.</summary>
internal sealed class NameIndex
{
    private static readonly HashSet<string> Titles = new(
        ["mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "baroness", "baron", "rt", "hon", "the", "right", "honourable",
         "honorable", "mp", "mep", "msp", "ms", "td", "senator", "sen", "rep", "congressman", "congresswoman", "minister", "phd", "qc", "kc", "obe", "cbe", "mbe"],
        StringComparer.Ordinal);

    private readonly Dictionary<string, Person> _byName = new(StringComparer.Ordinal);

    public NameIndex(Roster roster)
    {
        foreach (var person in roster.People)
            foreach (var name in person.OtherNames.Prepend(person.Name))
                if (Key(name) is { Length: > 0 } key) _byName.TryAdd(key, person);
    }

    public Person? Find(string displayName) => _byName.Count > 0 && Key(displayName) is { Length: > 0 } key ? _byName.GetValueOrDefault(key) : null;

    /// <summary>Folded words without titles, sorted; empty where fewer than two are left, since one word names nobody.</summary>
    private static string Key(string name)
    {
        if (name.Length > 200) return "";
        var bracket = name.IndexOfAny(['(', '<', '[', '|']);
        if (bracket > 0) name = name[..bracket];
        var words = Folding.Fold(name).Split([' ', '.', ',', '\'', '"', '\u2019', '-', '\u00a0'], StringSplitOptions.RemoveEmptyEntries);
        var kept = words.Where(w => !Titles.Contains(w)).Order(StringComparer.Ordinal).ToArray();
        return kept.Length >= 2 ? string.Join(' ', kept) : "";
    }
}
