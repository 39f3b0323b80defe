using System.Collections.Immutable;
using Serjeant.Traces.Matching;

namespace Serjeant.Traces.Sigma;

/// <summary>
/// Rules ready to run, and those that are not used with the reason. For each kind of log one automaton looks for the texts that the rules need, so that
/// an ordinary line costs one pass; only rules whose text was found, and those that need none, are then tried exactly.
/// </summary>
public sealed class RuleSet
{
    private readonly Dictionary<LogSource, Group> _groups = [];

    internal RuleSet(IReadOnlyList<(SigmaRule Rule, Clause Clause)> rules, IReadOnlyList<RefusedRule> refused, int files, int filters)
    {
        (Files, Filters) = (files, filters);
        Rules = [.. rules.Select(r => r.Rule)];
        Refused = [.. refused.OrderBy(r => r.Reason).ThenBy(r => r.Detail, StringComparer.Ordinal).ThenBy(r => r.Place, StringComparer.Ordinal)];
        foreach (var source in rules.GroupBy(r => r.Rule.Source)) _groups.Add(source.Key, new([.. source]));
    }

    /// <summary>Files that were read; one may hold several rules.</summary>
    public int Files { get; }

    /// <summary>Filters in the specification's sense, which narrow other rules.</summary>
    public int Filters { get; }

    /// <summary>Those in use.</summary>
    public ImmutableArray<SigmaRule> Rules { get; }

    /// <summary>Those not in use, by reason.</summary>
    public ImmutableArray<RefusedRule> Refused { get; }

    /// <summary>Null where no rule is about such logs.</summary>
    internal Group? For(LogSource source) => _groups.GetValueOrDefault(source);

    /// <summary>The rules about one kind of log.</summary>
    internal sealed class Group
    {
        public Group(IReadOnlyList<(SigmaRule Rule, Clause Clause)> rules)
        {
            Rules = [.. rules.Select(r => r.Rule)];
            Clauses = [.. rules.Select(r => r.Clause)];
            var needed = Clauses.Select(c => c.Needed).ToArray();
            Always = [.. Enumerable.Range(0, Clauses.Length).Where(i => needed[i] is null)];
            Texts = new(from i in Enumerable.Range(0, Clauses.Length) where needed[i] is not null from text in needed[i]! select (text, i));
        }

        public SigmaRule[] Rules { get; }

        public Clause[] Clauses { get; }

        /// <summary>Rules that no text can rule out.</summary>
        public int[] Always { get; }

        public LiteralAutomaton Texts { get; }
    }
}
