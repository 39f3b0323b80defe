using System.Collections.Immutable;
using Serjeant.Values;

namespace Serjeant.Registers.LookAlikes;

/// <summary>
/// Answers whom a domain imitates, without making up a single look-alike: keys of what a name becomes at a glance and with a letter
/// less are looked up, and what is near is weighed by how it was likeliest made and how rare the imitated label is. The time for one
/// name is bounded, whatever the name. Safe to call from many threads.
/// </summary>
public sealed class LookAlikeIndex
{
    /// <summary>Parts of labels that more labels than this share say nothing.</summary>
    private const int CommonPart = 24;

    /// <summary>Two edits are looked for in labels of this many letters and more; shorter ones are too near to too many words.</summary>
    internal const int LongLabel = 12;

    /// <summary>Of less that is seen at a glance, no letter may differ beside letters that look alike.</summary>
    internal const int ShortGlance = 5;

    /// <summary>A roster never lists all whom somebody may imitate: the fewest names that chance is reckoned with.</summary>
    private const int FewestNames = 64;

    private readonly HashSet<string> _own = new(StringComparer.Ordinal);

    private readonly HashSet<ulong> _tails = [];

    /// <param name="names">What is protected.</param>
    /// <param name="own">Domains that belong to the owners though nobody needs to protect them: they, and all below them, imitate nothing.</param>
    public LookAlikeIndex(IEnumerable<ProtectedName> names, IEnumerable<DomainName> own)
        : this(names, own, null)
    {
    }

