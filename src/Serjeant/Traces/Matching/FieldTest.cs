using System.Collections.Immutable;

namespace Serjeant.Traces.Matching;

/// <summary>A test of one field, which a log may hold in several places; it holds if it does of one of them.</summary>
/// <param name="name">As the rule names it.</param>
/// <param name="views">Where to look; the last is the field itself, those before it what rule writers also mean by its name.</param>
internal abstract class FieldTest(string name, ImmutableArray<LineView> views) : Clause
{
    protected ImmutableArray<LineView> Views => views;

    public override bool Holds(LineTexts line)
    {
        foreach (var view in views)
            if (Holds(line, view)) return true;
        return false;
    }

    public override void Tell(LineTexts line, ICollection<(string Field, LineView View)> shown)
    {
        foreach (var view in views)
            if (Holds(line, view))
            {
                shown.Add((name, view));
                return;
            }
    }

    protected abstract bool Holds(LineTexts line, LineView view);
}
