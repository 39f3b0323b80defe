using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Serjeant.Values;

/// <summary>
/// The Public Suffix List (publicsuffix.org, algorithm section "Formal Algorithm"), both sections, as shipped in
/// data/domains/public_suffix_list.dat. Answers by label look-ups, without allocating for names already normalised.
/// </summary>
internal sealed class PublicSuffixes
{
    private static readonly Lazy<PublicSuffixes> Lazy = new(() => Parse(ShippedData.ReadText("domains/public_suffix_list.dat")));

    // The list of 2026 has some two hundred; one that has more is not the list.
    private const int MaximumSpecial = 4096;

    private readonly NameSet _rules, _wildcards, _exceptions;

    private PublicSuffixes(NameSet rules, NameSet wildcards, NameSet exceptions)
    {
        _rules = rules;
        _wildcards = wildcards;
        _exceptions = exceptions;
    }

    public static PublicSuffixes Shared => Lazy.Value;

    /// <summary>Reads the list in its own format: one rule a line, comments behind //, * for any one label, ! for an exception.</summary>
    // Runs once, at every start, before anything is tiered up: a plain loop compiled well beats vector calls that must be compiled first.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static PublicSuffixes Parse(string text)
    {
        var (lines, unicode) = Survey(text);
        text += unicode;
        NameSet rules = new(text, lines), wildcards = new(text, MaximumSpecial), exceptions = new(text, MaximumSpecial);
        for (var start = 0; start < text.Length;)
        {
            var end = EndOfLine(text, start, out _);
            var last = end;
            while (last > start && text[last - 1] <= ' ') last--;
            if (last > start && text[start] != '/')
            {
                if (text[start] == '!') exceptions.Add(start + 1, last - start - 1);
                else if (text[start] == '*') wildcards.Add(start + 2, last - start - 2);
                else rules.Add(start, last - start);
            }
            start = end + 1;
        }
        return new(rules, wildcards, exceptions);
    }

    /// <summary>The number of rules, and those in Unicode once more as A-labels, as <see cref="DomainName"/> holds names.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int Lines, string Ascii) Survey(string text)
    {
        var ascii = new StringBuilder();
        var idn = new IdnMapping();
        var lines = 0;
        for (var start = 0; start < text.Length;)
        {
            var end = EndOfLine(text, start, out var international);
            if (end > start && text[start] != '/')
            {
                lines += international ? 2 : 1;
                if (international) ascii.Append('\n').Append(idn.GetAscii(text, start, end - start));
            }
            start = end + 1;
        }
        return (lines, ascii.ToString());
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int EndOfLine(string text, int start, out bool international)
    {
        international = false;
        var end = start;
        for (; end < text.Length && text[end] != '\n'; end++) international |= text[end] > '\x7f';
        return end;
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
    internal int SuffixLength(ReadOnlySpan<char> name)
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