    /// <param name="odds">What is known of innocent names; null for what ships.</param>
    internal LookAlikeIndex(IEnumerable<ProtectedName> names, IEnumerable<DomainName> own, LabelOdds? odds)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(own);
        foreach (var domain in own) _own.Add(domain.Name);
        var labels = ImmutableArray.CreateBuilder<ProtectedLabel>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (name.Kind != ProtectedKind.Person && DomainName.TryParse(name.Name, out var domain)) _own.Add(domain.Name);
            if (seen.Add(name.Name) && ProtectedLabel.Of(name) is { Text.Length: > 1 } label) labels.Add(label);
        }
        Labels = labels.ToImmutable();
        HasShort = Labels.Any(l => l.Sight.Length < LabelPrefixes.Letters);
        Longest = Labels.IsEmpty ? 0 : Labels.Max(l => l.Text.Length);
        LongestBody = Labels.Where(l => !l.IsPerson).Select(l => l.Text.Length).DefaultIfEmpty().Max();
        Prefixes = new(Labels);
        foreach (var words in Labels.Where(l => !l.IsPerson).SelectMany(SuffixTails)) _tails.Add(words);
        var (letters, forms) = KeysOf(Labels);
        Keys = new(letters);
        Forms = new(forms);
        Shapes = [.. Labels.Select(l => (l.Mask, (short)l.Text.Length, (short)(l.IsPerson ? 3 : 4)))];
        if (Labels.IsEmpty) return;
        Odds = odds ?? LabelOdds.Shipped;
        // Bodies are imitated as often as all people together, however many people there are.
        var people = Labels.Count(l => l.IsPerson);
        var share = people > 0 && people < Labels.Length ? 2 : 1;
        var (body, person) = (Math.Log2(Math.Max(FewestNames, (Labels.Length - people) * share)), Math.Log2(Math.Max(FewestNames, people * share)));
        var within = CountWithin(Odds.Names);
        for (var i = 0; i < Labels.Length; i++) Labels[i].Weigh(Odds, within[i], Labels[i].IsPerson ? person : body);
    }

    /// <summary>How many labels are protected.</summary>
    public int Count => Labels.Length;

    /// <summary>Bytes of the index, without the names themselves.</summary>
    public long Bytes => Keys.Bytes + Forms.Bytes + Prefixes.Bytes + (16L * Shapes.Length);

    internal ImmutableArray<ProtectedLabel> Labels { get; }

    /// <summary>Letters of the longest label, and of the longest that is no person's.</summary>
    internal int Longest { get; }

    internal int LongestBody { get; }

    internal LabelPrefixes Prefixes { get; }

    /// <summary>Labels, whole or with a letter less.</summary>
    internal KeyTable Keys { get; }

    /// <summary>What else they are found by; apart, since it is little and stays at hand.</summary>
    internal KeyTable Forms { get; }

    /// <summary>What is looked at of a label before it is compared: what stands in it, its length, and in how many bits another may differ.</summary>
    internal (ulong Mask, short Length, short Apart)[] Shapes { get; }

    internal LabelOdds Odds { get; } = null!;

    /// <summary>Whether any label is too short to be looked for within words.</summary>
    internal bool HasShort { get; }

    /// <summary>What is protected of a roster: the domains of its bodies, outlets and correspondents, and its people's names as domains.</summary>
    public static LookAlikeIndex Of(Roster roster) => Of(roster, [], []);

    /// <param name="more">Names protected beside the roster's.</param>
    /// <param name="own">Further domains of the owners, which imitate nothing.</param>
    public static LookAlikeIndex Of(Roster roster, IEnumerable<ProtectedName> more, IEnumerable<DomainName> own)
    {
        ArgumentNullException.ThrowIfNull(roster);
        ArgumentNullException.ThrowIfNull(more);
        ArgumentNullException.ThrowIfNull(own);
        return new(
            [
                .. roster.Bodies.SelectMany(o => Names(o, ProtectedKind.Body)),
                .. roster.Outlets.SelectMany(o => Names(o, ProtectedKind.Outlet)),
                .. roster.Correspondents.SelectMany(o => Names(o, ProtectedKind.Correspondent)),
                .. more,
                .. roster.People.SelectMany(PersonLabels.Of),
            ],
            own.Concat(roster.People.SelectMany(PersonLabels.Own)));

        static IEnumerable<ProtectedName> Names(Organisation organisation, ProtectedKind kind) =>
            organisation.Domains.Select(d => new ProtectedName(d.Registrable.Name, organisation.Name, kind));
    }

    /// <summary>Whom a name imitates; null where nobody, and for the owners' own names and what lies below them. Never throws.</summary>
    public LookAlike? Find(DomainName candidate) => Find(candidate.Name.AsSpan());

    /// <summary>The same for text as it is found in feeds: any case, a final dot, a beginning "*.". Allocates nothing where nobody is imitated.</summary>
    public LookAlike? Find(ReadOnlySpan<char> name) => Labels.IsEmpty ? null : LookAlikeSearch.Find(this, name);

    /// <summary>Whether a name, or one above it, is an owner's.</summary>
    internal bool IsOwn(ReadOnlySpan<char> name)
    {
        var lookup = _own.GetAlternateLookup<ReadOnlySpan<char>>();
        while (true)
        {
            if (lookup.Contains(name)) return true;
            var dot = name.IndexOf('.');
            if (dot < 0) return false;
            name = name[(dot + 1)..];
        }
    }

    /// <summary>Whether a text without hyphens is what a protected name's suffix begins with: gov, govuk.</summary>
    internal bool IsTail(ReadOnlySpan<byte> text) => _tails.Contains(LookKeys.Key(text, LookKeys.Tail));

    private static IEnumerable<ulong> SuffixTails(ProtectedLabel label)
    {
        yield return LookKeys.Key(label.SuffixWords.AsSpan(), LookKeys.Tail);
        if (label.Suffix.IndexOf('.', StringComparison.Ordinal) is > 1 and var dot) yield return LookKeys.Key(label.SuffixWords.AsSpan()[..dot], LookKeys.Tail);
    }

    /// <summary>In how many names each label stands within a longer one.</summary>
    private int[] CountWithin(IEnumerable<string> names)
    {
        var counts = new int[Labels.Length];
        Span<byte> letters = stackalloc byte[256], sight = stackalloc byte[256], ends = stackalloc byte[256];
        foreach (var name in names)
        {
            var suffix = PublicSuffixes.Shared.SuffixLength(name);
            if (suffix >= name.Length || name.Length > HostText.LongestName || IsOwn(name)) continue;
            HostText.Read(name.AsSpan(0, name.Length - suffix - 1), letters, out var count, out _);
            var length = LookKeys.Sight(letters[..count], sight, ends);
            uint code = 0;
            for (var end = 0; end < length; end++)
            {
                code = LabelPrefixes.Roll(code, sight[end]);
                var start = end - LabelPrefixes.Letters + 1;
                if (start < 0 || !Prefixes.MayBegin(code)) continue;
                for (var i = Prefixes.First(code); i != 0; i = Prefixes.Next(i))
                {
                    var label = Labels[i - 1].Sight.AsSpan();
                    if (length > label.Length && sight[start..length].StartsWith(label)) counts[i - 1]++;
                }
            }
        }
        return counts;
    }

    private static (List<(ulong Key, int Value)> Letters, List<(ulong Key, int Value)> Forms) KeysOf(ImmutableArray<ProtectedLabel> labels)
    {
        var letters = new List<(ulong Key, int Value)>(labels.Length * 24);
        var keys = new List<(ulong Key, int Value)>();
        var parts = new List<(ulong Key, int Value)>();
        Span<byte> form = stackalloc byte[64], joined = stackalloc byte[320];
        Span<ulong> deletions = stackalloc ulong[80];
        for (var i = 0; i < labels.Length; i++)
        {
            var label = labels[i];
            if (label.IsFamilyName) continue;
            var text = label.Text.AsSpan();
            var squeezed = joined[..LookKeys.Squeeze(text, joined)];
            foreach (var key in deletions[..LookKeys.Deletions(squeezed, LookKeys.Letter, deletions)]) letters.Add((key, i));
            var glance = form[..LookKeys.AtAGlance(text, form)];
            foreach (var key in deletions[..(glance.Length >= ShortGlance ? LookKeys.Deletions(glance, LookKeys.Glance, deletions) : LookKeys.Only(glance, LookKeys.Glance, deletions))]) letters.Add((key, i));
            // One change of a person's name is a look-alike, two make somebody else's.
            if (label.IsPerson) continue;
            var consonants = form[..LookKeys.Consonants(text, form)];
            if (consonants.Length > 3) keys.Add((LookKeys.Key(consonants, LookKeys.Consonant), i));
            if (squeezed.Length >= LongLabel)
            {
                var part = squeezed.Length / 3;
                parts.Add((LookKeys.Key(squeezed[..part], LookKeys.Part), i));
                parts.Add((LookKeys.Key(squeezed[part..(2 * part)], LookKeys.Part + 1), i));
                parts.Add((LookKeys.Key(squeezed[^part..], LookKeys.Part + 2), i));
            }
            // With all its suffix and no dots, whatever suffix a dot more makes: parl.iament.example, corrie.re.it.
            label.SuffixWords.AsSpan().CopyTo(joined[squeezed.Length..]);
            keys.Add((LookKeys.Key(joined[..(squeezed.Length + label.SuffixWords.Length)], LookKeys.Joined), i));
            // What dnstwist makes of artscouncil-ni: another word in the place of the first or the last.
            var (first, final) = (text.IndexOf((byte)'-'), text.LastIndexOf((byte)'-'));
            if (first > 0 && final < text.Length - 1)
            {
                keys.Add((LookKeys.Key(text[..final], LookKeys.Head), i));
                keys.Add((LookKeys.Key(text[(first + 1)..], LookKeys.Tail), i));
            }
            if (label.Sight.Length >= LabelPrefixes.Letters) continue;
            // Too short to be looked for within words, so as a word and joined to its suffix: kent-gov-uk.
            keys.Add((LookKeys.Key(squeezed, LookKeys.Whole), i));
            label.SuffixWords.AsSpan().CopyTo(joined[squeezed.Length..]);
            for (var end = 2; end <= label.SuffixWords.Length; end++) keys.Add((LookKeys.Key(joined[..(squeezed.Length + end)], LookKeys.Whole), i));
        }
        foreach (var group in parts.GroupBy(p => p.Key))
            if (group.Count() <= CommonPart) keys.AddRange(group);
        return (letters, keys);
    }
}
