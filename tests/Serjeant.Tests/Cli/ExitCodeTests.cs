using System.Text;
using Serjeant.Tests.Storage;
using Xunit;

namespace Serjeant.Tests.Cli;

/// <summary>What scripts rely on: the code that a run returns, and where it says why.</summary>
public sealed class ExitCodeTests : IDisposable
{
    private const string Letter = "From: Ann <ann@north.example>\nTo: bob@south.example\nSubject: tea\nDate: Mon, 4 Jan 2021 08:00:00 +0000\nMessage-ID: <1@north.example>\n\nAt four?\n";

    private readonly TemporaryFolder _folder = new();

    public ExitCodeTests()
    {
        Directory.CreateDirectory(_folder.File("mail"));
        File.WriteAllText(_folder.File("mail/one.eml"), Letter);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Mail_that_can_be_read_gives_0_and_says_where_the_page_lies()
    {
        var ran = await Run("scan", "mail");
        Assert.Equal((0, ""), (ran.ExitCode, ran.Errors));
        Assert.Contains(Path.Combine("serjeant-data", "report.html"), ran.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.File("serjeant-data/report.html")));
    }

    [Fact]
    public async Task A_file_under_the_path_that_cannot_be_read_gives_1_and_is_listed()
    {
        File.WriteAllBytes(_folder.File("mail/noise"), [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 197))]);
        var ran = await Run("scan", "mail", "--format", "jsonl");
        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("\"kind\":\"unreadable\"", ran.Output, StringComparison.Ordinal);
        Assert.Contains("\"kind\":\"message\"", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scan")]
    [InlineData("scan", "mail", "--format", "pdf")]
    [InlineData("scan", "mail", "--nonsense")]
    [InlineData("scan", "mail", "--max-parts", "0")]
    [InlineData("nonsense")]
    public async Task What_was_mistyped_gives_2_and_nothing_is_done(params string[] arguments)
    {
        var ran = await Run(arguments);
        Assert.Equal((2, ""), (ran.ExitCode, ran.Output));
        Assert.StartsWith("serjeant: ", ran.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("serjeant-data")));
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_gives_3()
    {
        File.WriteAllText(_folder.File("data"), "mine");
        var ran = await Run("scan", "mail", "--data", "data");
        Assert.Equal(3, ran.ExitCode);
        Assert.Contains("data folder", ran.Errors, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(_folder.File("data")));
    }

    [Fact]
    public async Task A_bad_roster_gives_3_with_its_line_and_the_reason()
    {
        File.WriteAllText(_folder.File("roster.yaml"), "house: The House\npeople:\n  - id: p1\n    official: [no address]\n");
        var ran = await Run("scan", "mail", "--roster", "roster.yaml");
        Assert.Equal(3, ran.ExitCode);
        Assert.Matches(@"serjeant: roster\.yaml:[34]:\d+", ran.Errors);
    }

    [Fact]
    public async Task A_path_that_is_not_there_gives_3_even_beside_one_that_is()
    {
        var ran = await Run("scan", "mail", "mali");
        Assert.Equal(3, ran.ExitCode);
        Assert.Contains("mali: there is no such file or folder.", ran.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("serjeant-data")));
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_gives_3()
    {
        var ran = await Run("scan", "mail", "--format", "jsonl", "--out", "no/such/folder/out.jsonl");
        Assert.Equal(3, ran.ExitCode);
        Assert.Contains("cannot be written", ran.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_in_use_gives_3_and_says_so()
    {
        // Its standard input never ends, so it holds the folder until it is let go.
        using var first = Command.Start(_folder.Path, "scan", "-", "--data", "data");
        try
        {
            while (!File.Exists(_folder.File("data/serjeant.db-wal"))) await Task.Delay(50, TestContext.Current.CancellationToken);
            var second = await Run("scan", "mail", "--data", "data");
            Assert.Equal(3, second.ExitCode);
            Assert.Contains("in use by another scan", second.Errors, StringComparison.Ordinal);
        }
        finally
        {
            first.StandardInput.Close();
            await Command.EndAsync(first);
        }
        Assert.Equal(0, (await Run("scan", "mail", "--data", "data")).ExitCode);
    }

    [Fact]
    public async Task Standard_input_is_read_as_mail()
    {
        var ran = await Command.RunAsync(_folder.Path, Encoding.ASCII.GetBytes(Letter), "scan", "-", "--format", "jsonl");
        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("\"source\":\"-\",\"ordinal\":0,", ran.Output, StringComparison.Ordinal);
        Assert.Contains("\"messageId\":\"1@north.example\"", ran.Output, StringComparison.Ordinal);
    }

    private Task<Ran> Run(params string[] arguments) => Command.RunAsync(_folder.Path, arguments);
}
