using System.Diagnostics;
using System.Globalization;
using Serjeant.Samples.Writing;
using Serjeant.Storage;
using Serjeant.Tests.Samples;
using Serjeant.Tests.Storage;
using Xunit;

namespace Serjeant.Tests.Cli;

/// <summary>A scan that is stopped or killed half-way has lost nothing that it stored, and a re-run ends as if nothing had happened.</summary>
public sealed class StoppedScanTests : IDisposable
{
    private const int Mails = 5_000;

    private readonly TemporaryFolder _folder = new();

    public StoppedScanTests()
    {
        var house = SampleHouses.Of(2021, Mails, 25);
        File.WriteAllText(_folder.File("roster.yaml"), house.RosterYaml);
        File.WriteAllBytes(_folder.File("all.mbox"), Mbox.Write(house.Mails));
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    [InlineData("KILL", 137)]
    public async Task A_scan_that_ends_half_way_goes_on_where_it_stopped(string signal, int code)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        using var process = Command.Start(_folder.Path, [.. Arguments("data"), "--out", "stopped.jsonl"]);
        // The first batch is kept: some of the mail is stored, and most of it is not yet read.
        while (!process.HasExited && !KeepsSome()) await Task.Delay(5, TestContext.Current.CancellationToken);
        using (var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        var stopped = await Command.EndAsync(process);
        Assert.Equal(code, stopped.ExitCode);
        Assert.False(File.Exists(_folder.File("stopped.jsonl")));
        if (signal != "KILL") Assert.Contains("Run the same command again to go on", stopped.Errors, StringComparison.Ordinal);

        Assert.Equal(0, (await Command.RunAsync(_folder.Path, [.. Arguments("data"), "--out", "resumed.jsonl"])).ExitCode);
        Assert.Equal(0, (await Command.RunAsync(_folder.Path, [.. Arguments("undisturbed"), "--out", "undisturbed.jsonl"])).ExitCode);
        Assert.Equal(ScanLines.Findings(_folder.File("undisturbed.jsonl")), ScanLines.Findings(_folder.File("resumed.jsonl")));
        var (rest, all) = (ScanLines.Summary(_folder.File("resumed.jsonl")), ScanLines.Summary(_folder.File("undisturbed.jsonl")));
        Assert.Equal(Mails, rest.GetProperty("messages").GetInt32());
        Assert.InRange(rest.GetProperty("bytes").GetInt64(), 1, all.GetProperty("bytes").GetInt64() - 1);
    }

    private bool KeepsSome()
    {
        if (!File.Exists(_folder.File("data/serjeant.db-wal"))) return false;
        try
        {
            using var database = Database.OpenToRead(_folder.File("data/serjeant.db"));
            return database.Ask("SELECT count(*) FROM message") > 0;
        }
        catch (SerjeantException)
        {
            return false; // it is being made
        }
    }

    private static string[] Arguments(string data) => ["scan", "all.mbox", "--roster", "roster.yaml", "--data", data, "--format", "jsonl"];
}
