using System.Collections.Immutable;
using System.Text;
using Serjeant.Cli.Reports;
using Serjeant.Hunts;
using Serjeant.Hunts.Tips;
using Serjeant.Hunts.Watches;
using Serjeant.Registers;
using Serjeant.Reports;
using Serjeant.Reports.Hunts;
using Serjeant.Signals;
using Serjeant.Storage;
using Serjeant.Traces;
using Spectre.Console;

namespace Serjeant.Cli.Commands;

/// <summary>One hunt through what was scanned, from the tip to the report; recorded before anything is shown.</summary>
internal sealed class HuntRun(HuntRequest request, TimeProvider time)
{
    public async Task<int> RunAsync(IAnsiConsole console, CancellationToken cancellation)
    {
        if (!Directory.Exists(request.Data.Folder)) throw new SerjeantException($"{request.Data.Folder}: there is no such data folder. Scan something first, or hunt through mail with --outside MAILPATH.", retryHelps: false);
        ReportFile.Check(request.Output);
        using var store = request.Data.Open(time);
        var house = House(store);
        var tips = await HuntTips.ReadAsync(request, house, cancellation).ConfigureAwait(false);
        if (request.Reason.Length == 0 && store.NeedsReason)
            throw new UsageException("Say why with --reason TEXT: every hunt through people's mail is on record, with who asked and why. (serjeant hunt --reasons optional, where your house decides otherwise.)");
        var began = time.GetTimestamp();
        var question = new HuntQuestion(tips, request.By) { Reason = request.Reason, Window = request.Window, All = request.All };
        var result = new Hunter(store, store, house, time).Make(question, cancellation);
        result = result with { Hunt = result.Hunt with { Number = store.Record(result.Hunt) } };
        var watch = request.Watch ? Watch(store, result) : null;
        await store.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        var roster = house.Roster;
        var report = new HuntReport(roster.House.Length > 0 ? roster.House : Path.GetFileName(Path.GetFullPath(request.Data.Folder)), result, roster, time.GetUtcNow())
        {
            Places = store.FindPlaces,
            Exposures = Exposures(store, house, result, cancellation),
            Seconds = time.GetElapsedTime(began).TotalSeconds,
        };
        Write(request, report, console, cancellation);
        if (watch is { } watched) Console.Error.WriteLine(watched);
        return Code(result);
    }

    /// <summary>Silence about what could not be used must not look like an all-clear to a script.</summary>
    public static int Code(HuntResult result) =>
        result.Answers.IsEmpty ? ExitCodes.Unusable : result.Unusable > 0 ? ExitCodes.SomethingUnreadable : ExitCodes.Done;

    public static void Write(HuntRequest request, HuntReport report, IAnsiConsole console, CancellationToken cancellation)
    {
        IHuntReport? form = request.Format switch
        {
            "jsonl" => new JsonLinesHunt(),
            "html" => new HtmlHunt(),
            _ => null,
        };
        if (request.Output is { } path) ReportFile.Write(path, output => (form ?? new HuntText()).Write(report, output, cancellation));
        else if (form is null) HuntText.Write(report, console);
        else
        {
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
            form.Write(report, output, cancellation);
        }
    }

    /// <summary>What links everything would be seen in every scan: it is not watched.</summary>
    private string Watch(SqliteStore store, HuntResult result)
    {
        var (next, kept, left) = (0, ImmutableArray.CreateBuilder<Tip>(), 0);
        foreach (var tip in result.Tips)
        {
            var answers = result.Answers.AsSpan(next, tip.Sought.Length + tip.Patterns.Length + tip.Likenesses.Length).ToArray();
            next += answers.Length;
            left += answers.Count(a => a.Kind != AnswerKind.Told);
            bool IsWatched(int place) => answers[place].Kind == AnswerKind.Told;
            kept.Add(tip with
            {
                Sought = [.. tip.Sought.Where((_, i) => IsWatched(i))],
                Patterns = [.. tip.Patterns.Where((_, i) => IsWatched(tip.Sought.Length + i))],
                Likenesses = [.. tip.Likenesses.Where((_, i) => IsWatched(tip.Sought.Length + tip.Patterns.Length + i))],
                Refusals = [],
            });
        }
        if (kept.All(t => t.Sought.IsEmpty && t.Patterns.IsEmpty && t.Likenesses.IsEmpty))
            return next == 0 ? "No watch is kept: nothing of the tip could be used." : $"No watch is kept: all of the {Wording.Count(next, "thing", "things")} sought would be seen in every scan, or are not in the index.";
        var watch = new Watch { Since = time.GetUtcNow(), By = request.By, Reason = request.Reason, Source = result.Hunt.Source, Tips = kept.ToImmutable() };
        var number = store.Add(watch);
        var count = watch.Sought.Count();
        // What is there already was found just now: a scan that reads that mail again has nothing new to say of it.
        var remark = left > 0 ? $"; {left} that link too much or are not in the index are not" : "";
        return $"Watch {number}: {count} of {next} are watched for from now on{remark}. End it with: serjeant hunt --unwatch {number}";
    }

    /// <summary>Null where no log was ever added: then nothing is known of anybody.</summary>
    private static Dictionary<string, Exposure>? Exposures(SqliteStore store, House house, HuntResult result, CancellationToken cancellation)
    {
        if (result.People.IsEmpty || store.ReadTraceFiles().Count == 0) return null;
        var messages = result.Messages.Concat(result.Undated).Concat(result.Campaigns.SelectMany(c => c.Others)).Select(m => m.Number).Distinct().ToArray();
        return new ExposureMaker(house, store, store, store).Make(messages, [.. result.People.Select(p => p.Id)], cancellation).ToDictionary(e => e.Person, StringComparer.Ordinal);
    }

    private House House(SqliteStore store)
    {
        try
        {
            return KnownHouse.Open(store, request.Roster) ?? Signals.House.With(Roster.Empty);
        }
        catch (SerjeantException problem) when (request.Roster is null)
        {
            // The answer does not need it; only names do.
            Console.Error.WriteLine($"serjeant: {problem.Message} People are told by their identifiers.");
            return Signals.House.With(Roster.Empty);
        }
    }
}
