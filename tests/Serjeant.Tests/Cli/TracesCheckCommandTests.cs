using System.Text.Json;
using Serjeant.Samples.Logs;
using Serjeant.Tests.Storage;
using Xunit;

namespace Serjeant.Tests.Cli;

/// <summary>What the command says of a log, with the rules that are shipped.</summary>
public sealed class TracesCheckCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TracesCheckCommandTests()
    {
        File.WriteAllLines(_folder.File("entered.log"), IisLog.Lines(new ExchangeFrontEnd(seed: 4).Requests(3_000), 3_000, [.. BreakIn.Steps.Select(s => s.Request)]));
        File.WriteAllLines(_folder.File("quiet.log"), IisLog.Lines(new ExchangeFrontEnd(seed: 5).Requests(3_000), 3_000, []));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_break_in_is_told_with_rule_author_client_and_line()
    {
        var ran = await Run("entered.log");
        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("CRITICAL", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Successful Exchange ProxyShell Attack", ran.Output, StringComparison.Ordinal);
        Assert.Contains("rule of Florian Roth (Nextron Systems), Rich Warren", ran.Output, StringComparison.Ordinal);
        Assert.Contains(BreakIn.Client, ran.Output, StringComparison.Ordinal);
        Assert.Contains("entered.log:", ran.Output, StringComparison.Ordinal);
        Assert.Contains("take it for entered", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("kestrel.example", ran.Output, StringComparison.Ordinal);
        Assert.All(ran.Output.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public async Task A_quiet_log_is_not_called_safe()
    {
        var ran = await Run("quiet.log");
        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("No rule fired. That shows only", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_of_JSON_hold_every_hit_and_the_sums()
    {
        var ran = await Run("entered.log", "--format", "jsonl");
        var types = ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToLookup(l => l.GetProperty("type").GetString());
        Assert.Equal(types["rules"].Single().GetProperty("hits").GetInt32(), types["hit"].Count());
        Assert.All(types["hit"], hit => Assert.Equal(BreakIn.Client, hit.GetProperty("client").GetString()));
        Assert.All(types["hit"], hit => Assert.NotEqual("", hit.GetProperty("author").GetString()));
        Assert.Equal(types["hit"].Count(), types["client"].Sum(c => c.GetProperty("hits").GetInt32()));
    }

    [Fact]
    public async Task What_cannot_be_read_shows_in_the_exit_code()
    {
        Assert.Equal(3, (await Run("absent.log")).ExitCode);
        Assert.Equal(1, (await Run("absent.log", "quiet.log")).ExitCode);
        Assert.Equal(3, (await Run("quiet.log", "--rules", "absent")).ExitCode);
        Assert.Equal(2, (await Run("quiet.log", "--format", "xml")).ExitCode);
    }

    private async Task<Ran> Run(params string[] arguments) => await Command.RunAsync(_folder.Path, ["traces", "check", .. arguments]);
}
