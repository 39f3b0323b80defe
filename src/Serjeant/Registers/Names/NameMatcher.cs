using Serjeant.Values;

namespace Serjeant.Registers.Names;

/// <summary>
/// Answers whether a display name or a mailbox name is meant to be read as one of the subjects', without comparing it with every subject.
/// Safe to call from many threads.
/// </summary>
public sealed class NameMatcher
{
    private static readonly HashSet<string> Titles = new(
        ["mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "baroness", "baron", "rt", "hon", "the", "right", "honourable",
         "honorable", "mp", "mep", "msp", "ms", "td", "senator", "sen", "rep", "congressman", "congresswoman", "minister", "phd", "qc", "kc", "obe", "cbe", "mbe"],
        StringComparer.Ordinal);

    private readonly Dictionary<string, (int Subject, string Name)> _byName = new(StringComparer.Ordinal);

    public NameMatcher(IReadOnlyList<NamedSubject> subjects)
    {
        ArgumentNullException.ThrowIfNull(subjects);
        for (var i = 0; i < subjects.Count; i++)
            foreach (var name in subjects[i].Names)
                if (Key(name) is { Length: > 0 } key) _byName.TryAdd(key, (i, name));
    }

    /// <summary>The subject whose name a display name can best be read as; null where there is none. Never throws, whatever the text.</summary>
    public NameMatch? Find(string displayName)
    {
        ArgumentNullException.ThrowIfNull(displayName);
        if (_byName.Count == 0 || Key(displayName) is not { Length: > 0 } key || !_byName.TryGetValue(key, out var found)) return null;
        return new(found.Subject, found.Name, Decibans.FromProbability(0.9), NameStrength.Strong, [found.Name], [], [], "", 1) { Exact = true };
    }

    /// <summary>The same for the part of an address before the @: given.family, gfamily1, familygiven.office.</summary>
    public NameMatch? FindInLocalPart(string localPart) => Find(localPart.Replace('.', ' ').Replace('_', ' '));

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
