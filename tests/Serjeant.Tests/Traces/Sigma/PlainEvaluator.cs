using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Serjeant.Traces;
using Serjeant.Traces.Matching;
using Serjeant.Traces.Sigma;

namespace Serjeant.Tests.Traces.Sigma;

/// <summary>
/// A second reading of the specification, as simple as can be and without speed: texts as strings, every rule on every line. It shares with the real
/// one only the YAML and the table of fields.
/// </summary>
internal static class PlainEvaluator
{
    public static bool Fires(SigmaNode rule, LogSource source, LogEvent line)
    {
        var detection = rule["detection"]!;
        var words = Regex.Split(detection["condition"]!.Text!.Replace("(", " ( ", StringComparison.Ordinal).Replace(")", " ) ", StringComparison.Ordinal).Trim(), @"\s+", RegexOptions.None, TimeSpan.FromSeconds(1)).ToList();
        return Or(words, name => detection.Entries!.Where(e => e.Key != "condition" && Glob(name == "them" ? "*" : name, e.Key)).Select(e => Search(e.Value, source, line)).ToArray());
    }

    private static bool Or(List<string> words, Func<string, bool[]> find)
    {
        var value = And(words, find);
        while (Next(words, "or")) value |= And(words, find);
        return value;
    }

    private static bool And(List<string> words, Func<string, bool[]> find)
    {
        var value = Not(words, find);
        while (Next(words, "and")) value &= Not(words, find);
        return value;
    }

    private static bool Not(List<string> words, Func<string, bool[]> find)
    {
        if (Next(words, "not")) return !Not(words, find);
        if (Next(words, "("))
        {
            var inner = Or(words, find);
            return Next(words, ")") ? inner : throw new InvalidOperationException("A parenthesis is not closed.");
        }
        var first = words[0];
        if (words.Count > 2 && words[1] == "of")
        {
            var found = find(words[2]);
            words.RemoveRange(0, 3);
            return first == "all" ? Array.TrueForAll(found, f => f) : Array.Exists(found, f => f);
        }
        words.RemoveAt(0);
        return find(first).Single();
    }

    private static bool Next(List<string> words, string word)
    {
        if (words.Count == 0 || words[0] != word) return false;
        words.RemoveAt(0);
        return true;
    }

    private static bool Search(SigmaNode search, LogSource source, LogEvent line) =>
        search.Entries is { } entries ? entries.TrueForAll(e => Field(e.Key, e.Value, source, line))
        : search.Items is { } items ? items.Exists(i => i.Entries is null ? Field("", i, source, line) : Search(i, source, line))
        : Field("", search, source, line);

    private static bool Field(string key, SigmaNode value, LogSource source, LogEvent line)
    {
        var modifiers = key.Split('|');
        var values = value.Items ?? [value];
        var all = modifiers.Contains("all");
        return all ? values.TrueForAll(One) : values.Exists(One);

        bool One(SigmaNode one)
        {
            var text = one.Text!;
            var keyword = modifiers[0].Length == 0;
            var views = !keyword ? FieldMap.Shipped.ViewsOf(source, modifiers[0])
                : text.AsSpan().ContainsAny(" *?") ? [.. Enumerable.Range(0, (int)LineView.Line).Select(v => (LineView)v).Where(v => v != LineView.Extension)] : ImmutableArray.Create(LineView.Line);
            if (views.IsEmpty) return false; // the real one has left it out
            if (one.IsNull || text.Length == 0) return Text(line, views[^1]).Length == 0;
            return views.Any(view => Holds(text, Text(line, view), view, keyword));
        }

        bool Holds(string pattern, string text, LineView view, bool keyword)
        {
            if (modifiers.Contains("re")) return Regex.IsMatch(text, pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant) || Spaced(view) && !text.Contains(' ', StringComparison.Ordinal) && Regex.IsMatch(text.Replace('+', ' '), pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            if (modifiers.Contains("cidr")) return IPAddress.TryParse(text, out var address) && IPNetwork.Parse(pattern).Contains(address);
            if (Spaced(view)) (pattern, text) = (view == (LineView)LogField.Referrer ? pattern : pattern.Replace(' ', '+'), text.Replace(' ', '+'));
            var contains = keyword || modifiers.Contains("contains");
            return Glob((contains || modifiers.Contains("endswith") ? "*" : "") + pattern.ToLowerInvariant() + (contains || modifiers.Contains("startswith") ? "*" : ""), text.ToLowerInvariant());
        }
    }

    private static bool Spaced(LineView view) => (LogField)view is LogField.UserAgent or LogField.Referrer or LogField.Cookie or LogField.ContentType or LogField.User;

    private static string Text(LogEvent line, LineView view)
    {
        var (path, query) = (Of(LogField.Path), Of(LogField.Query));
        return view switch
        {
            LineView.Line => Encoding.Latin1.GetString(line.Line),
            LineView.Request => query.Length > 0 ? $"{path}?{query}" : path,
            LineView.Extension => path[(path.LastIndexOf('/') + 1)..] is var name && name.Contains('.', StringComparison.Ordinal) ? name[(name.LastIndexOf('.') + 1)..] : "",
            _ => Of((LogField)view),
        };

        string Of(LogField field) => Encoding.Latin1.GetString(line[field]);
    }

    /// <summary>Wildcards as in the specification, by trying.</summary>
    public static bool Glob(string pattern, string text)
    {
        if (pattern.Length == 0) return text.Length == 0;
        if (pattern[0] == '*') return Enumerable.Range(0, text.Length + 1).Any(i => Glob(pattern.TrimStart('*'), text[i..]));
        if (text.Length == 0) return false;
        if (pattern[0] == '?') return Glob(pattern[1..], text[1..]);
        if (pattern[0] == '\\' && pattern.Length > 1 && pattern[1] is '*' or '?' or '\\') return pattern[1] == text[0] && Glob(pattern[2..], text[1..]);
        return pattern[0] == text[0] && Glob(pattern[1..], text[1..]);
    }
}
