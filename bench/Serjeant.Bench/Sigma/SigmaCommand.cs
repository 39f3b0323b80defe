using System.Text;
using Serjeant.Samples.Logs;
using Serjeant.Traces;
using Serjeant.Traces.Sigma;

namespace Serjeant.Bench.Sigma;

/// <summary>Rules of SigmaHQ over made logs: what they find of a break-in, what they say of ordinary and of odd requests, and how fast they run.</summary>
internal static class SigmaCommand
{
    private const int Chunk = 50_000;

    public static int Run(string[] args)
    {
        var folder = Options.Value(args, "--rules") ?? "../shared/vectors/sigma";
        if (!Directory.Exists(folder))
        {
            Console.WriteLine($"{folder} is not there: only the shipped rules are measured");
            folder = null;
        }
        var count = int.Parse(Options.Value(args, "--lines") ?? "1000000", System.Globalization.CultureInfo.InvariantCulture);
        if (Options.Value(args, "--write") is { } path)
        {
            File.WriteAllBytes(path, Log(IisLog.Lines(new ExchangeFrontEnd(seed: 2021).Requests(count), count, [.. BreakIn.Steps.Select(s => s.Request)])));
            return 0;
        }
        var rules = new RuleSetMaker().Make(folder is null ? [] : [folder]);
        Load(rules);
        BreakInFound(rules);
        if (count > 0) Ordinary(rules, count);
        Odd(rules);
        if (!args.Contains("--no-speed")) SigmaSpeed.Print(rules);
        if (args.Contains("--tried")) SigmaSpeed.PrintTried(rules);
        return 0;
    }

    /// <summary>A log in memory, as bytes.</summary>
    public static byte[] Log(IEnumerable<string> lines)
    {
        using var bytes = new MemoryStream();
        using (var writer = new StreamWriter(bytes, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\r\n" })
            foreach (var line in lines) writer.WriteLine(line);
        return bytes.ToArray();
    }

    private static void Load(RuleSet rules)
    {
        Console.WriteLine($"rules: {rules.Files} files, {rules.Rules.Length} in use, {rules.Refused.Length} not");
        foreach (var source in rules.Rules.GroupBy(r => r.Source).OrderBy(g => g.Key))
            Console.WriteLine($"  {source.Key,-12} {source.Count(),4} rules, {rules.For(source.Key)!.Always.Length} of them tried on every line, {rules.For(source.Key)!.Texts.States} states");
        foreach (var reason in rules.Refused.GroupBy(r => (r.Reason, r.Detail)).OrderBy(g => g.Key.Reason).ThenByDescending(g => g.Count()))
            Console.WriteLine($"  not used: {reason.Count(),3}  {reason.Key.Reason}: {reason.Key.Detail}");
        foreach (var rule in rules.Rules.Where(r => r.Remarks.Length > 0)) Console.WriteLine($"  in part: {rule.Title}: {string.Join("; ", rule.Remarks)}");
    }

    private static void BreakInFound(RuleSet rules)
    {
        Console.WriteLine("\nProxyShell, step by step:");
        var log = Log(IisLog.Lines([], 1, [.. BreakIn.Steps.Select(s => s.Request)]));
        var hits = Hits(rules, log).ToLookup(h => h.Line - IisLog.Heading.Length - 1);
        for (var i = 0; i < BreakIn.Steps.Count; i++)
            Console.WriteLine($"  {BreakIn.Steps[i].Step,-48} {(hits[i].Any() ? string.Join("; ", hits[i].Select(h => $"{h.Rule.Level}: {h.Rule.Title}")) : "-")}");
    }

    private static void Ordinary(RuleSet rules, int count)
    {
        var planted = BreakIn.Steps.Select(s => s.Request).ToArray();
        var requests = new ExchangeFrontEnd(seed: 2021).Requests(count).GetEnumerator();
        var (alarms, found, lines) = (new List<RuleHit>(), new List<RuleHit>(), 0L);
        for (var done = 0; done < count; done += Chunk)
        {
            var size = Math.Min(Chunk, count - done);
            var log = Log(IisLog.Lines(Take(requests, size), size, done == count / 2 / Chunk * Chunk ? planted : []));
            lines += size;
            foreach (var hit in Hits(rules, log)) (hit.Client == BreakIn.Client ? found : alarms).Add(hit);
        }
        Console.WriteLine($"\n{lines:N0} ordinary lines with {planted.Length} of a break-in among them:");
        Console.WriteLine($"  of the break-in: {found.Select(h => h.Line).Distinct().Count()} of {planted.Length} lines by {found.Select(h => h.Rule).Distinct().Count()} rules");
        Console.WriteLine($"  of the ordinary: {alarms.Count} hits");
        foreach (var level in Enum.GetValues<SigmaLevel>().Reverse())
            Console.WriteLine($"    {level,-14} break-in {found.Count(h => h.Rule.Level == level),4}   ordinary {alarms.Count(h => h.Rule.Level == level),4}");
        foreach (var rule in alarms.GroupBy(h => h.Rule.Title)) Console.WriteLine($"    {rule.Count(),6}  {rule.Key}, such as {rule.First().Request}");
    }

    private static void Odd(RuleSet rules)
    {
        Console.WriteLine($"\n{OddRequests.All.Count} requests that are allowed and look odd:");
        var log = Log(IisLog.Lines(OddRequests.All.Select(o => o.Request), OddRequests.All.Count, []));
        var hits = Hits(rules, log);
        foreach (var level in Enum.GetValues<SigmaLevel>().Reverse()) Console.WriteLine($"    {level,-14} fires on {hits.Where(h => h.Rule.Level == level).Select(h => h.Line).Distinct().Count()}");
        foreach (var hit in hits) Console.WriteLine($"  {hit.Rule.Level,-8} {hit.Rule.Title}: {OddRequests.All[(int)hit.Line - IisLog.Heading.Length - 1].What}");
    }

    private static List<RuleHit> Hits(RuleSet rules, byte[] log)
    {
        var (matcher, hits) = (new RuleMatcher(rules), new List<RuleHit>());
        new LogReader().Read("made", () => new MemoryStream(log), line => matcher.Match(line, line.Number, hits), CancellationToken.None);
        return hits;
    }

    private static IEnumerable<IisRequest> Take(IEnumerator<IisRequest> requests, int count)
    {
        for (var i = 0; i < count && requests.MoveNext(); i++) yield return requests.Current;
    }
}
