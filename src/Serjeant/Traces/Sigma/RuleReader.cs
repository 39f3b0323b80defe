using System.Collections.Immutable;
using Serjeant.Traces.Matching;

namespace Serjeant.Traces.Sigma;

/// <summary>Reads one text: a rule, or several documents. Whatever is wrong with one becomes a refusal; nothing is thrown.</summary>
internal sealed class RuleReader(FieldMap fields)
{
    /// <summary>Bytes of a file; the largest of SigmaHQ has a tenth.</summary>
    public const int LongestText = 1 << 20;

    private const int MostTexts = 50, LongestField = 300;

    private readonly DetectionReader _detections = new(fields);

    /// <param name="place">As refusals name it.</param>
    public void Read(string text, string place, ICollection<ReadRule> rules, ICollection<ReadFilter> filters, ICollection<RefusedRule> refused)
    {
        List<SigmaNode> documents;
        try
        {
            if (text.Length > LongestText) throw UnusableRuleException.Malformed("larger than any rule is");
            documents = SigmaYaml.Read(text);
        }
        catch (UnusableRuleException problem)
        {
            refused.Add(new(At(place, problem.Line), "", problem.Reason, problem.Message));
            return;
        }
        // A file without a rule is told, so that the counts add up to the files that were given.
        if (documents.TrueForAll(d => d.IsNull)) refused.Add(new(place, "", RefusalReason.Malformed, "the file is empty"));
        foreach (var document in documents)
            try
            {
                if (document.IsNull) continue;
                if (document["filter"] is { } filter) filters.Add(Filter(document, filter, place));
                else rules.Add(Rule(document, At(place, document.Line > 1 ? document.Line : 0)));
            }
            catch (UnusableRuleException problem)
            {
                refused.Add(new(At(place, problem.Line), Short(document.TextOf("title")), problem.Reason, Short(problem.Message)));
            }
    }

    private ReadRule Rule(SigmaNode document, string place)
    {
        if (document.Entries is null) throw UnusableRuleException.Malformed("this is no rule: there are no \"key: value\" lines", document.Line);
        if (document["correlation"] is { } correlation) throw new UnusableRuleException(RefusalReason.Correlation, correlation.TextOf("type"), correlation.Line);
        if (document["action"] is { } action) throw new UnusableRuleException(RefusalReason.Malformed, $"action: {action.Text}: collections of the old specification", action.Line);
        if (document["detection"] is not { } detection || document["logsource"] is not { } logs) throw UnusableRuleException.Malformed("this is no rule: detection or logsource is missing", document.Line);
        if (document.TextOf("status") is "deprecated" or "unsupported") throw new UnusableRuleException(RefusalReason.Withdrawn, document.TextOf("status"));
        var source = Source(logs);
        var left = new SortedSet<string>(StringComparer.Ordinal);
        var clause = _detections.Read(detection, source, left);
        var tags = document.TextsOf("tags").Take(MostTexts).Select(Short).ToImmutableArray();
        return new(new(
            Short(document.TextOf("id")), Short(document.TextOf("title")), Level(document.TextOf("level")), Short(document.TextOf("author")), source, tags,
            [.. from tag in tags where IsTechnique(tag) select tag["attack.".Length..].ToUpperInvariant()],
            [.. document.TextsOf("references").Take(MostTexts).Select(Short)],
            left.Count == 0 ? [] : [$"without {string.Join(", ", left)}, which our logs do not have"],
            place), clause);
    }

    private ReadFilter Filter(SigmaNode document, SigmaNode filter, string place)
    {
        var source = Source(document["logsource"] ?? throw UnusableRuleException.Malformed("a filter without logsource", filter.Line));
        var rules = filter.TextsOf("rules").ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (rules.Count == 0) throw UnusableRuleException.Malformed("a filter that names no rules", filter.Line);
        var detection = new SigmaNode { Line = filter.Line, Entries = [.. (filter.Entries ?? []).Where(e => e.Key != "rules")] };
        var left = new SortedSet<string>(StringComparer.Ordinal);
        var clause = _detections.Read(detection, source, left);
        // A filter that is only half understood would hide what it should not.
        return left.Count == 0 ? new(source, rules, clause, place) : throw new UnusableRuleException(RefusalReason.FieldMissing, string.Join(", ", left));
    }

    private LogSource Source(SigmaNode logs)
    {
        var (category, product, service) = (logs.TextOf("category"), logs.TextOf("product"), logs.TextOf("service"));
        if (fields.SourceOf(category, product, service, out var why) is { } source) return source;
        var named = string.Join('/', new[] { product, category, service }.Where(p => p.Length > 0));
        throw new UnusableRuleException(RefusalReason.OtherLogs, named + (why.Length > 0 ? $" ({why})" : ""), logs.Line);
    }

    private static SigmaLevel Level(string level) => level.ToUpperInvariant() switch
    {
        "CRITICAL" => SigmaLevel.Critical,
        "HIGH" => SigmaLevel.High,
        "LOW" => SigmaLevel.Low,
        "INFORMATIONAL" => SigmaLevel.Informational,
        _ => SigmaLevel.Medium,
    };

    private static bool IsTechnique(string tag) =>
        tag.StartsWith("attack.t", StringComparison.OrdinalIgnoreCase) && tag.Length > 8 && char.IsAsciiDigit(tag[8]);

    private static string At(string place, int line) => line > 0 ? $"{place}:{line}" : place;

    private static string Short(string text) => text.Length > LongestField ? text[..LongestField] : text;

    /// <summary>A rule with what it looks for.</summary>
    internal sealed record ReadRule(SigmaRule Rule, Clause Clause);

    /// <summary>A filter of the specification's own kind: what must hold besides, for the rules it names by id or title, or "any".</summary>
    internal sealed record ReadFilter(LogSource Source, HashSet<string> Rules, Clause Clause, string Place);
}
