using System.Globalization;
using System.Text;
using Serjeant.Cli.Reports;
using Serjeant.Reports;
using Spectre.Console;
using Xunit;

namespace Serjeant.Tests.Reports;

public sealed class TerminalReportTests
{
    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public void No_line_is_wider_than_the_terminal_and_nothing_out_of_mail_steers_it(int columns)
    {
        Look.Keep($"terminal-{columns}.ansi", Draw(columns, true));
        var text = Draw(columns, false);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, columns));
        Assert.DoesNotContain(text.EnumerateRunes(), rune => rune.Value is not ('\n' or '\r') && MailTextTests.Hidden(rune));
        Assert.DoesNotContain("http://", text, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Colours_come_from_us_alone()
    {
        var text = Draw(120, true);
        Assert.DoesNotContain("\u001b]0;", text, StringComparison.Ordinal);
        Assert.Contains("[red]", text, StringComparison.Ordinal);
        Assert.Contains("<U+202E>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_plain_text_has_the_sentences_the_signals_and_the_bound()
    {
        using var output = new StringWriter();
        new TerminalReport().Write(ReportFixture.Make(), output, TestContext.Current.CancellationToken);
        var text = output.ToString();
        Assert.DoesNotContain('\u001b', text);
        Assert.Contains("3\u00A0hostile campaigns reached", text, StringComparison.Ordinal);
        Assert.Contains("110 times the odds", text, StringComparison.Ordinal);
        Assert.Contains("+11.2", text, StringComparison.Ordinal);
        Assert.Contains("96\u00A0messages more: see --format html or jsonl", text, StringComparison.Ordinal);
        Assert.Contains("Not readable: 3\u00A0places.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_shows_nothing_where_output_is_redirected()
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        var answer = await new ScanProgress(console, TimeProvider.System).ShowAsync(async progress =>
        {
            await Task.Yield();
            progress.Report(new ReadSoFar(1, 2, 3));
            return 42;
        }, TestContext.Current.CancellationToken);
        Assert.Equal(42, answer);
        Assert.Equal("", output.ToString());
    }

    [Fact]
    public void Progress_tells_rate_and_time_left() =>
        Assert.Equal("12,400\u00A0messages, 1,550 a second, 58.0 MB/s, 25\u00A0seconds left",
            ScanProgress.Describe(new ReadSoFar(12_400, 464_000_000, 1_850_000_000), TimeSpan.FromSeconds(8)));

    private static string Draw(int columns, bool colour)
    {
        using var output = new StringWriter(new StringBuilder(), CultureInfo.InvariantCulture);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colour ? ColorSystemSupport.EightBit : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = columns;
        new TerminalReport().Write(ReportFixture.Make(), console, CancellationToken.None);
        return output.ToString();
    }
}
