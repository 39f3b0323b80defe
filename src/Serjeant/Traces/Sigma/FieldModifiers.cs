using System.Text.RegularExpressions;
using Serjeant.Traces.Matching;

namespace Serjeant.Traces.Sigma;

/// <summary>What stands behind a field's name, taken apart once (Sigma specification v2, appendix "Modifiers").</summary>
internal sealed class FieldModifiers
{
    private const RegexOptions NoOptions = RegexOptions.None;

    /// <summary>Something may stand before the text (contains, endswith).</summary>
    public bool OpenBefore { get; private set; }

    /// <summary>Something may stand behind it (contains, startswith).</summary>
    public bool OpenBehind { get; private set; }

    /// <summary>Every value must be met, not one of them.</summary>
    public bool All { get; private set; }

    public bool Cased { get; private set; }

    public bool Negated { get; private set; }

    public bool IsExpression { get; private set; }

    public RegexOptions Options { get; private set; } = NoOptions;

    /// <summary>cidr, exists, fieldref, gt, gte, lt, lte; empty for texts.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>What is done to a text before it is looked for: wide and its kin, base64, base64offset, windash; in the order written.</summary>
    public List<string> Changes { get; } = [];

    public ValueTests.Relation Relation =>
        OpenBefore && OpenBehind ? ValueTests.Relation.Contains : OpenBefore ? ValueTests.Relation.Ends : OpenBehind ? ValueTests.Relation.Starts : ValueTests.Relation.Equal;

    /// <exception cref="UnusableRuleException">One is unknown, or two do not go together.</exception>
    public static FieldModifiers Read(ReadOnlySpan<string> names, int line)
    {
        var read = new FieldModifiers();
        foreach (var name in names) read.Add(name, line);
        if (read.IsExpression && (read.Changes.Count > 0 || read.Kind.Length > 0 || read.OpenBefore || read.OpenBehind)
            || read.Kind.Length > 0 && (read.Changes.Count > 0 || read.Kind != "fieldref" && (read.OpenBefore || read.OpenBehind)))
            throw new UnusableRuleException(RefusalReason.Modifier, $"{string.Join('|', names.ToArray())}: these do not go together", line);
        return read;
    }

    private void Add(string name, int line)
    {
        switch (name)
        {
            case "contains": OpenBefore = OpenBehind = true; break;
            case "startswith": OpenBehind = true; break;
            case "endswith": OpenBefore = true; break;
            case "all": All = true; break;
            case "cased": Cased = true; break;
            case "neq": Negated = true; break;
            case "re": IsExpression = true; break;
            case "i" when IsExpression: Options |= RegexOptions.IgnoreCase; break;
            case "m" when IsExpression: Options |= RegexOptions.Multiline; break;
            case "s" when IsExpression: Options |= RegexOptions.Singleline; break;
            case "wide" or "utf16le" or "utf16be" or "utf16" or "base64" or "base64offset" or "windash": Changes.Add(name); break;
            case "cidr" or "exists" or "fieldref" or "gt" or "gte" or "lt" or "lte" when Kind.Length == 0: Kind = name; break;
            case "expand": throw new UnusableRuleException(RefusalReason.Modifier, "expand: placeholders stand for lists of the organisation that wrote them", line);
            default: throw new UnusableRuleException(RefusalReason.Modifier, $"{(name.Length > 40 ? name[..40] : name)}: unknown", line);
        }
    }
}
