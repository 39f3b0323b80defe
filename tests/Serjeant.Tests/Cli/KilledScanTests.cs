using Serjeant.Samples.Writing;
using Serjeant.Storage;
using Serjeant.Tests.Samples;
using Serjeant.Tests.Storage;
using Xunit;

namespace Serjeant.Tests.Cli;

/// <summary>A scan of many files, killed again and again: each time the folder opens, and what is in it agrees. bench index --crash does this for hours.</summary>
public sealed class KilledScanTests : IDisposable
{
    private const int Mails = 3_000, Kills = 12;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_scan_that_is_killed_a_dozen_times_leaves_a_folder_that_opens_and_ends_whole()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        var stop = TestContext.Current.CancellationToken;
        var house = SampleHouses.Of(2022, Mails, 25);
        await File.WriteAllTextAsync(_folder.File("roster.yaml"), house.RosterYaml, stop);
        Directory.CreateDirectory(_folder.File("mail"));
        await File.WriteAllBytesAsync(_folder.File("mail/all.mbox"), Mbox.Write(house.Mails), stop);
        string[] scan = ["scan", "mail", "--roster", "roster.yaml", "--data", "data", "--format", "jsonl", "--out", "out.jsonl"];
        var before = 0L;
        for (var kill = 0; kill < Kills; kill++)
        {
            using (var process = Command.Start(_folder.Path, scan))
            {
                // From the start of the process to the middle of its work.
                await Task.Delay(150 + (kill * 137), stop);
                if (!process.HasExited) process.Kill();
                await Command.EndAsync(process);
            }
            if (!File.Exists(_folder.File("data/serjeant.db"))) continue;
            before = Examine(before);
        }
        Assert.Equal(0, (await Command.RunAsync(_folder.Path, scan)).ExitCode);
        Assert.True(Examine(before) > 0);
        Assert.Equal(Mails, ScanLines.Summary(_folder.File("out.jsonl")).GetProperty("messages").GetInt32());
    }

    /// <summary>Every message has its record, its number and its place, and every run is one that a commit speaks of.</summary>
    private long Examine(long atLeast)
    {
        using var store = SqliteStore.Open(_folder.File("data"), TimeProvider.System);
        Assert.True(store.CountEntries() >= atLeast);
        foreach (var message in store.ReadAll().Where(m => m.Channel == Serjeant.Campaigns.MessageChannel.Received))
        {
            Assert.Equal(message.Id, store.FindEntry(store.NumberOf(message.Id)!.Value)!.Id);
            Assert.NotEmpty(store.FindPlaces(store.NumberOf(message.Id)!.Value));
        }
        using var database = Database.OpenToRead(_folder.File("data/serjeant.db"));
        Assert.Equal(database.Ask("SELECT count(*) FROM run"), Directory.GetFiles(_folder.File("data/index")).Length);
        return store.CountEntries();
    }
}
