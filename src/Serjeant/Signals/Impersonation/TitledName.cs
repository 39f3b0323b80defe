using System.Buffers;
using Serjeant.Registers;
using Serjeant.Values;

namespace Serjeant.Signals.Impersonation;

/// <summary>A name without the titles and office words round it, which some scripts write together with it.</summary>
/// <param name="Name">Folded.</param>
/// <param name="Claims">Among them was one that claims the mandate, or to write for who has it.</param>
internal readonly record struct TitledName(string Name, bool Claims)
{
    private const int MaximumLength = 200, MaximumAffixes = 4, ShortestName = 2;

    private static readonly char[] Edges = [' ', ',', '.', ';', '\u00a0', '-', '\u3000', '(', ')', '\u3001', '\uff0c'];

    private static readonly (string Words, bool Claims)[] Affixes =
    [
        .. MaskWords.TitleAffixes.Concat(MaskWords.OfficeAffixes).Concat(MaskWords.Mandates).Select(w => (w, true)).Concat(MaskWords.CourtesyAffixes.Select(w => (w, false)))
            .Distinct().OrderByDescending(w => w.Item1.Length),
    ];

    private static readonly Dictionary<char, (string Words, bool Claims)[]> ByFirst = Affixes.GroupBy(a => a.Words[0]).ToDictionary(g => g.Key, g => g.ToArray());

    private static readonly Dictionary<char, (string Words, bool Claims)[]> ByLast = Affixes.GroupBy(a => a.Words[^1]).ToDictionary(g => g.Key, g => g.ToArray());

    private static readonly string[] Prefixes = [.. MaskWords.OfficeClaims.Concat(MaskWords.BehalfClaims).OrderByDescending(p => p.Length)];

    private static readonly SearchValues<string> AnyPrefix = SearchValues.Create(Prefixes, StringComparison.Ordinal);

    /// <returns>Null where nothing stands beside the name.</returns>
    public static TitledName? Of(string shown)
    {
        if (shown.Length > MaximumLength) return null;
        var folded = Folding.Fold(shown).Trim(Edges);
        var name = folded.AsSpan();
        var claims = Behind(ref name);
        for (var i = 0; i < MaximumAffixes && Strip(ref name, ref claims); i++) name = name.Trim(Edges);
        return name.Length == folded.Length || name.Length < ShortestName ? null : new(name.ToString(), claims);
    }

    // "Jane Roe, private secretary to ...": the name stands behind the words.
    private static bool Behind(ref ReadOnlySpan<char> name)
    {
        if (name.IndexOfAny(AnyPrefix) < 0) return false;
        foreach (var prefix in Prefixes)
        {
            var at = name.IndexOf(prefix, StringComparison.Ordinal);
            var end = at + prefix.Length;
            if (at < 0 || name.Length - end < ShortestName || !IsEdge(name, at - 1, prefix[0]) || !IsEdge(name, end, prefix[^1])) continue;
            name = name[end..].Trim(Edges);
            return true;
        }
        return false;
    }

    private static bool Strip(ref ReadOnlySpan<char> name, ref bool claims)
    {
        if (name.Length <= ShortestName) return false;
        foreach (var (words, claim) in ByLast.GetValueOrDefault(name[^1], []))
        {
            if (name.Length < words.Length + ShortestName || !name.EndsWith(words, StringComparison.Ordinal) || !IsEdge(name, name.Length - words.Length - 1, words[0])) continue;
            name = name[..^words.Length];
            claims |= claim;
            return true;
        }
        foreach (var (words, claim) in ByFirst.GetValueOrDefault(name[0], []))
        {
            if (name.Length < words.Length + ShortestName || !name.StartsWith(words, StringComparison.Ordinal) || !IsEdge(name, words.Length, words[^1])) continue;
            name = name[words.Length..];
            claims |= claim;
            return true;
        }
        return false;
    }

    /// <summary>Whether words may end here: between letters only in scripts that put no space between words.</summary>
    private static bool IsEdge(ReadOnlySpan<char> text, int beside, char letter) =>
        letter >= '\u2e80' || beside < 0 || beside >= text.Length || !char.IsLetterOrDigit(text[beside]);
}
