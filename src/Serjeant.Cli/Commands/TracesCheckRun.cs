using System.Text;
using Serjeant.Cli.Reports;
using Serjeant.Traces;
using Serjeant.Traces.Sigma;
using Spectre.Console;

namespace Serjeant.Cli.Commands;

/// <summary>One run of rules over logs: reads, asks, prints. Nothing is stored.</summary>
internal sealed class TracesCheckRun(TracesCheckRequest request, TimeProvider time)
{
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var rules = new RuleSetMaker().Make(request.Rules, cancellation);
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
        var lines = request.Format == "jsonl" ? new RuleHitLines(output) : null;
        var (tally, read) = (new HitTally(), new List<CheckedLog>());
        foreach (var file in request.Files)
        {
            // Reading is work of the processor: the command line stays free for Ctrl-C.
            var log = await Task.Run(() => Read(file, rules, tally, lines, cancellation), cancellation).ConfigureAwait(false);
            read.Add(log);
            if (log.Problem.Length > 0) await Console.Error.WriteLineAsync($"serjeant: {log.Problem}").ConfigureAwait(false);
        }
        if (lines is not null) lines.End(rules, tally, read);
        else new RuleHitText(output, AnsiConsole.Profile.Width).Write(rules, tally, read, request.ListRefused, time.GetElapsedTime(began));
        await output.FlushAsync(cancellation).ConfigureAwait(false);
        var bad = read.Count(l => l.Summary is null or { Damage.Length: > 0 } or { Bad: > 0 });
        return bad == 0 ? ExitCodes.Done : read.Exists(l => l.Summary is not null) ? ExitCodes.SomethingUnreadable : ExitCodes.Unusable;
    }

    private static CheckedLog Read(string file, RuleSet rules, HitTally tally, RuleHitLines? lines, CancellationToken cancellation)
    {
        var (matcher, hits) = (new RuleMatcher(rules), new List<RuleHit>());
        try
        {
            var summary = new LogReader().Read(file, line =>
            {
                matcher.Match(line, line.Number, hits);
                if (hits.Count == 0) return;
                foreach (var hit in hits)
                {
                    tally.Add(file, hit);
                    lines?.Write(file, hit);
                }
                hits.Clear();
            }, cancellation);
            return new(file, summary, summary.Damage.Length > 0 ? $"{file}: read only in part: {summary.Damage}" : "");
        }
        catch (SerjeantException problem)
        {
            return new(file, null, problem.Message);
        }
    }
}

/// <summary>A log that rules were run over.</summary>
/// <param name="Summary">Null where it could not be read.</param>
/// <param name="Problem">Why not, or not to its end; else empty.</param>
internal sealed record CheckedLog(string File, LogSummary? Summary, string Problem);
