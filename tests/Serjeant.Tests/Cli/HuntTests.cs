using System.Text.Json;
using Serjeant.Tests.Flows;
using Serjeant.Tests.Storage;
using Xunit;

namespace Serjeant.Tests.Cli;

/// <summary>The command hunt, as people run it, over the example parliament.</summary>
public sealed class HuntTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_tip_of_one_host_finds_the_campaign_whole_and_is_on_record()
    {
        await Run("scan", Mail);
        var lines = Parse((await Run("hunt", "img.fastloadimg.example", "--reason", "a tip", "--by", "desk", "--format", "jsonl")).Output);
        var messages = lines.Where(l => l.GetProperty("kind").GetString() == "message").ToArray();
        Assert.Equal((53, 37), (messages.Count(m => m.GetProperty("by").GetString() == "tip"), messages.Count(m => m.GetProperty("by").GetString() == "campaign")));
        Assert.All(messages, m => Assert.NotEmpty(m.GetProperty("places").EnumerateArray()));
        Assert.Equal("summary", lines[^1].GetProperty("kind").GetString());
        var record = Parse((await Run("hunt", "--list", "--format", "jsonl")).Output);
        Assert.Contains(record, h => h.GetProperty("by").GetString() == "desk" && h.GetProperty("reason").GetString() == "a tip" && h.GetProperty("messages").GetInt32() == 53);
        Assert.DoesNotContain("fastloadimg", (await Run("hunt", "--list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_finds_the_same_without_a_data_folder()
    {
        var ran = await Run("hunt", "img.fastloadimg.example", "--outside", Mail, "--roster", Path.Combine(Mail, "roster.yaml"), "--format", "jsonl");
        Assert.Equal(0, ran.ExitCode);
        Assert.Equal(53, Parse(ran.Output).Count(l => l.GetProperty("kind").GetString() == "message"));
        Assert.False(Directory.Exists(_folder.File("serjeant-data")));
    }

    [Fact]
    public async Task What_is_watched_for_is_shown_by_the_scan_that_sees_it()
    {
        await Run("scan", Path.Combine(Mail, "mail", "sent"), "--roster", Path.Combine(Mail, "roster.yaml"));
        Assert.Equal(0, (await Run("hunt", "img.fastloadimg.example", "--watch", "--reason", "a tip")).ExitCode);
        var scan = await Run("scan", Mail);
        Assert.Contains("Watched selectors were seen", scan.Output, StringComparison.Ordinal);
        Assert.Contains("img[.]fastloadimg[.]example was seen in 53", scan.Output.ReplaceLineEndings(" ").Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("53", (await Run("hunt", "--watches")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Run("hunt", "--unwatch", "1")).ExitCode);
        Assert.DoesNotContain("fastloadimg", (await Run("hunt", "--watches")).Output, StringComparison.Ordinal);
        Assert.Equal(2, (await Run("hunt", "--unwatch", "1")).ExitCode);
    }

    [Theory]
    [InlineData(2, "hunt", "a.example")]
    [InlineData(2, "hunt", "--reason", "x")]
    [InlineData(2, "hunt", "a.example", "--reason", "x", "--since", "2021-02-30")]
    [InlineData(2, "hunt", "a.example", "--reason", "x", "--since", "2021-02-02", "--until", "2021-02-01")]
    [InlineData(3, "hunt", "a.example", "--reason", "x", "--data", "nowhere")]
    [InlineData(3, "hunt", "--from", "missing.json", "--reason", "x")]
    [InlineData(3, "hunt", "a.example", "--outside", "missing")]
    public async Task Mistakes_are_told_and_do_nothing(int code, params string[] arguments)
    {
        Directory.CreateDirectory(_folder.File("serjeant-data"));
        var ran = await Run(arguments);
        Assert.Equal(code, ran.ExitCode);
        Assert.StartsWith("serjeant: ", ran.Errors, StringComparison.Ordinal);
    }

    private static string Mail => Path.Combine(Repository.Root, "examples", "house");

    private Task<Ran> Run(params string[] arguments) => Command.RunAsync(_folder.Path, arguments);

    private static List<JsonElement> Parse(string lines) => [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
}
