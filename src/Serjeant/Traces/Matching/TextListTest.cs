using System.Collections.Immutable;

namespace Serjeant.Traces.Matching;

/// <summary>The field is one of many texts: whole ones are told by their length first, contained ones by one pass for all.</summary>
internal sealed class TextListTest : FieldTest
{
    private readonly bool _cased;
    private readonly List[] _lists;

    public TextListTest(string field, ImmutableArray<LineView> views, IReadOnlyList<TextPattern> patterns, bool cased) : base(field, views)
    {
        _cased = cased;
        _lists = [.. from view in views select new List([.. patterns.Select(p => p.For(view, cased))])];
        var needed = patterns.Select(p => Rarity.Best(p.For(views[0], cased).Runs())).ToArray();
        Needed = needed.All(n => n is not null) ? [.. needed.OfType<byte[]>()] : null;
        Cost = 2 * patterns.Count * views.Length;
    }

    public override int Cost { get; }

    public override IReadOnlyList<byte[]>? Needed { get; }

    protected override bool Holds(LineTexts line, LineView view) => _lists[Views.IndexOf(view)].Holds(line.Folded(view, _cased));

    private sealed class List
    {
        private readonly byte[][]?[] _exact;
        private readonly TextPattern.Folded[] _contained;
        private readonly TextPattern.Folded[] _others;
        private readonly LiteralAutomaton _texts;

        public List(TextPattern.Folded[] patterns)
        {
            var exact = patterns.Select(p => p.Exact).OfType<byte[]>().ToArray();
            _exact = new byte[][]?[exact.Select(e => e.Length + 1).DefaultIfEmpty(0).Max()];
            foreach (var length in exact.GroupBy(e => e.Length)) _exact[length.Key] = [.. length];
            _contained = [.. patterns.Where(p => p.Contained is not null)];
            _texts = new(_contained.Select(p => (Rarity.Best([p.Contained!]) ?? p.Contained!, 0)));
            _others = [.. patterns.Where(p => p.Exact is null && p.Contained is null)];
        }

        public bool Holds(ReadOnlySpan<byte> text)
        {
            if (text.Length < _exact.Length && _exact[text.Length] is { } same)
                foreach (var one in same)
                    if (text.SequenceEqual(one)) return true;
            foreach (var pattern in _others)
                if (pattern.Matches(text)) return true;
            // The automaton takes a plus for a space, so what it finds is looked at again.
            if (_contained.Length == 0 || !_texts.FindsAny(text)) return false;
            foreach (var pattern in _contained)
                if (pattern.Matches(text)) return true;
            return false;
        }
    }
}
