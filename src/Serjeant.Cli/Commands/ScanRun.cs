using System.Diagnostics;
using System.Text;
using Serjeant.Campaigns;
using Serjeant.Cli.Reports;
using Serjeant.Judgement;
using Serjeant.Personas;
using Serjeant.Registers;
using Serjeant.Reports;
using Serjeant.Signals;
using Serjeant.Sources;
using Serjeant.Storage;
using Serjeant.Values;
using Spectre.Console;

namespace Serjeant.Cli.Commands;

/// <summary>One scan from reading to report.</summary>
internal sealed class ScanRun(ScanRequest request, TimeProvider time)
{
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var weights = Weights();
        ReportFile.Check(request.Output);
        // Before anything else: a mistyped name must not look like a scan that found nothing.
        if (Array.Find(request.Paths, path => path != SourceFile.StandardInput && !File.Exists(path) && !Directory.Exists(path)) is { } missing)
            throw new SerjeantException($"{(missing.Length == 0 ? "an empty name" : missing)}: {(SourceFinder.IsUnnamable(missing) ? SourceFinder.Unnamable : "there is no such file or folder.")}", retryHelps: false);
        var rosterFile = request.Roster ?? FindRoster(request.Paths);
        var warningLists = WarningLists.Load();
        var roster = rosterFile is null ? null : new RosterReader(warningLists).Read(rosterFile);
        using var store = request.Data.Open(time);
        // Whom a message was for is settled when it is read: a scan that forgets the house cannot be mended by a later one that knows it.
        if (roster is null && Remembered(store) is { } last) (rosterFile, roster) = (last, new RosterReader(warningLists).Read(last));
        roster ??= Roster.Empty;
        var allowed = AddressDecision.InForce(store.ReadDecisions());
        var house = House.With(roster.WithAllowed(allowed), warningLists);
        store.BeginScan(Fingerprint(rosterFile, allowed));
        if (rosterFile is not null) store.NoteRoster(Path.GetFullPath(rosterFile));
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        var read = await new ScanProgress(console, time)
            .ShowAsync(progress => new Flow(house, store.Keys, request.Options).ReadAsync(request.Paths, store, progress, cancellation), CancellationToken.None).ConfigureAwait(false);
        if (read.Stopped) throw new OperationCanceledException(cancellation);
        var reckoning = Reckoning.Make(house, weights, store, time, cancellation);
        var learned = await new Hindsight(house, store, time).MakeAsync(reckoning, reckoning.ReadScan(), cancellation).ConfigureAwait(false);
        var report = Report(house, store, reckoning, read, began, cancellation) with { Watched = learned.Watched, Back = learned.Back };
        Write(report, cancellation);
        return report.Summary.Unreadable > 0 ? ExitCodes.SomethingUnreadable : ExitCodes.Done;
    }

    private static string? Remembered(SqliteStore store)
    {
        if (store.ReadRoster() is not { } file) return null;
        Console.Error.WriteLine(File.Exists(file)
            ? $"serjeant: the roster is {file}, as in the scan before."
            : $"serjeant: {file}: the roster of the scan before is no longer there; this scan knows nobody. Name one with --roster FILE.");
        return File.Exists(file) ? file : null;
    }

    private ScanReport Report(House house, SqliteStore store, Reckoning reckoning, ReadResult read, long began, CancellationToken cancellation)
    {
        var counts = new long[3];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var message in reckoning.ReadScan())
        {
            cancellation.ThrowIfCancellationRequested();
            counts[(int)message.Assessment.Finding]++;
            if (message.CampaignId is { } id) seen.Add(id);
        }
        using var process = Process.GetCurrentProcess();
        var summary = new ScanSummary(
            counts.Sum(), read.New, store.ReadUnreadable().LongCount(), read.Bytes,
            time.GetElapsedTime(began).TotalSeconds, process.TotalProcessorTime.TotalSeconds, PeakMemory.Bytes(process) / 1e6,
            counts[(int)Finding.Ordinary], counts[(int)Finding.Suspect], counts[(int)Finding.Hostile]) { Deleted = store.CountDropped() };
        return new(Title(house.Roster), house.Roster, reckoning.ReadScan(), [.. reckoning.Campaigns.Where(c => seen.Contains(c.Id) || c.Kind == CampaignKind.ImpersonationTowardsOthers)], store.ReadUnreadable(), summary, time.GetUtcNow())
        {
            Outbound = reckoning.Outbound,
        };
    }

    private void Write(ScanReport report, CancellationToken cancellation)
    {
        IReport form = request.Format switch
        {
            "jsonl" => new JsonLinesReport(),
            "html" => new HtmlReport(),
            _ => new TerminalReport(),
        };
        if (request.Output is { } path) Write(form, report, path, cancellation);
        else if (form is TerminalReport terminal) terminal.Write(report, AnsiConsole.Console, cancellation);
        else
        {
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
            form.Write(report, output, cancellation);
        }
        if (form is not TerminalReport) return;
        var page = Path.Combine(request.Data.Folder, "report.html");
        Write(new HtmlReport(), report, page, cancellation);
        Console.Out.WriteLine();
        Console.Out.WriteLine($"The whole report, with evidence, to open in a browser: {Path.GetFullPath(page)}");
    }

    private static void Write(IReport form, ScanReport report, string path, CancellationToken cancellation) =>
        ReportFile.Write(path, output => form.Write(report, output, cancellation));

    private string Title(Roster roster) =>
        roster.House.Length > 0 ? roster.House : string.Join(", ", request.Paths.Take(3)) + (request.Paths.Length > 3 ? " and more" : "");

    private WeightTable Weights()
    {
        if (request.Weights is not { } path) return WeightTable.Shipped;
        try
        {
            return WeightTable.Read(File.OpenRead(path));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SerjeantException($"{path}: the weights cannot be read: {problem.Message}", retryHelps: false, problem);
        }
        catch (System.Text.Json.JsonException problem)
        {
            throw new SerjeantException($"{path}:{problem.LineNumber + 1}: no weight table as calibrate writes it: {problem.Message}", retryHelps: false, problem);
        }
    }

    private static string? FindRoster(string[] paths)
    {
        foreach (var path in paths)
            foreach (var name in new[] { "roster.yaml", "roster.yml" })
                if (Path.Combine(path, name) is var file && File.Exists(file)) return file;
        return null;
    }

    /// <summary>Facts depend on this build, the roster, decisions on addresses, the bounds and whom we trust: when one changes, mail is read again.</summary>
    private string Fingerprint(string? roster, IReadOnlyList<(string Person, EmailAddress Address)> allowed) =>
        $"{typeof(Flow).Module.ModuleVersionId}/{(roster is null ? "none" : Sha256.Of(File.ReadAllBytes(roster)))}"
        + $"/{request.Options.Facts}/{request.Options.Sources}/{string.Join(',', request.Options.TrustedAuthorities.Order(StringComparer.Ordinal))}"
        + string.Concat(allowed.Select(a => $"/{a.Person}={a.Address.Key}").Order(StringComparer.Ordinal));
}
