using System.Diagnostics;
using System.Text;
using Serjeant.Traces;
using Serjeant.Traces.Sigma;

namespace Serjeant.Bench.Fuzz;

/// <summary>Sigma rules: any text is used or refused in words, the first line as a log line is matched alike in both ways, and nothing takes long.</summary>
internal static class SigmaTarget
{
    private const string Rule = """
        GET /owa/auth/x.aspx cmd=whoami
        title: Written for damage
        id: 0b6f2c1a-7d1e-4f0a-9a53-5a1d5e7c3b11
        logsource: {category: webserver}
        detection:
            s: &s
                cs-method: GET
                cs-uri-query|contains: ['whoami', '*x?', 'a\\*b']
                cs-user-agent|re|i: '^x[a-z]+(b|c)\d{1,3}'
            t:
                - cs-uri-stem|endswith: .aspx
                - c-ip|cidr: 192.0.2.0/24
            k: ['=select ', cmd]
            condition: (s or not t) and 1 of k* or all of them
        level: high
        tags: [attack.t1190]
        """;

    public static FuzzTarget Target { get; } = new("sigma",
        () => new[] { Rule }.Concat(Values.ShippedData.List("sigma/rules/").Select(n => "GET /owa/ a=b\n" + Values.ShippedData.ReadText("sigma/rules/" + n))).Select(Encoding.UTF8.GetBytes), Run,
        "|contains", "|all", "|re", "|base64offset", "|wide", "|windash", "|cidr", "|fieldref", "|gt", "|exists", "null", "*", "?", "\\", " and ", " or ", " not ", "1 of ", "them", "(", ")", "| count()", "&a ", "*a", "---\n", "- ", ": ", "\n    ", "[", "]", "{", "}", "'", "\"", "correlation:\n", "filter:\n", "(?=x)", "(a|b)+", "[^]]", "\\d", "{2,}", "+");

    private static void Run(byte[] bytes)
    {
        var clock = Stopwatch.StartNew();
        var text = Encoding.UTF8.GetString(bytes);
        var cut = text.IndexOf('\n', StringComparison.Ordinal);
        var (first, rule) = cut < 0 ? (text, text) : (text[..cut], text[(cut + 1)..]);
        var rules = new RuleSetMaker().MakeFrom([("damaged", rule)]);
        if (rules.Refused.Any(r => r.Detail.Length > 400)) throw new FuzzException("a refusal is longer than anybody reads");
        var line = Encoding.UTF8.GetBytes(first);
        var read = new LogEvent { Source = LogSource.WebServer };
        read.Begin(line);
        LogField[] fields = [LogField.Method, LogField.Path, LogField.Query, LogField.UserAgent];
        var at = 0;
        foreach (var field in fields)
        {
            if (at >= line.Length) break;
            var length = Array.IndexOf(line, (byte)' ', at) is >= 0 and var end ? end - at : line.Length - at;
            read.Set(field, at, length);
            at += length + 1;
        }
        var (fast, each) = (new List<RuleHit>(), new List<RuleHit>());
        var matcher = new RuleMatcher(rules);
        matcher.Match(read, 1, fast);
        matcher.MatchEach(read, 1, each);
        if (fast.Count != each.Count) throw new FuzzException($"{fast.Count} hits with the automaton, {each.Count} without");
        if (clock.ElapsedMilliseconds > 10_000) throw new FuzzException($"{clock.ElapsedMilliseconds} ms");
    }
}
