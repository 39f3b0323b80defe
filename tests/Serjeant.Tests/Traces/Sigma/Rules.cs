using Serjeant.Tests.Registers;
using Serjeant.Traces;
using Serjeant.Traces.Sigma;

namespace Serjeant.Tests.Traces.Sigma;

/// <summary>Rules written in a test, and those of SigmaHQ where they are there.</summary>
internal static class Rules
{
    public static string Text(string detection, string logs = "category: webserver", string head = "") =>
        $"title: Written in a test\nid: 5a0e1f6e-0000-4000-8000-000000000001\nauthor: A. Tester\nlevel: high\n{head}\nlogsource:\n    {logs}\ndetection:\n{string.Join('\n', detection.Split('\n').Select(l => "    " + l))}\n";

    /// <summary>A set of one text.</summary>
    public static RuleSet Of(string text) => new RuleSetMaker().MakeFrom([("test.yml", text)]);

    public static RuleSet Detecting(string detection, string logs = "category: webserver") => Of(Text(detection, logs));

    public static RuleSet Shared() => new RuleSetMaker().Make([RegistersMaterial.Shared("vectors/sigma")], Xunit.TestContext.Current.CancellationToken);

    public static List<RuleHit> Hits(RuleSet rules, LogEvent line)
    {
        var hits = new List<RuleHit>();
        new RuleMatcher(rules).Match(line, 1, hits);
        return hits;
    }

    public static bool Fires(RuleSet rules, LogEvent line) => Hits(rules, line).Count > 0;
}
