using System.Globalization;
using System.IO.Compression;
using System.Text;
using Serjeant.Tests.Flows;
using Serjeant.Tests.Storage;
using Xunit;

namespace Serjeant.Tests.Cli;

/// <summary>The commands traces add and list, as people run them.</summary>
public sealed class TracesCommandTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public async ValueTask InitializeAsync()
    {
        var house = Path.Combine(Repository.Root, "examples", "house");
        await Run("scan", Path.Combine(house, "mail", "sent"), "--roster", Path.Combine(house, "roster.yaml"));
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_log_read_in_a_wrong_zone_is_read_again_in_the_right_one()
    {
        File.WriteAllText(_folder.File("q.log"), "Nov  2 09:00:00 ns dnsmasq[1]: query[A] news.example from 192.0.2.20\n");
        Assert.Contains("2020-11-02 09:00", (await Run("traces", "add", "q.log", "--year", "2020")).Output, StringComparison.Ordinal);
        Assert.Contains("2020-11-02 07:00", (await Run("traces", "add", "q.log", "--year", "2020", "--zone", "+02:00")).Output, StringComparison.Ordinal);
        Assert.Contains("2021-11-02", (await Run("traces", "add", "q.log", "--year", "2021", "--zone", "+02:00")).Output, StringComparison.Ordinal);
        Assert.Contains("already, and not changed", (await Run("traces", "add", "q.log")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_read_only_in_part_shows_in_the_exit_code()
    {
        var good = string.Concat(Enumerable.Range(0, 400).Select(i => string.Create(CultureInfo.InvariantCulture, $"{1_600_000_000 + (i * 977)}.{i % 7}00 12 192.0.2.{i % 250} TCP_MISS/200 43 GET http://h{i * i}.example/ - HIER_DIRECT/198.51.100.80 image/gif\n")));
        File.WriteAllText(_folder.File("good.log"), good);
        File.WriteAllText(_folder.File("bad.log"), good + "not a line of Squid's\n");
        using (var packed = new MemoryStream())
        {
            using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(good));
            File.WriteAllBytes(_folder.File("cut.log.gz"), packed.ToArray()[..^60]);
        }
        Directory.CreateDirectory(_folder.File("logs"));
        Assert.Equal(0, (await Run("traces", "add", "good.log")).ExitCode);
        var bad = await Run("traces", "add", "bad.log");
        Assert.Equal(1, bad.ExitCode);
        Assert.Contains("1\u00a0bad line;", bad.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await Run("traces", "add", "cut.log.gz")).ExitCode);
        foreach (var command in (string[])["add", "check"])
        {
            var folder = await Run("traces", command, "logs");
            Assert.Equal(3, folder.ExitCode);
            Assert.Contains("logs: it is a folder", folder.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("No rule fired", folder.Output, StringComparison.Ordinal);
        }
    }

    private Task<Ran> Run(params string[] arguments) => Command.RunAsync(_folder.Path, arguments);
}
