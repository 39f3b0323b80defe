using System.Collections.Immutable;
using System.Globalization;
using Serjeant.Facts.Route;
using Serjeant.Values;

namespace Serjeant.Facts.Authentication;

/// <summary>Puts the ARC sets of a message together by instance (RFC 8617 section 4.2.1: 1 to 50).</summary>
internal sealed class ArcChain
{
    private const int MostInstances = 50;

    private readonly SortedDictionary<int, ArcSet> _sets = [];

    /// <summary>cv= of the highest seal that our own side put on; null where it put on none.</summary>
    public Verdict? OwnSeal { get; private set; }

    private int _ownInstance;

    public void AddSeal(ReadOnlySpan<char> text, bool own)
    {
        var instance = 0;
        DomainName sealer = default;
        var chain = Verdict.Unknown;
        var tags = new TagList(text);
        while (tags.Next())
        {
            if (tags.Tag.Same("i")) instance = Instance(tags.Value);
            else if (tags.Tag.Same("d")) sealer = NotedResults.DomainOf(tags.Value);
            else if (tags.Tag.Same("cv")) chain = Verdicts.Read(tags.Value);
        }
        if (instance is < 1 or > MostInstances) return;
        _sets[instance] = Set(instance) with { Sealer = sealer, Chain = chain };
        if (!own || instance <= _ownInstance) return;
        _ownInstance = instance;
        OwnSeal = chain;
    }

    public void AddResults(ReadOnlySpan<char> text)
    {
        var field = new ResultsField(WithoutInstance(text, out var instance));
        if (instance is < 1 or > MostInstances) return;
        var results = new NotedResults();
        results.Add(ref field);
        _sets[instance] = Set(instance) with
        {
            Authority = FieldText.Lower(field.Authority),
            Spf = results.Spf,
            Dkim = results.Dkim,
            Dmarc = results.Dmarc,
        };
    }

    public ImmutableArray<ArcSet> Sets() => [.. _sets.Values];

    /// <summary>Takes the leading "i=1;" off, which only ARC's own form of the field has.</summary>
    public static ReadOnlySpan<char> WithoutInstance(ReadOnlySpan<char> text, out int instance)
    {
        instance = 0;
        var end = text.IndexOf(';');
        if (end < 0) return text;
        var equals = text[..end].IndexOf('=');
        if (equals < 0 || !text[..equals].Trim(' ').Same("i")) return text;
        instance = Instance(text[(equals + 1)..end].Trim(' '));
        return text[(end + 1)..];
    }

    private static int Instance(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var instance) ? instance : 0;

    private ArcSet Set(int instance) =>
        _sets.TryGetValue(instance, out var set) ? set : new ArcSet(instance, default, Verdict.Unknown, "", Verdict.Unknown, [], Verdict.Unknown);
}
