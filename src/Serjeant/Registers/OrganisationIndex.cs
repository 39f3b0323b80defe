using System.Collections.Immutable;
using Serjeant.Registers.LookAlikes;
using Serjeant.Values;

namespace Serjeant.Registers;

/// <summary>An organisation of the roster whose name stands in a text.</summary>
/// <param name="Name">The name found, as the roster writes it.</param>
/// <param name="Disguised">Its letters are others that only look so.</param>
internal sealed record OrganisationMatch(Organisation Organisation, ProtectedKind Kind, string Name, bool Disguised);

/// <summary>
/// Finds the bodies, outlets and correspondents of the roster whose names stand in a display name as whole words, however the letters are disguised. One
/// look-up a run of words, whatever the size of the roster.
/// </summary>
internal sealed class OrganisationIndex
{
    private const int MaximumWords = 24, LongestName = 10;

    /// <summary>What parts a display name into a name and a place: "Jane Roe | The Meridian Post".</summary>
    private static readonly char[] Separators = ['|', ',', '(', ')', '[', ']', ';', ':', '/', '\u2013', '\u2014', '\u2022', '\u00b7', '<', '>', '"'];

    private readonly Dictionary<ulong, List<Entry>> _byWords = [];
    private readonly Dictionary<string, int> _bearers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _frequent, _desk, _aside;
    private readonly Dictionary<string, Organisation> _byDomain = new(StringComparer.Ordinal);
    private int _longest;

    private sealed record Entry(string[] Words, string Folded, string Name, Organisation Organisation, ProtectedKind Kind);

    public OrganisationIndex(Roster roster)
    {
        _frequent = Looks(MaskWords.Frequent);
        _desk = Looks(MaskWords.Desk);
        _aside = Looks(MaskWords.Aside);
        Add(roster.Outlets, ProtectedKind.Outlet);
        Add(roster.Bodies, ProtectedKind.Body);
        Add(roster.Correspondents, ProtectedKind.Correspondent);

        static HashSet<string> Looks(IEnumerable<string> words) => [.. words.Select(Look.Of)];
    }

    /// <summary>
    /// Those named, the longest names first; where several share a name, each. A name that is made of frequent words, or of one word, counts only where it fills a
    /// part of the text but for words such as "newsdesk": "Times" is not in "New York Times Deals", nor "House" in "House of Coffee".
    /// </summary>
    /// <param name="displayName">As shown; at most the first 24 words of a part are looked at.</param>
    public ImmutableArray<OrganisationMatch> Find(string displayName)
    {
        if (_byWords.Count == 0 || displayName.Length is 0 or > 500) return [];
        ImmutableArray<OrganisationMatch>.Builder? found = null;
        foreach (var part in Parts(displayName)) FindIn(part, ref found);
        return found?.ToImmutable() ?? [];
    }

    /// <summary>The organisation a domain belongs to, by itself or a parent; null where none.</summary>
    public Organisation? OwnerOf(DomainName domain)
    {
        if (_byDomain.Count == 0) return null;
        var lookup = _byDomain.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var name = domain.Name.AsSpan(); !name.IsEmpty;)
        {
            if (lookup.TryGetValue(name, out var owner)) return owner;
            var dot = name.IndexOf('.');
            if (dot < 0) return null;
            name = name[(dot + 1)..];
        }
        return null;
    }

    private void FindIn(string part, ref ImmutableArray<OrganisationMatch>.Builder? found)
    {
        var words = Words(part);
        var count = Math.Min(words.Length, MaximumWords);
        for (var length = Math.Min(_longest, count); length > 0; length--)
            for (var start = 0; start + length <= count; start++)
            {
                var run = words.AsSpan(start, length);
                if (!_byWords.TryGetValue(Hash(run), out var entries)) continue;
                foreach (var entry in entries)
                    if (run.SequenceEqual(entry.Words) && Counts(entry, words.AsSpan(0, count), start))
                        (found ??= ImmutableArray.CreateBuilder<OrganisationMatch>()).Add(new(entry.Organisation, entry.Kind, entry.Name, !Folding.Fold(part).Contains(entry.Folded, StringComparison.Ordinal)));
                if (found is not null) return; // a shorter name within it is not meant
            }
    }

    private bool Counts(Entry entry, ReadOnlySpan<string> words, int start)
    {
        if (entry.Words.Length > 1)
            foreach (var word in entry.Words)
                if (IsRare(word)) return true;
        for (var i = 0; i < words.Length; i++)
            if ((i < start || i >= start + entry.Words.Length) && !_desk.Contains(words[i])) return false;
        return true;
    }

    private bool IsRare(string word) => word.Length > 2 && !_frequent.Contains(word) && _bearers.GetValueOrDefault(word) <= 3;

    private void Add(ImmutableArray<Organisation> organisations, ProtectedKind kind)
    {
        foreach (var organisation in organisations)
        {
            foreach (var domain in organisation.Domains) _byDomain.TryAdd(domain.Name, organisation);
            foreach (var name in organisation.OtherNames.Prepend(organisation.Name))
            {
                var words = Words(name);
                if (words.Length is 0 or > LongestName || words.Sum(w => w.Length) < 3) continue;
                var hash = Hash(words);
                if (!_byWords.TryGetValue(hash, out var entries)) _byWords[hash] = entries = [];
                if (entries.Exists(e => ReferenceEquals(e.Organisation, organisation) && e.Words.AsSpan().SequenceEqual(words))) continue;
                entries.Add(new(words, Folding.Fold(name.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name), name, organisation, kind));
                _longest = Math.Max(_longest, words.Length);
                foreach (var word in words.Distinct(StringComparer.Ordinal)) _bearers[word] = _bearers.GetValueOrDefault(word) + 1;
            }
        }
    }

    private static IEnumerable<string> Parts(string text)
    {
        foreach (var part in text.Split(Separators, 8, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            foreach (var piece in part.Split([" - ", " via "], 4, StringSplitOptions.RemoveEmptyEntries))
                yield return piece;
    }

    /// <summary>Words as the eye takes them, without articles and legal forms.</summary>
    private string[] Words(string text)
    {
        var words = new List<string>();
        var look = Look.Of(text.Replace("'s ", " ", StringComparison.Ordinal).Replace("\u2019s ", " ", StringComparison.Ordinal));
        for (var i = 0; i < look.Length && words.Count < MaximumWords;)
        {
            while (i < look.Length && !char.IsLetterOrDigit(look[i])) i++;
            var start = i;
            while (i < look.Length && (char.IsLetterOrDigit(look[i]) || look[i] is '\'' or '.' && i + 1 < look.Length && char.IsLetterOrDigit(look[i + 1]))) i++;
            if (i > start && look[start..i].Replace("'", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal) is { Length: > 0 } word && !_aside.Contains(word)) words.Add(word);
        }
        return [.. words];
    }

    // FNV-1a over the words; what it finds is compared, so that a collision costs time only.
    private static ulong Hash(ReadOnlySpan<string> words)
    {
        var hash = 14695981039346656037UL;
        foreach (var word in words)
        {
            foreach (var c in word) hash = (hash ^ c) * 1099511628211UL;
            hash = (hash ^ ' ') * 1099511628211UL;
        }
        return hash;
    }
}
