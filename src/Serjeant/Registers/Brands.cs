using System.Collections.Immutable;
using Serjeant.Values;

namespace Serjeant.Registers;

/// <summary>A firm, bank, carrier or cloud service whose name is borrowed to win trust.</summary>
/// <param name="Name">As people know it.</param>
/// <param name="Words">Folded spellings to look for, as whole words; a spelling may be several words.</param>
/// <param name="Domains">Registrable domains that it really writes from and links to.</param>
public sealed record Brand(string Name, ImmutableArray<string> Words, ImmutableArray<DomainName> Domains)
{
    /// <summary>The name is also a common word, a person or a place (apple, chase, orange): alone it says nothing.</summary>
    public bool Ambiguous { get; init; }

    /// <summary>Folded words of which one must stand in the same text for an ambiguous name to count ("account", "order"), unless the name is all of it.</summary>
    public ImmutableArray<string> With { get; init; } = [];

    /// <summary>Whether a domain is the brand's own or lies below one of its own.</summary>
    public bool Owns(DomainName domain)
    {
        foreach (var own in Domains)
            if (domain.IsWithin(own)) return true;
        return false;
    }
}

/// <summary>Brands known (data/brands).</summary>
public sealed class Brands
{
    private const char FirstUnspaced = '\u3040', LastUnspaced = '\u9fff';

    // By the first word of each spelling; the rest of a spelling is compared behind it.
    private readonly Dictionary<string, List<(string Spelling, int Brand)>> _byFirstWord = new(StringComparer.Ordinal);
    private readonly List<(string Spelling, int Brand)> _unspaced = []; // Chinese and Japanese put no space between words
    private readonly Dictionary<string, int> _byDomain = new(StringComparer.Ordinal);

    internal Brands(ImmutableArray<Brand> brands)
    {
        All = brands;
        for (var i = 0; i < brands.Length; i++)
        {
            foreach (var spelling in brands[i].Words)
            {
                if (spelling.AsSpan().IndexOfAnyInRange(FirstUnspaced, LastUnspaced) >= 0)
                {
                    _unspaced.Add((spelling, i));
                    continue;
                }
                var first = FirstWord(spelling, out _).ToString();
                if (!_byFirstWord.TryGetValue(first, out var spellings)) _byFirstWord[first] = spellings = [];
                spellings.Add((spelling, i));
            }
            foreach (var domain in brands[i].Domains) _byDomain.TryAdd(domain.Name, i);
        }
    }

    public ImmutableArray<Brand> All { get; }

    /// <summary>The brands as shipped in data/brands; data/README.md says where the list comes from.</summary>
    public static Brands Load()
    {
        var entries = ShippedEntries.Read("brands/brands.json");
        var brands = ImmutableArray.CreateBuilder<Brand>(entries.Count);
        foreach (var entry in entries)
            brands.Add(new(entry["name"][0], [.. entry.List("words")], ShippedData.Domains(entry.List("domains")))
            {
                Ambiguous = entry.ContainsKey("with"),
                With = [.. entry.List("with")],
            });
        return new(brands.MoveToImmutable());
    }

    /// <summary>The brands whose names are long enough to be known at a glance, with spellings as <see cref="Look"/> makes them.</summary>
    internal Brands ByLook() =>
        new([.. All.Where(b => !b.Ambiguous).Select(b => b with { Words = [.. b.Words.Where(w => w.Length >= 5).Select(Look.Of).Distinct()] })]);

    /// <summary>The brands named in a display name or a subject, or both joined by a space; in the order in which they stand there, each once.</summary>
    /// <param name="text">As shown; it is folded here (<see cref="Folding"/>), 16,384 characters at most.</param>
    public ImmutableArray<Brand> Find(string text) => FindIn(Folding.Fold(text));

    /// <summary>The same for a text already folded by <see cref="Folding.Fold"/>. One pass; whole words only.</summary>
    public ImmutableArray<Brand> FindIn(ReadOnlySpan<char> foldedText)
    {
        ImmutableArray<Brand>.Builder? found = null;
        var lookup = _byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var rest = foldedText; !rest.IsEmpty;)
        {
            var word = FirstWord(rest, out var start);
            if (word.IsEmpty) break;
            rest = rest[start..];
            if (lookup.TryGetValue(word, out var spellings))
                foreach (var (spelling, index) in spellings)
                    if (StandsAtBeginning(rest, spelling)) Add(ref found, index, spelling, foldedText);
            rest = rest[word.Length..];
        }
        if (foldedText.IndexOfAnyInRange(FirstUnspaced, LastUnspaced) >= 0)
            foreach (var (spelling, index) in _unspaced)
                if (foldedText.IndexOf(spelling, StringComparison.Ordinal) >= 0) Add(ref found, index, spelling, foldedText);
        return found?.ToImmutable() ?? [];
    }

    /// <summary>The brand that a domain really belongs to, by itself or a parent, or null.</summary>
    public Brand? FindByDomain(DomainName domain)
    {
        var lookup = _byDomain.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var name = domain.Name.AsSpan(); !name.IsEmpty;)
        {
            if (lookup.TryGetValue(name, out var index)) return All[index];
            var dot = name.IndexOf('.');
            if (dot < 0) return null;
            name = name[(dot + 1)..];
        }
        return null;
    }

    private void Add(ref ImmutableArray<Brand>.Builder? found, int index, string spelling, ReadOnlySpan<char> text)
    {
        var brand = All[index];
        if (found?.Contains(brand) != true && Counts(brand, spelling, text)) (found ??= ImmutableArray.CreateBuilder<Brand>()).Add(brand);
    }

    private static bool Counts(Brand brand, string spelling, ReadOnlySpan<char> text)
    {
        if (!brand.Ambiguous || text.Trim().SequenceEqual(spelling)) return true; // a display name that says nothing else means the firm
        foreach (var needed in brand.With)
            for (var rest = text; !rest.IsEmpty;)
            {
                var word = FirstWord(rest, out var start);
                if (word.IsEmpty) break;
                rest = rest[start..];
                if (StandsAtBeginning(rest, needed)) return true;
                rest = rest[word.Length..];
            }
        return false;
    }

    /// <summary>Whether a spelling of one or more words stands at the beginning; anything but letters and digits may part its words.</summary>
    private static bool StandsAtBeginning(ReadOnlySpan<char> text, ReadOnlySpan<char> spelling)
    {
        while (true)
        {
            var wanted = FirstWord(spelling, out var from);
            if (wanted.IsEmpty) return true;
            var word = FirstWord(text, out var start);
            if (start > MaximumGap || !word.SequenceEqual(wanted)) return false;
            text = text[(start + word.Length)..];
            spelling = spelling[(from + wanted.Length)..];
        }
    }

    // "wells  fargo", "lowe's", "office-365": more between two words than this parts two thoughts.
    private const int MaximumGap = 3;

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text, out int start)
    {
        start = 0;
        while (start < text.Length && !char.IsLetterOrDigit(text[start])) start++;
        var end = start;
        while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
        return text[start..end];
    }
}
