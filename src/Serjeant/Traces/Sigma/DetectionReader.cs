using Serjeant.Traces.Matching;

namespace Serjeant.Traces.Sigma;

/// <summary>Makes of a detection one clause: its searches, joined by its condition, without what our logs cannot answer.</summary>
internal sealed class DetectionReader(FieldMap fields)
{
    /// <param name="left">Gets the fields that were left out.</param>
    /// <exception cref="UnusableRuleException">It cannot be read, or asks for a field without which it has no answer.</exception>
    public Clause Read(SigmaNode detection, LogSource source, ISet<string> left)
    {
        if (detection.Entries is null) throw UnusableRuleException.Malformed("the detection is no mapping", detection.Line);
        var values = new ValueReader(fields, source);
        var searches = new Dictionary<string, Clause>(StringComparer.Ordinal);
        foreach (var (name, search) in detection.Entries)
        {
            if (name is "condition" or "timeframe") continue;
            searches.Add(name, Search(search, values));
        }
        if (detection["timeframe"] is { } frame) throw new UnusableRuleException(RefusalReason.Aggregation, $"timeframe {frame.Text}", frame.Line);
        var condition = detection["condition"] ?? throw UnusableRuleException.Malformed("there is no condition", detection.Line);
        var texts = condition.Text is { } one ? [one] : (condition.Items ?? []).Select(i => i.Text).OfType<string>().ToArray();
        if (texts.Length == 0) throw UnusableRuleException.Malformed("there is no condition", condition.Line);
        var read = texts.Select(t => ConditionReader.Read(t, searches, condition.Line)).ToArray();
        var whole = read.Length == 1 ? read[0] : new Clause.Any(read);
        return whole.Answerable(negated: false, left) ?? throw new UnusableRuleException(RefusalReason.FieldMissing, string.Join(", ", left.Order(StringComparer.Ordinal)));
    }

    private static Clause Search(SigmaNode search, ValueReader values)
    {
        if (search.Entries is { } entries) return Mapping(entries, search, values);
        if (search.Items is not { } items) return values.Read("", search);
        if (items.Count == 0) throw UnusableRuleException.Malformed("a search without anything", search.Line);
        var parts = items.Select(item => item.Entries is { } each ? Mapping(each, item, values) : values.Read("", item)).ToArray();
        return parts.Length == 1 ? parts[0] : new Clause.Any(parts);
    }

    private static Clause Mapping(List<(string Key, SigmaNode Value)> entries, SigmaNode at, ValueReader values)
    {
        if (entries.Count == 0) throw UnusableRuleException.Malformed("a search without anything", at.Line);
        var parts = entries.Select(e => values.Read(e.Key, e.Value)).ToArray();
        return parts.Length == 1 ? parts[0] : new Clause.All(parts);
    }
}
