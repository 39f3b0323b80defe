using Serjeant.Cli.Reports;
using Serjeant.Facts;
using Serjeant.Hunts;
using Serjeant.Hunts.Outside;
using Serjeant.Registers;
using Serjeant.Reports;
using Serjeant.Reports.Hunts;
using Serjeant.Signals;
using Serjeant.Sources;
using Spectre.Console;

namespace Serjeant.Cli.Commands;

/// <summary>One hunt through mail that was never scanned. No data folder is opened, and nothing is recorded.</summary>
internal sealed class HuntOutsideRun(HuntRequest request, TimeProvider time)
{
    public async Task<int> RunAsync(IAnsiConsole console, CancellationToken cancellation)
    {
        if (request.Watch) throw new UsageException("--watch keeps selectors in a data folder: hunt without --outside to watch for them.");
        if (Array.Find(request.Outside, path => path != SourceFile.StandardInput && !File.Exists(path) && !Directory.Exists(path)) is { } missing)
            throw new SerjeantException($"{(missing.Length == 0 ? "an empty name" : missing)}: there is no such file or folder.", retryHelps: false);
        ReportFile.Check(request.Output);
        var warningLists = WarningLists.Load();
        var roster = request.Roster is { } file ? new RosterReader(warningLists).Read(file) : Roster.Empty;
        var house = House.With(roster, warningLists);
        var tips = await HuntTips.ReadAsync(request, house, cancellation).ConfigureAwait(false);
        var began = time.GetTimestamp();
        var hunter = new OutsideHunter(house, new FactsMaker(house.Roster, house.Services), time);
        var found = await hunter.MakeAsync(request.Outside, new HuntQuestion(tips, request.By) { Reason = request.Reason, Window = request.Window, All = request.All }, Progress(), cancellation).ConfigureAwait(false);
        var seconds = time.GetElapsedTime(began).TotalSeconds;
        var title = roster.House.Length > 0 ? roster.House : string.Join(", ", request.Outside.Take(3)) + (request.Outside.Length > 3 ? " and more" : "");
        HuntRun.Write(request, new HuntReport(title, found.Result, roster, time.GetUtcNow()) { Places = found.Places, Unreadable = found.Unreadable, Seconds = seconds }, console, cancellation);
        var code = HuntRun.Code(found.Result);
        return code == ExitCodes.Done && !found.Unreadable.IsEmpty ? ExitCodes.SomethingUnreadable : code;
    }

    private static Progress<long>? Progress() =>
        Console.IsErrorRedirected ? null : new(messages => Console.Error.Write($"\r{Wording.Count(messages, "message", "messages")} read"));
}
