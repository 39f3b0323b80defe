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

    [Theory]
    [InlineData(3, "", "Nothing of the tip could be used")]
    [InlineData(3, "{\"type\": \"bundle\", \"objects\": [", "Nothing of the tip could be used")]
    [InlineData(3, "Received: from a.example\nFrom: a@b.example\nSubject: hello\n\nhello\n", "Nothing of the tip could be used")]
    [InlineData(1, "evil.example\n1.2.3.4/33\n", "1 entry of the tip could not be used")]
    [InlineData(0, "evil.example\n", "Nothing that was sought was found")]
    public async Task What_of_a_tip_could_not_be_used_is_said_first_and_by_the_exit_code(int code, string tip, string first)
    {
        Directory.CreateDirectory(_folder.File("serjeant-data"));
        await File.WriteAllTextAsync(_folder.File("tip.txt"), tip, TestContext.Current.CancellationToken);
        var ran = await Run("hunt", "--from", "tip.txt", "--reason", "a tip");
        Assert.Equal(code, ran.ExitCode);
        Assert.StartsWith(first, ran.Output.TrimStart().ReplaceLineEndings(" ").Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_domains_mailboxes_are_sought_and_no_file_of_that_name()
    {
        Directory.CreateDirectory(_folder.File("serjeant-data"));
        Assert.Equal(0, (await Run("hunt", "@x-evil.example", "--reason", "a tip")).ExitCode);
    }

    [Fact]
    public async Task Exposure_is_summed_up_below_the_headline_and_the_page_says_what_the_sender_learned()
    {
        var old = Path.Combine(Repository.Root, "examples", "old-mail");
        await Run("scan", Path.Combine(old, "mail"), "--roster", Path.Combine(old, "roster.yaml"));
        await Run(["traces", "add", .. Directory.GetFiles(Path.Combine(old, "logs"), "*", SearchOption.AllDirectories)]);
        var tip = Path.Combine(old, "tip.stix.json");
        Assert.Contains("5 leaked, 5 proxied, 5 pre-fetched, 5 not seen, 5 unknown", (await Run("hunt", "--from", tip, "--reason", "a tip")).Output, StringComparison.Ordinal);
        var page = (await Run("hunt", "--from", tip, "--reason", "a tip", "--format", "html")).Output;
        Assert.Contains("The sender learned <bdi>that the address is live", page, StringComparison.Ordinal);
        Assert.Contains("Not learned: <bdi>", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf(">leaked<", StringComparison.Ordinal) < page.IndexOf(">unknown<", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_that_can_be_watched_makes_no_watch()
    {
        Directory.CreateDirectory(_folder.File("serjeant-data"));
        var ran = await Run("hunt", "google.com", "--watch", "--reason", "a tip");
        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("No watch is kept", ran.Errors, StringComparison.Ordinal);
        Assert.Contains("Nothing is watched for", (await Run("hunt", "--watches")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--from")]
    [InlineData("--like")]
    public async Task A_folder_is_called_a_folder(string option)
    {
        Directory.CreateDirectory(_folder.File("serjeant-data"));
        var ran = await Run("hunt", option, "serjeant-data", "--reason", "a tip");
        Assert.Equal(3, ran.ExitCode);
        Assert.Contains("it is a folder", ran.Errors, StringComparison.Ordinal);
    }

    private static string Mail => Path.Combine(Repository.Root, "examples", "house");

    private Task<Ran> Run(params string[] arguments) => Command.RunAsync(_folder.Path, arguments);

    private static List<JsonElement> Parse(string lines) => [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
}
