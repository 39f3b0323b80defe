using System.IO.Compression;
using Serjeant.Traces;
using Xunit;

namespace Serjeant.Tests.Traces;

/// <summary>What is read of each sample stands beside it, line by line.</summary>
public sealed class LogSampleTests
{
    public static TheoryData<string> Samples =>
        [.. Directory.GetFiles(LogSamples.Folder, "*.expected").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_is_read_as_is_written_beside_it(string name) =>
        Assert.Equal(File.ReadAllText(LogSamples.Of(name + ".expected")).ReplaceLineEndings("\n"), LogSamples.Show(name));

    [Fact]
    public void Every_sample_has_its_reading_beside_it_but_those_that_are_refused() =>
        Assert.Equal(["letter.txt", "mixed.log", "zeek-conn.log"],
            Directory.GetFiles(LogSamples.Folder).Select(f => Path.GetFileName(f)!).Where(f => !f.EndsWith(".expected", StringComparison.Ordinal) && !File.Exists(LogSamples.Of(f + ".expected"))).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("letter.txt", "none of its first 2 lines is of a form that is known")]
    [InlineData("mixed.log", "of its first 4 lines 2 look like Squid's access.log, 2 look like a web server's combined log")]
    [InlineData("zeek-conn.log", "it is Zeek's conn.log")]
    public void What_is_no_log_or_several_is_refused_with_what_was_seen(string name, string seen)
    {
        var refused = Assert.Throws<SerjeantException>(() => LogSamples.Show(name));
        Assert.Contains(seen, refused.Message, StringComparison.Ordinal);
        Assert.Equal(LogSamples.Of(name), refused.Place);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Gzipped_in_any_number_of_members_a_sample_is_read_the_same(string name)
    {
        var bytes = File.ReadAllBytes(LogSamples.Of(name));
        var packed = new MemoryStream();
        for (var at = 0; at < bytes.Length; at += 1000)
            using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(bytes.AsSpan(at, Math.Min(1000, bytes.Length - at)));
        Assert.Equal(Lines(bytes), Lines(packed.ToArray()));
    }

    [Fact]
    public void A_gzip_that_is_cut_short_is_read_up_to_there_and_said()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            for (var i = 0; i < 20_000; i++) gzip.Write(System.Text.Encoding.UTF8.GetBytes($"1794801606.{i % 1000:D3} {i} 192.0.2.17 TCP_MISS/200 411 GET http://t{i * 7919 % 10007}.example/o.gif - HIER_DIRECT/198.51.100.80 image/gif\n"));
        var (lines, summary) = Read(packed.ToArray()[..(int)(packed.Length / 2)]);
        Assert.InRange(lines.Count, 1_000, 19_000);
        Assert.Equal("the gzip is damaged or cut short", summary.Damage);
    }

    private static List<string> Lines(byte[] bytes) => Read(bytes).Lines;

    private static (List<string> Lines, LogSummary Summary) Read(byte[] bytes)
    {
        var lines = new List<string>();
        var summary = new LogReader(new() { Written = LogSamples.Written }).Read("sample", () => new MemoryStream(bytes), e => lines.Add(LogSamples.Show(e)), CancellationToken.None);
        return (lines, summary);
    }
}
