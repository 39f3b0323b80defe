namespace Serjeant.Traces.Matching;

/// <summary>Something that is true of a line or not: a test of one field, or clauses joined.</summary>
internal abstract class Clause
{
    public abstract bool Holds(LineTexts line);

    /// <summary>How long it takes beside others, so that the quick ones are tried first.</summary>
    public abstract int Cost { get; }

    /// <summary>Texts (lower case) one of which stands in the line as logged wherever the clause holds; null where nothing such is known.</summary>
    public virtual IReadOnlyList<byte[]>? Needed => null;

    /// <summary>
    /// The clause without what no log of ours can answer. What is unknown must not decide: it may be left out where others remain that make the clause
    /// true (negated: false) without it, else there is no answer at all.
    /// </summary>
    /// <param name="negated">Whether it stands under an odd number of "not".</param>
    /// <param name="left">Gets the names of the fields left out.</param>
    /// <returns>Null if it cannot be answered.</returns>
    public virtual Clause? Answerable(bool negated, ISet<string> left) => this;

    /// <summary>The tests that hold, for showing; what is true because something is absent shows nothing.</summary>
    public virtual void Tell(LineTexts line, ICollection<(string Field, LineView View)> shown)
    {
    }

    /// <summary>All hold.</summary>
    internal sealed class All(IEnumerable<Clause> parts) : Clause
    {
        private readonly Clause[] _parts = [.. parts.OrderBy(p => p.Cost)];

        public override int Cost { get; } = parts.Sum(p => p.Cost);

        public override IReadOnlyList<byte[]>? Needed => _parts.Select(p => p.Needed).OfType<IReadOnlyList<byte[]>>().MinBy(Rarity.Of);

        public override bool Holds(LineTexts line)
        {
            foreach (var part in _parts)
                if (!part.Holds(line)) return false;
            return true;
        }

        public override Clause? Answerable(bool negated, ISet<string> left) => Remaining(_parts, mayLeave: negated, negated, left) is { } kept ? new All(kept) : null;

        public override void Tell(LineTexts line, ICollection<(string Field, LineView View)> shown)
        {
            foreach (var part in _parts) part.Tell(line, shown);
        }
    }

    /// <summary>At least one holds.</summary>
    internal sealed class Any(IEnumerable<Clause> parts) : Clause
    {
        private readonly Clause[] _parts = [.. parts.OrderBy(p => p.Cost)];

        public override int Cost { get; } = parts.Sum(p => p.Cost);

        public override IReadOnlyList<byte[]>? Needed
        {
            get
            {
                var all = new List<byte[]>();
                foreach (var part in _parts)
                    if (part.Needed is { } needed) all.AddRange(needed);
                    else return null;
                return all;
            }
        }

        public override bool Holds(LineTexts line)
        {
            foreach (var part in _parts)
                if (part.Holds(line)) return true;
            return false;
        }

        public override Clause? Answerable(bool negated, ISet<string> left) => Remaining(_parts, mayLeave: !negated, negated, left) is { } kept ? new Any(kept) : null;

        public override void Tell(LineTexts line, ICollection<(string Field, LineView View)> shown)
        {
            foreach (var part in _parts)
                if (part.Holds(line)) part.Tell(line, shown);
        }
    }

    internal sealed class Not(Clause part) : Clause
    {
        public override int Cost => part.Cost;

        public override bool Holds(LineTexts line) => !part.Holds(line);

        public override Clause? Answerable(bool negated, ISet<string> left) => part.Answerable(!negated, left) is { } kept ? new Not(kept) : null;
    }

    /// <summary>A test of a field that no log of this kind has.</summary>
    internal sealed class Unknown(string field) : Clause
    {
        public override int Cost => 0;

        public override bool Holds(LineTexts line) => false;

        public override Clause? Answerable(bool negated, ISet<string> left)
        {
            left.Add(field);
            return null;
        }
    }

    private static List<Clause>? Remaining(Clause[] parts, bool mayLeave, bool negated, ISet<string> left)
    {
        var kept = new List<Clause>(parts.Length);
        var whole = true;
        foreach (var part in parts)
            if (part.Answerable(negated, left) is { } answer) kept.Add(answer);
            else whole = false;
        return kept.Count > 0 && (whole || mayLeave) ? kept : null;
    }
}
