using System.Collections.Immutable;

namespace Serjeant.Traces.Matching;

/// <summary>The field is a text, with wildcards.</summary>
internal sealed class TextTest : FieldTest
{
    private readonly TextPattern.Folded[] _patterns;
    private readonly bool _cased;

    public TextTest(string field, ImmutableArray<LineView> views, TextPattern pattern, bool cased) : base(field, views)
    {
        _cased = cased;
        _patterns = [.. from view in views select pattern.For(view, cased)];
        Needed = Rarity.Best(_patterns[0].Runs()) is { } needed ? [needed] : null;
        Cost = pattern.HasWildcards ? 4 * views.Length : views.Length;
    }

    public override int Cost { get; }

    public override IReadOnlyList<byte[]>? Needed { get; }

    protected override bool Holds(LineTexts line, LineView view) => _patterns[Views.IndexOf(view)].Matches(line.Folded(view, _cased));
}
