using System.Diagnostics;
using System.Globalization;
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
            Assert.Contains("in use by another command", second.Errors, StringComparison.Ordinal);
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

    [Fact]
    public async Task A_folder_without_mail_gives_0_and_says_that_there_is_none()
    {
        Directory.CreateDirectory(_folder.File("empty"));
        var ran = await Run("scan", "empty");
        Assert.Equal((0, ""), (ran.ExitCode, ran.Errors));
        Assert.Contains("There is no mail in what was given.", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_calls_the_program_by_its_name()
    {
        var ran = await Run("scan", "--help");
        Assert.Contains("serjeant scan <PATH>... [options]", ran.Output, StringComparison.Ordinal);
        Assert.Contains("serjeant [command] [options]", (await Run("--help")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rate_is_told_of_what_was_read_only()
    {
        Assert.Contains("a second", (await Run("scan", "mail")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("a second", (await Run("scan", "mail")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_given_in_several_spellings_is_one()
    {
        File.CreateSymbolicLink(_folder.File("link.eml"), _folder.File("mail/one.eml"));
        foreach (var paths in (string[][])[["mail/one.eml", "./mail/one.eml", "link.eml", _folder.File("mail/one.eml")], ["mail", "mail/one.eml", "link.eml"], ["link.eml", "mail"]])
        {
            var ran = await Run(["scan", .. paths, "--format", "jsonl"]);
            Assert.Contains("{\"kind\":\"summary\",\"messages\":1,", ran.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_name_that_is_no_UTF_8_is_said_to_be_one()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only there a name is any bytes.");
        // Only a shell can make such a file, and take it away again.
        async Task Shell(string command)
        {
            using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", command]) { WorkingDirectory = _folder.File("mail") })!;
            await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        await Shell("cp one.eml \"$(printf 'b\\377d')\"");
        var ran = await Run("scan", "mail", "--format", "jsonl");
        await Shell("rm b*");
        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("its name is not valid UTF-8", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TERM", 143)]
    [InlineData("INT", 130)]
    public async Task A_named_pipe_is_read_and_waiting_for_it_can_be_stopped(string signal, int code)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such pipes.");
        using (var make = Process.Start("mkfifo", [_folder.File("pipe")])) await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        using (var waiting = Command.Start(_folder.Path, "scan", "pipe", "--data", "data"))
        {
            while (!File.Exists(_folder.File("data/serjeant.db-wal"))) await Task.Delay(20, TestContext.Current.CancellationToken);
            await Task.Delay(200, TestContext.Current.CancellationToken);
            using (var kill = Process.Start("kill", [$"-{signal}", waiting.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
            var stopped = await Command.EndAsync(waiting);
            Assert.Equal(code, stopped.ExitCode);
            Assert.Equal("serjeant: stopped; what was read is stored. Run the same command again to go on.", stopped.Errors.Trim());
        }
        using var reading = Command.Start(_folder.Path, "scan", "pipe", "--data", "data", "--format", "jsonl");
        await File.WriteAllTextAsync(_folder.File("pipe"), Letter, TestContext.Current.CancellationToken);
        Assert.Contains("\"messageId\":\"1@north.example\"", (await Command.EndAsync(reading)).Output, StringComparison.Ordinal);
    }

    private Task<Ran> Run(params string[] arguments) => Command.RunAsync(_folder.Path, arguments);
}
