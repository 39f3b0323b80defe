using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Serjeant.Samples;
using Serjeant.Tests.Samples;
using Serjeant.Tests.Storage;
using Xunit;

namespace Serjeant.Tests.Cli;

/// <summary>What is kept and for how long, as people command it.</summary>
public sealed class KeepingCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_house_is_retained_held_and_forgotten()
    {
        HouseWriter.Write(SampleHouses.Of(5), _folder.File("house"));
        await Ok("scan", "house", "--format", "jsonl", "--out", "first.jsonl");
        using var hostile = JsonDocument.Parse(File.ReadLines(_folder.File("first.jsonl")).First(l => l.StartsWith("{\"kind\":\"campaign\"", StringComparison.Ordinal)));
        var (campaign, person) = (hostile.RootElement.GetProperty("id").GetString()!, hostile.RootElement.GetProperty("targets")[0].GetString()!);

        Assert.Equal("Nothing is older than it may be.\n", await Ok("retain"));
        var later = TimeProvider.System.GetUtcNow().AddDays(300).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.StartsWith("Would be deleted:\n", await Ok("retain", "--dry-run", "--now", later), StringComparison.Ordinal);
        Assert.Equal(2, (await Run("retain", "--now", later)).ExitCode);
        await Refused(3, "policy.yaml:1:11", Policy("ordinary: soon"));
        Assert.Equal("Nothing was ever deleted.\n", await Ok("retain", "--proofs"));

        Assert.Contains("is in force; it covers", await Ok("hold", "add", "file 7", "--reason", "inquiry of the committee", "--campaign", campaign), StringComparison.Ordinal);
        await Ok("hold", "add", "file 8", "--reason", "order of the court", "--person", person);
        await Refused(2, "already", "hold", "add", "file 7", "--reason", "again", "--campaign", campaign);
        await Refused(2, "needs one of", "hold", "add", "file 9", "--reason", "no scope");
        Assert.Contains("inquiry of the committee", await Ok("hold", "list"), StringComparison.Ordinal);
        await Refused(3, "file 8 (", "forget", person);

        Assert.StartsWith("Key file: ", await Ok("keys"), StringComparison.Ordinal);
        Assert.Contains("followed by another", await Ok("keys", "rotate"), StringComparison.Ordinal);
        await Ok("keys", "move", "away.key");
        Assert.True(File.Exists(_folder.File("away.key")));

        // A year on, as far as the store can tell: what was first read today was first read then.
        Age(_folder.File("data/serjeant.db"), days: 365);
        var deleted = await Ok("retain", "--by", "clerk");
        Assert.Contains("record, ordinary, mail of ", deleted, StringComparison.Ordinal);
        Assert.Contains("kept by hold file 8: ", deleted, StringComparison.Ordinal);
        Assert.Contains("by clerk\nact retain\n", await Ok("retain", "--proofs"), StringComparison.Ordinal);
        // The same mail, unchanged and recalled, and then read again for another roster.
        await Ok("scan", "house", "--format", "jsonl", "--out", "second.jsonl");
        var summary = ScanLines.Summary(_folder.File("second.jsonl"));
        Assert.Equal(600, summary.GetProperty("messages").GetInt64() + summary.GetProperty("deleted").GetInt64());
        Assert.InRange(summary.GetProperty("deleted").GetInt64(), 300, 599);
        await File.AppendAllTextAsync(_folder.File("house/roster.yaml"), "\n# another\n", TestContext.Current.CancellationToken);
        await Ok("scan", "house", "--format", "jsonl", "--out", "third.jsonl");
        Assert.Equal(summary.GetProperty("deleted").GetInt64(), ScanLines.Summary(_folder.File("third.jsonl")).GetProperty("deleted").GetInt64());

        await Ok("hold", "release", "file 8", "--reason", "the court is done");
        await Ok("hold", "release", "file 7", "--reason", "the committee is done");
        Assert.Contains("freed of the person", await Ok("forget", person), StringComparison.Ordinal);
        await Refused(2, "Nobody on the roster", "forget", "nobody-at-all");
        Assert.Contains("The chain of 2 is whole.", await Ok("retain", "--proofs"), StringComparison.Ordinal);
    }

    private static void Age(string database, int days)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        OldFolder.Run(connection, "UPDATE message SET kept=kept-$days", ("$days", days));
    }

    private string[] Policy(string text)
    {
        File.WriteAllText(_folder.File("policy.yaml"), text);
        return ["retain", "--policy", "policy.yaml"];
    }

    private async Task Refused(int code, string reason, params string[] arguments)
    {
        var ran = await Run(arguments);
        Assert.Equal(code, ran.ExitCode);
        Assert.Contains(reason, ran.Errors, StringComparison.Ordinal);
    }

    private async Task<string> Ok(params string[] arguments)
    {
        var ran = await Run(arguments);
        Assert.Equal((0, ""), (ran.ExitCode, ran.Errors));
        return ran.Output.ReplaceLineEndings("\n");
    }

    private Task<Ran> Run(params string[] arguments) => Command.RunAsync(_folder.Path, [.. arguments, "--data", "data"]);
}
