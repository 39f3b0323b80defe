using System.Text;
using Serjeant.Traces.Matching;

namespace Serjeant.Traces.Sigma;

/// <summary>Runs a set of rules over lines, one after the other. One for each thread: the set is shared, this is not.</summary>
public sealed class RuleMatcher(RuleSet rules)
{
    /// <summary>Fields shown of one hit, and bytes of each: enough to see why, too little to be a copy of the log.</summary>
    private const int MostFields = 6, LongestShown = 200, LongestClient = 100;

    private readonly LineTexts _texts = new();
    private readonly List<int> _candidates = [];
    private bool[] _seen = [];

    /// <summary>Adds what of the rules a line fires.</summary>
    /// <param name="number">Of the line in its file, from 1.</param>
    public void Match(LogEvent line, long number, ICollection<RuleHit> hits)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(hits);
        if (rules.For(line.Source) is not { } group) return;
        if (_seen.Length < group.Clauses.Length) _seen = new bool[group.Clauses.Length];
        group.Texts.Find(line.Line, _candidates, _seen);
        // Values that were escaped stand in the line otherwise. Those of W3C logs only have a space for a plus.
        if (line.Format != LogFormat.W3C && line.Made is { IsEmpty: false } made) group.Texts.Find(made, _candidates, _seen);
        if (_candidates.Count + group.Always.Length == 0) return;
        _texts.Begin(line);
        foreach (var rule in _candidates)
        {
            _seen[rule] = false;
            if (group.Clauses[rule].Holds(_texts)) hits.Add(Hit(group, rule, number));
        }
        _candidates.Clear();
        foreach (var rule in group.Always)
            if (group.Clauses[rule].Holds(_texts)) hits.Add(Hit(group, rule, number));
    }

    /// <summary>The same by trying every rule on every line: what the automaton saves is measured against it.</summary>
    internal void MatchEach(LogEvent line, long number, ICollection<RuleHit> hits)
    {
        if (rules.For(line.Source) is not { } group) return;
        _texts.Begin(line);
        for (var rule = 0; rule < group.Clauses.Length; rule++)
            if (group.Clauses[rule].Holds(_texts)) hits.Add(Hit(group, rule, number));
    }

    private RuleHit Hit(RuleSet.Group group, int rule, long number)
    {
        var shown = new List<(string Field, LineView View)>();
        group.Clauses[rule].Tell(_texts, shown);
        var fields = from field in shown.Distinct().Take(MostFields)
                     where field.View != LineView.Line
                     select new RuleHit.Field(field.Field, Text(_texts.Raw(field.View), LongestShown));
        return new(group.Rules[rule], _texts.Event.Time, Text(_texts.Event[LogField.Client], LongestClient), number, [.. fields.Distinct()])
        {
            Status = Text(_texts.Event[LogField.Status], 20),
            Request = Text(_texts.Raw(LineView.Request) is { IsEmpty: false } request ? request : _texts.Event[LogField.Host], LongestShown),
        };
    }

    private static string Text(ReadOnlySpan<byte> bytes, int most) =>
        bytes.Length <= most ? Encoding.UTF8.GetString(bytes) : Encoding.UTF8.GetString(bytes[..most]) + "…";
}
