using System.Text;
using Serjeant.Traces.Matching;
using Serjeant.Values;

namespace Serjeant.Traces.Sigma;

/// <summary>Loads rules from files and folders, or those that are shipped, and makes them ready to run.</summary>
public sealed class RuleSetMaker
{
    /// <summary>Files below the folders that are given; SigmaHQ has under 4,000.</summary>
    private const int MostFiles = 100_000;

    private readonly RuleReader _reader = new(FieldMap.Shipped);

    /// <param name="paths">Files, or folders whose *.yml and *.yaml files are read, whatever lies below; none for the shipped rules.</param>
    /// <exception cref="SerjeantException">A path is not there or cannot be read.</exception>
    public RuleSet Make(IReadOnlyList<string> paths, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var texts = paths.Count == 0 ? Shipped() : paths.SelectMany(p => Below(p));
        return MakeFrom(texts, cancellation);
    }

    /// <summary>The same from texts, each with the place that refusals name.</summary>
    internal RuleSet MakeFrom(IEnumerable<(string Place, string Text)> texts, CancellationToken cancellation = default)
    {
        var (rules, filters, refused) = (new List<RuleReader.ReadRule>(), new List<RuleReader.ReadFilter>(), new List<RefusedRule>());
        var files = 0;
        foreach (var (place, text) in texts)
        {
            cancellation.ThrowIfCancellationRequested();
            files++;
            _reader.Read(text, place, rules, filters, refused);
        }
        var kept = Once(rules, refused).Select(r => (r.Rule, Filtered(r, filters))).ToArray();
        return new(kept, refused, files, filters.Count);
    }

    private static List<RuleReader.ReadRule> Once(List<RuleReader.ReadRule> rules, List<RefusedRule> refused)
    {
        var kept = new List<RuleReader.ReadRule>(rules.Count);
        var ids = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var rule in rules)
            if (rule.Rule.Id.Length == 0 || ids.TryAdd(rule.Rule.Id, rule.Rule.Place)) kept.Add(rule);
            else refused.Add(new(rule.Rule.Place, rule.Rule.Title, RefusalReason.Twice, $"its id was read from {ids[rule.Rule.Id]} before"));
        return kept;
    }

    private static Clause Filtered(RuleReader.ReadRule rule, List<RuleReader.ReadFilter> filters)
    {
        var own = filters.Where(f => f.Source == rule.Rule.Source && (f.Rules.Contains("any") || f.Rules.Contains(rule.Rule.Id) || f.Rules.Contains(rule.Rule.Title))).ToArray();
        return own.Length == 0 ? rule.Clause : new Clause.All([rule.Clause, .. own.Select(f => f.Clause)]);
    }

    private static IEnumerable<(string Place, string Text)> Shipped() =>
        from name in ShippedData.List("sigma/rules/").Order(StringComparer.Ordinal)
        select ($"shipped/{name}", ShippedData.ReadText("sigma/rules/" + name));

    private static IEnumerable<(string Place, string Text)> Below(string path)
    {
        if (File.Exists(path)) return [(path, Text(path))];
        if (!Directory.Exists(path)) throw new SerjeantException($"{path}: it is not there", retryHelps: false) { Place = path };
        string[] files;
        try
        {
            // Links are not followed: a circle of them has no end.
            var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
            files = [.. Directory.EnumerateFiles(path, "*.y*ml", options)
                .Where(f => f.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || f.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)).Take(MostFiles).Order(StringComparer.Ordinal)];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SerjeantException($"{path}: it cannot be read: {problem.Message}", retryHelps: false, problem) { Place = path };
        }
        return files.Select(file => (Path.GetRelativePath(path, file).Replace('\\', '/'), Text(file)));
    }

    private static string Text(string path)
    {
        try
        {
            using var file = new StreamReader(path, Encoding.UTF8);
            var letters = new char[RuleReader.LongestText + 1];
            return new string(letters, 0, file.ReadBlock(letters));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SerjeantException($"{path}: it cannot be read: {problem.Message}", retryHelps: false, problem) { Place = path };
        }
    }
}
