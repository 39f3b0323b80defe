using CsCheck;
using Serjeant.Tests.Registers;
using Serjeant.Traces;
using Serjeant.Traces.Matching;
using Serjeant.Traces.Sigma;
using Xunit;

namespace Serjeant.Tests.Traces.Sigma;

/// <summary>What makes the rules fast may not change what they say.</summary>
public sealed class SameAnswerTests
{
    private static readonly string[] Scraps = ["/owa/auth/", "a", "?", "*", "+", " ", "%20", ".aspx", "GET", "10.1.2.3", "=", "&x=1", "\\", "..", "-", "é", "/"];

    [Fact]
    public void The_automaton_all_rules_one_by_one_and_a_plain_reading_agree()
    {
        var folder = RegistersMaterial.Shared("vectors/sigma");
        var read = from file in Directory.EnumerateFiles(folder, "*.yml", SearchOption.AllDirectories)
                   from document in SigmaYaml.Read(File.ReadAllText(file))
                   select document;
        var rules = new RuleSetMaker().Make([folder], TestContext.Current.CancellationToken);
        var nodes = read.Where(d => rules.Rules.Any(r => r.Id == d.TextOf("id"))).ToDictionary(d => d.TextOf("id"));
        // Rules used in part are read plainly as a whole, which is not the same question.
        var whole = rules.Rules.Where(r => r.Remarks.Length == 0).ToArray();
        var values = whole.ToDictionary(r => r, r => Values(nodes[r.Id]["detection"]!).Where(v => v.Length is > 0 and < 120).ToArray());
        var fired = 0;
        Gen.Int.Sample(seed =>
        {
            var random = new Random(seed);
            var rule = whole[random.Next(whole.Length)];
            var line = Line(random, rule.Source, values[rule]);
            var (fast, each) = (new List<RuleHit>(), new List<RuleHit>());
            var matcher = new RuleMatcher(rules);
            matcher.Match(line, 1, fast);
            matcher.MatchEach(line, 1, each);
            var found = fast.Select(h => h.Rule.Title).Order(StringComparer.Ordinal).ToArray();
            Assert.Equal(each.Select(h => h.Rule.Title).Order(StringComparer.Ordinal), found);
            Assert.Equal(PlainEvaluator.Fires(nodes[rule.Id], rule.Source, line), found.Contains(rule.Title));
            if (found.Contains(rule.Title)) Interlocked.Increment(ref fired);
        }, iter: 6_000, threads: 1);
        Assert.True(fired > 600, $"only {fired} of 6,000 lines fired the rule that they were made for");
    }

    [Fact]
    public void Texts_are_found_wherever_they_stand() =>
        Gen.Select(Gen.Char["abAB+ ."].Array[1, 4].Array[1, 12], Gen.Char["abAB+ .?"].Array[0, 40]).Sample((texts, line) =>
        {
            var known = texts.Select(t => new string(t).ToLowerInvariant().Replace('+', ' ')).ToArray();
            var bytes = line.Select(c => (byte)c).ToArray();
            var (found, seen) = (new List<int>(), new bool[known.Length]);
            var automaton = new LiteralAutomaton(known.Select((t, i) => (t.Select(c => (byte)c).ToArray(), i)));
            automaton.Find(bytes, found, seen);
            var text = new string(line).ToLowerInvariant().Replace('+', ' ');
            Assert.Equal(Enumerable.Range(0, known.Length).Where(i => text.Contains(known[i], StringComparison.Ordinal)), found.Order());
            Assert.Equal(found.Count > 0, automaton.FindsAny(bytes));
        });

    [Fact]
    public void A_pattern_matches_what_trying_finds() =>
        Gen.Select(Gen.Char["ab*?\\"].Array[0, 7], Gen.Char["ab*\\"].Array[0, 9]).Sample((pattern, text) =>
            Assert.Equal(PlainEvaluator.Glob(new(pattern), new(text)),
                TextPattern.Read(new(pattern)).For(LineView.Line, cased: true).Matches([.. text.Select(c => (byte)c)])), iter: 20_000);

    private static LogEvent Line(Random random, LogSource source, string[] values)
    {
        LogField[] fields = source == LogSource.NameServer
            ? [LogField.Client, LogField.Host, LogField.QueryType, LogField.Answers]
            : [LogField.Method, LogField.Path, LogField.Query, LogField.Host, LogField.Client, LogField.UserAgent, LogField.Referrer, LogField.Cookie, LogField.Status, LogField.User];
        return Events.Of(source, [.. fields.Select(f => (f, f switch
        {
            LogField.Method when random.Next(4) > 0 => random.Next(2) == 0 ? "GET" : "POST",
            LogField.Status when random.Next(4) > 0 => random.Next(2) == 0 ? "200" : "401",
            LogField.QueryType when random.Next(4) > 0 => "TXT",
            _ => Scrap(random, values),
        }))]);
    }

    /// <summary>Values of the rule, whole, damaged, joined, or something else.</summary>
    private static string Scrap(Random random, string[] values)
    {
        if (random.Next(5) == 0) return "-";
        var text = "";
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var piece = values.Length > 0 && random.Next(4) > 0 ? values[random.Next(values.Length)] : Scraps[random.Next(Scraps.Length)];
            if (random.Next(6) == 0) piece = piece.ToUpperInvariant();
            if (random.Next(12) == 0 && piece.Length > 2) piece = piece.Remove(random.Next(piece.Length), 1);
            text = random.Next(3) == 0 ? piece : text + piece;
        }
        return new string([.. text.Select(c => c < 256 && c != '\n' ? c : 'x')]);
    }

    private static IEnumerable<string> Values(SigmaNode node) =>
        node.Text is { } text ? [text] : (node.Items ?? []).SelectMany(Values).Concat((node.Entries ?? []).Where(e => e.Key != "condition").SelectMany(e => Values(e.Value)));
}
