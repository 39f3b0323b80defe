using System.Collections.Immutable;
using Serjeant.Registers;

namespace Serjeant.Campaigns;

/// <summary>
/// What the targeted share more often than everybody on the roster: Fisher's exact test for each attribute, odds ratio with Woolf's
/// interval (1955), and the correction of Benjamini and Hochberg (1995) for having asked about so many attributes.
/// </summary>
public sealed class Victimology
{
    private const double Z95 = 1.959963984540054;

    private readonly Dictionary<string, int> _people = new(StringComparer.Ordinal);
    private readonly List<(string Attribute, int[] People)> _attributes = [];
    private readonly FisherExact _fisher;
    private readonly double _worst;

    /// <param name="worst">The largest q that is reported: what lies above may be chance.</param>
    public Victimology(Roster roster, double worst = 0.05)
    {
        ArgumentNullException.ThrowIfNull(roster);
        _worst = worst;
        _fisher = new(roster.People.Length);
        var having = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < roster.People.Length; i++)
        {
            _people.TryAdd(roster.People[i].Id, i);
            foreach (var attribute in roster.People[i].Attributes.Distinct())
            {
                var name = attribute.ToString();
                if (!having.TryGetValue(name, out var people)) having[name] = people = [];
                people.Add(i);
            }
        }
        // What one person alone has nobody can share: asking about it would only weaken the others.
        _attributes.AddRange(having.Where(a => a.Value.Count >= 2).OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => (a.Key, a.Value.ToArray())));
    }

    /// <param name="targets">Identifiers of people on the roster; unknown ones are left out.</param>
    /// <returns>Attributes that at least two of them have, more often than the others and with a q that is small enough; by q, then by odds ratio.</returns>
    public ImmutableArray<SharedAttribute> Find(IEnumerable<string> targets)
    {
        ArgumentNullException.ThrowIfNull(targets);
        var targeted = new bool[_people.Count == 0 ? 0 : _people.Values.Max() + 1];
        var count = 0;
        foreach (var target in targets)
            if (_people.TryGetValue(target, out var index) && !targeted[index])
            {
                targeted[index] = true;
                count++;
            }
        if (count < 2) return [];
        var tested = _attributes.ConvertAll(a => Test(a.Attribute, a.People.Count(p => targeted[p]), count, a.People.Length, targeted.Length));
        Correct(tested);
        return
        [
            .. tested.Where(t => t.Targeted >= 2 && t.OddsRatio > 1 && t.Q <= _worst)
                .OrderBy(t => t.Q).ThenByDescending(t => t.OddsRatio).ThenBy(t => t.Attribute, StringComparer.Ordinal),
        ];
    }

    internal SharedAttribute Test(string attribute, int both, int targeted, int having, int total)
    {
        double a = both, b = targeted - both, c = having - both, d = total - targeted - having + both;
        if (a == 0 || b == 0 || c == 0 || d == 0) (a, b, c, d) = (a + 0.5, b + 0.5, c + 0.5, d + 0.5);
        var ratio = a * d / (b * c);
        var error = Z95 * Math.Sqrt((1 / a) + (1 / b) + (1 / c) + (1 / d));
        var p = _fisher.AtLeast(both, targeted, having, total);
        return new(attribute, both, targeted, having, total, ratio, ratio * Math.Exp(-error), ratio * Math.Exp(error), p, p);
    }

    private static void Correct(List<SharedAttribute> tested)
    {
        tested.Sort((x, y) => x.P != y.P ? x.P.CompareTo(y.P) : string.CompareOrdinal(x.Attribute, y.Attribute));
        var least = 1.0;
        for (var i = tested.Count - 1; i >= 0; i--)
        {
            least = Math.Min(least, tested[i].P * tested.Count / (i + 1));
            tested[i] = tested[i] with { Q = least };
        }
    }
}
