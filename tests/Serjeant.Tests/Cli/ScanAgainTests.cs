using Serjeant.Samples;
using Serjeant.Tests.Samples;
using Serjeant.Tests.Storage;
using Xunit;

namespace Serjeant.Tests.Cli;

/// <summary>Mail that is scanned again, in part, or beside our own files.</summary>
public sealed class ScanAgainTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ScanAgainTests() => HouseWriter.Write(SampleHouses.Of(5), _folder.File("house"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_second_scan_adds_nothing_and_finds_the_same()
    {
        var (first, second) = (await Scan("first", "house"), await Scan("second", "house"));
        Assert.Equal(ScanLines.Findings(first), ScanLines.Findings(second));
        Assert.Equal(600, ScanLines.Messages(second));
        Assert.Equal(0, ScanLines.Summary(second).GetProperty("bytes").GetInt64());
    }

    [Fact]
    public async Task Half_of_the_mail_and_then_all_ends_as_all_at_once()
    {
        Directory.Move(_folder.File("house/mail/journal"), _folder.File("journal"));
        var half = await Scan("half", "house");
        Assert.InRange(ScanLines.Messages(half), 100, 400);
        Directory.Move(_folder.File("journal"), _folder.File("house/mail/journal"));
        var later = await Scan("later", "house");
        var whole = await Scan("whole", "house", "other-data");
        // Names of campaigns stay from the first scan on; what is in them is the same.
        Assert.Equal(Shapes(whole), Shapes(later));
    }

    [Fact]
    public async Task The_roster_in_the_folder_is_used()
    {
        var path = await Scan("with", "house");
        Assert.Contains(ScanLines.Findings(path), line => line.Contains("\"attribute\":\"alliance: ", StringComparison.Ordinal));
        File.Delete(_folder.File("house/roster.yaml"));
        Assert.DoesNotContain(ScanLines.Findings(await Scan("without", "house", "other-data")), line => line.Contains("\"attribute\":", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_data_folder_inside_the_mail_is_not_scanned_as_mail()
    {
        Directory.CreateDirectory(_folder.File("house/mine"));
        foreach (var run in (string[])["one", "two"])
        {
            var path = await Scan(run, "house", "house/mine/data");
            Assert.Equal(600, ScanLines.Messages(path));
            Assert.DoesNotContain(ScanLines.Findings(path), line => line.Contains("unreadable", StringComparison.Ordinal));
        }
    }

    private async Task<string> Scan(string name, string path, string data = "data")
    {
        var output = name + ".jsonl";
        var ran = await Command.RunAsync(_folder.Path, "scan", path, "--data", data, "--format", "jsonl", "--out", output);
        Assert.Equal((0, ""), (ran.ExitCode, ran.Errors));
        return _folder.File(output);
    }

    /// <summary>Members of each campaign, in an order of their own.</summary>
    private static List<string> Shapes(string path) =>
        [.. ScanLines.Findings(path).Where(l => l.StartsWith("{\"kind\":\"campaign\"", StringComparison.Ordinal)).Select(l => l[l.IndexOf("\"judgement\"", StringComparison.Ordinal)..]).Order(StringComparer.Ordinal)];
}
