namespace Serjeant.Values;

/// <summary>
/// The Public Suffix List (publicsuffix.org, algorithm section "Formal Algorithm"), both sections, as shipped in
/// data/domains/public_suffix_list.dat. Answers by label look-ups, without allocating for names already normalised.
/// </summary>
internal sealed class PublicSuffixes
{
    private static readonly Lazy<PublicSuffixes> Lazy = new(() => Parse(ShippedData.ReadLines("domains/public_suffix_list.dat")));

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _rules;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _wildcards;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _exceptions;

    private PublicSuffixes(HashSet<string> rules, HashSet<string> wildcards, HashSet<string> exceptions)
    {
        _rules = rules.GetAlternateLookup<ReadOnlySpan<char>>();
        _wildcards = wildcards.GetAlternateLookup<ReadOnlySpan<char>>();
        _exceptions = exceptions.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static PublicSuffixes Shared => Lazy.Value;

    public static PublicSuffixes Parse(IEnumerable<string> lines)
    {
        var rules = new HashSet<string>(StringComparer.Ordinal);
        var wildcards = new HashSet<string>(StringComparer.Ordinal);
        var exceptions = new HashSet<string>(StringComparer.Ordinal);
        var idn = new System.Globalization.IdnMapping();
        foreach (var line in lines)
        {
            var rule = line.AsSpan().Trim();
            if (rule.IsEmpty || rule.StartsWith("//")) continue;
            var set = rule[0] switch { '!' => exceptions, '*' => wildcards, _ => rules };
            var name = rule[0] switch { '!' => rule[1..], '*' => rule[2..], _ => rule };
            set.Add(System.Text.Ascii.IsValid(name) ? name.ToString() : idn.GetAscii(name.ToString()));
        }
        return new(rules, wildcards, exceptions);
    }

    /// <summary>The registrable part of a normalised name; the name itself where nothing can be registered below its suffix.</summary>
    public string Registrable(string name)
    {
        if (name.Length == 0 || name[^1] is >= '0' and <= '9' || name[0] == '[') return name; // an address, not a name
        var suffix = SuffixLength(name);
        if (suffix >= name.Length) return name;
        var start = name.AsSpan(0, name.Length - suffix - 1).LastIndexOf('.') + 1;
        return start == 0 ? name : name[start..];
    }

    /// <summary>Characters of the public suffix that a normalised name ends in.</summary>
    private int SuffixLength(ReadOnlySpan<char> name)
    {
        // From the longest candidate to the shortest: the first rule that matches is the prevailing one.
        var start = 0;
        while (true)
        {
            var candidate = name[start..];
            var dot = candidate.IndexOf('.');
            if (_exceptions.Contains(candidate)) return dot < 0 ? 0 : candidate.Length - dot - 1;
            if (_rules.Contains(candidate)) return candidate.Length;
            if (dot >= 0 && _wildcards.Contains(candidate[(dot + 1)..])) return candidate.Length;
            if (dot < 0) return candidate.Length;
            start += dot + 1;
        }
    }
}
