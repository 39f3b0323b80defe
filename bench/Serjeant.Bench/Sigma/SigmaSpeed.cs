using System.Diagnostics;
using Serjeant.Samples.Logs;
using Serjeant.Traces;
using Serjeant.Traces.Sigma;

namespace Serjeant.Bench.Sigma;

/// <summary>Lines a second of one thread's processor time: reading alone, with all rules, and with every rule tried on every line.</summary>
internal static class SigmaSpeed
{
    private const int Lines = 200_000, Rounds = 3;

    public static void Print(RuleSet rules)
    {
        var traffic = new OfficeTraffic(seed: 3);
        Console.WriteLine($"\nlines a second of one core, best of {Rounds} rounds of {Lines:N0} lines:");
        Console.WriteLine($"  {"log",-28}{"bytes/line",12}{"reading",12}{"with rules",12}{"each rule",12}{"ratio",8}");
        One(rules, "web server (IIS, Exchange)", SigmaCommand.Log(IisLog.Lines(new ExchangeFrontEnd(seed: 5).Requests(Lines), Lines, [])));
        One(rules, "proxy (Squid, combined)", SigmaCommand.Log(Enumerable.Range(0, Lines).Select(traffic.ProxyLine)));
        One(rules, "name server (BIND)", SigmaCommand.Log(Enumerable.Range(0, Lines).Select(traffic.LookUpLine)));
    }

    private static void One(RuleSet rules, string name, byte[] log)
    {
        var matcher = new RuleMatcher(rules);
        var hits = new List<RuleHit>();
        var reading = Best(log, Rounds, _ => { });
        var with = Best(log, Rounds, line => matcher.Match(line, line.Number, hits));
        var found = hits.Count;
        hits.Clear();
        var each = Best(log, 1, line => matcher.MatchEach(line, line.Number, hits));
        // What is found must be the same; warming up counts a round.
        if (found * 2 != hits.Count * (Rounds + 1)) Console.WriteLine($"  NOT THE SAME: {found} hits in {Rounds + 1} rounds, {hits.Count} in 2");
        Console.WriteLine($"  {name,-28}{log.Length / Lines,12:N0}{reading,12:N0}{with,12:N0}{each,12:N0}{with / each,8:N1}");
    }

    /// <summary>Which rules are tried though they seldom fire: what is left of the cost of a line beyond one pass.</summary>
    public static void PrintTried(RuleSet rules)
    {
        var traffic = new OfficeTraffic(seed: 3);
        foreach (var log in (byte[][])[SigmaCommand.Log(IisLog.Lines(new ExchangeFrontEnd(seed: 5).Requests(Lines), Lines, [])), SigmaCommand.Log(Enumerable.Range(0, Lines).Select(traffic.ProxyLine))])
        {
            var tried = new Dictionary<string, int>(StringComparer.Ordinal);
            var (found, seen) = (new List<int>(), new bool[10_000]);
            new LogReader().Read("made", () => new MemoryStream(log), line =>
            {
                var group = rules.For(line.Source)!;
                group.Texts.Find(line.Line, found, seen);
                foreach (var rule in found)
                {
                    seen[rule] = false;
                    tried[group.Rules[rule].Title] = tried.GetValueOrDefault(group.Rules[rule].Title) + 1;
                }
                found.Clear();
            }, CancellationToken.None);
            Console.WriteLine($"\nrules tried on {Lines:N0} lines:");
            foreach (var (title, count) in tried.OrderByDescending(t => t.Value).Take(12)) Console.WriteLine($"  {count,8:N0}  {title}");
        }
    }

    private static double Best(byte[] log, int rounds, Action<LogEvent> each)
    {
        var best = 0.0;
        for (var round = 0; round <= rounds; round++)
        {
            using var process = Process.GetCurrentProcess();
            var before = process.TotalProcessorTime;
            var summary = new LogReader().Read("made", () => new MemoryStream(log), each, CancellationToken.None);
            process.Refresh();
            // The first round warms up.
            if (round > 0) best = Math.Max(best, summary.Events / (process.TotalProcessorTime - before).TotalSeconds);
        }
        return best;
    }
}
