using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using Serjeant.Traces.Matching;

namespace Serjeant.Traces.Sigma;

/// <summary>Makes of "field|modifiers: values" a clause (Sigma specification v2, "Field usage", "Value modifiers").</summary>
internal sealed class ValueReader(FieldMap fields, LogSource source)
{
    /// <summary>The largest list of SigmaHQ has some hundreds.</summary>
    private const int MostValues = 20_000;

    /// <summary>From here on a list is tested as one.</summary>
    private const int LongList = 4;

    /// <summary>Characters that may stand for the dash before an option.</summary>
    private static readonly string[] Dashes = ["-", "/", "\u2013", "\u2014", "\u2015"];

    private static readonly ImmutableArray<LineView> EveryField = [.. Enumerable.Range(0, (int)LogField.Count).Select(f => (LineView)f), LineView.Request];

    /// <param name="key">Empty before the modifiers: keywords, looked for in the whole line.</param>
    /// <exception cref="UnusableRuleException">A modifier or a value cannot be used.</exception>
    public Clause Read(string key, SigmaNode value)
    {
        var parts = key.Split('|');
        var modifiers = FieldModifiers.Read(parts.AsSpan(1), value.Line);
        var field = parts[0];
        ImmutableArray<LineView> views = field.Length == 0 ? [LineView.Line] : fields.ViewsOf(source, field);
        if (views.IsEmpty) return new Clause.Unknown(field);
        var values = value.Items ?? [value];
        if (values.Count == 0) throw UnusableRuleException.Malformed($"\"{field}\" has an empty list", value.Line);
        if (values.Count > MostValues) throw UnusableRuleException.Malformed($"\"{field}\" has more than {MostValues} values", value.Line);
        var tests = new List<Clause>(values.Count);
        var name = field.Length == 0 ? "keyword" : field;
        if (values.Count >= LongList && !modifiers.All && modifiers is { IsExpression: false, Kind: "" } && values.TrueForAll(v => IsText(v) && ViewsFor(v.Text!, views, field.Length == 0) == views))
        {
            var patterns = values.SelectMany(v => Patterns(v.Text!, modifiers, v, field.Length == 0)).ToArray();
            var list = new TextListTest(name, views, patterns, modifiers.Cased);
            return modifiers.Negated ? new Clause.Not(list) : list;
        }
        foreach (var one in values)
        {
            if (one.Text is null) throw UnusableRuleException.Malformed($"\"{field}\" has something else than a text as its value", one.Line);
            tests.Add(Test(name, views, modifiers, one, keyword: field.Length == 0));
        }
        Clause joined = tests.Count == 1 ? tests[0] : modifiers.All ? new Clause.All(tests) : new Clause.Any(tests);
        return modifiers.Negated ? new Clause.Not(joined) : joined;
    }

    private Clause Test(string field, ImmutableArray<LineView> views, FieldModifiers modifiers, SigmaNode value, bool keyword)
    {
        var text = value.Text!;
        if (modifiers.IsExpression)
            return ExpressionTest.Make(field, views, text, modifiers.Options, out var why) is { } expression
                ? expression : throw new UnusableRuleException(RefusalReason.Expression, why, value.Line);
        switch (modifiers.Kind)
        {
            case "cidr":
                return IPNetwork.TryParse(text, out var network) ? new ValueTests.Network(field, views, network) : throw Bad($"\"{Short(text)}\" is no network", value);
            case "exists":
                var empty = new ValueTests.Empty(field, views);
                return text.ToUpperInvariant() switch { "TRUE" or "YES" => new Clause.Not(empty), "FALSE" or "NO" => empty, _ => throw Bad("exists is true or false", value) };
            case "fieldref":
                var other = fields.ViewsOf(source, text);
                return other.IsEmpty ? new Clause.Unknown(text) : new ValueTests.Reference(field, views, other[^1], modifiers.Relation, modifiers.Cased);
            case "gt" or "gte" or "lt" or "lte":
                if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var bound)) throw Bad($"\"{Short(text)}\" is no number", value);
                return new ValueTests.Order(field, views, modifiers.Kind switch { "gt" => n => n > bound, "gte" => n => n >= bound, "lt" => n => n < bound, _ => n => n <= bound });
        }
        if (value.IsNull || (text is "" or "-" && !keyword && modifiers is { OpenBefore: false, OpenBehind: false, Changes: [] })) return new ValueTests.Empty(field, views);
        if (text.Length == 0) throw Bad("an empty text is in every line", value);
        views = ViewsFor(text, views, keyword);
        var patterns = Patterns(text, modifiers, value, keyword);
        return patterns.Length == 1 ? new TextTest(field, views, patterns[0], modifiers.Cased) : new TextListTest(field, views, patterns, modifiers.Cased);
    }

    private static bool IsText(SigmaNode value) => !value.IsNull && value.Text is not (null or "" or "-");

    /// <summary>Spaces part the fields of a line: a keyword that holds one, or a wildcard that may span one, must stand within one field.</summary>
    private static ImmutableArray<LineView> ViewsFor(string text, ImmutableArray<LineView> views, bool keyword) =>
        keyword && text.AsSpan().ContainsAny(" *?") ? EveryField : views;

    private static TextPattern[] Patterns(string text, FieldModifiers modifiers, SigmaNode value, bool keyword)
    {
        TextPattern[] patterns = [TextPattern.Read(text)];
        foreach (var change in modifiers.Changes)
            if (change == "windash") patterns = [.. patterns.SelectMany(p => Dashes.Select(d => TextPattern.Read(WithDash(text, d))))];
            else
            {
                if (Array.Exists(patterns, p => p.HasWildcards)) throw Bad($"wildcards do not go with {change}", value);
                patterns = [.. patterns.SelectMany(p => Encoded(p.Bytes(), change)).Select(b => TextPattern.Plain(b))];
            }
        return [.. patterns.Select(p => p.Open(modifiers.OpenBefore || keyword, modifiers.OpenBehind || keyword))];
    }

    private static IEnumerable<byte[]> Encoded(byte[] bytes, string change)
    {
        switch (change)
        {
            case "wide" or "utf16le":
                return [Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes))];
            case "utf16be":
                return [Encoding.BigEndianUnicode.GetBytes(Encoding.UTF8.GetString(bytes))];
            case "utf16":
                return [[0xff, 0xfe, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes))]];
            case "base64":
                return [Encoding.ASCII.GetBytes(Convert.ToBase64String(bytes))];
            default:
                // A text that begins 0, 1 or 2 bytes into a group of three: what its neighbours have part in is left out.
                return Enumerable.Range(0, 3).Select(offset =>
                {
                    var whole = Convert.ToBase64String([.. new byte[offset], .. bytes]);
                    int[] starts = [0, 2, 3], ends = [0, 3, 2];
                    return Encoding.ASCII.GetBytes(whole[starts[offset]..^ends[(bytes.Length + offset) % 3]]);
                });
        }
    }

    /// <summary>Dashes and slashes that begin an option, written another way.</summary>
    private static string WithDash(string text, string dash)
    {
        var changed = new StringBuilder(text.Length + 4);
        for (var i = 0; i < text.Length; i++)
            if (text[i] is '-' or '/' && (i == 0 || !char.IsLetterOrDigit(text[i - 1])) && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1])) changed.Append(dash);
            else changed.Append(text[i]);
        return changed.ToString();
    }

    private static UnusableRuleException Bad(string what, SigmaNode at) => UnusableRuleException.Malformed(what, at.Line);

    private static string Short(string text) => text.Length > 60 ? text[..60] : text;
}
