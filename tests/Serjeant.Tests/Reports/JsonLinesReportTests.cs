using System.Text.Json;
using Serjeant.Reports;
using Xunit;

namespace Serjeant.Tests.Reports;

public sealed class JsonLinesReportTests
{
    private static readonly string Text = Write(ReportFixture.Make());
    private static readonly JsonElement[] Lines = [.. Text.TrimEnd('\n').Split('\n').Select(l => JsonElement.Parse(l))];

    [Theory]
    [InlineData("message", "kind source ordinal sha256 messageId judgement probability decibans signals targets campaign channel imitations")]
    [InlineData("unreadable", "kind source ordinal reason")]
    [InlineData("campaign", "kind id judgement probability messages senders callbackHosts targets shared perRecipientToken firstSeen lastSeen imitations impersonation")]
    [InlineData("summary", "kind messages unreadable deleted bytes seconds cpuSeconds peakMegabytes")]
    public void Each_kind_has_exactly_its_fields(string kind, string fields)
    {
        var lines = Lines.Where(l => l.GetProperty("kind").GetString() == kind).ToArray();
        Assert.NotEmpty(lines);
        Assert.All(lines, l => Assert.Equal(fields.Split(' '), l.EnumerateObject().Select(p => p.Name)));
    }

    [Fact]
    public void Parts_have_exactly_their_fields()
    {
        var signals = Lines.Where(l => Kind(l) == "message").SelectMany(l => l.GetProperty("signals").EnumerateArray());
        Assert.All(signals, s => Assert.Equal(["code", "decibans", "evidence"], s.EnumerateObject().Select(p => p.Name)));
        var imitations = Lines.Where(l => l.TryGetProperty("imitations", out _)).SelectMany(l => l.GetProperty("imitations").EnumerateArray()).ToArray();
        Assert.NotEmpty(imitations);
        Assert.All(imitations, i => Assert.Equal(
            ["whose", "imitated", "manner", "trueName", "trueAddress", "falseName", "falseAddress", "explanation"], i.EnumerateObject().Select(p => p.Name)));
        var shared = Lines.Where(l => Kind(l) == "campaign").SelectMany(l => l.GetProperty("shared").EnumerateArray());
        Assert.All(shared, s => Assert.Equal(
            ["attribute", "targeted", "targetedTotal", "roster", "rosterTotal", "oddsRatio", "low", "high", "q"], s.EnumerateObject().Select(p => p.Name)));
    }

    [Fact]
    public void Everything_is_there_and_the_summary_is_last()
    {
        var report = ReportFixture.Make();
        Assert.Equal(report.Messages.Count(), Lines.Count(l => Kind(l) == "message"));
        Assert.Equal(report.Campaigns.Select(c => c.Id), Lines.Where(l => Kind(l) == "campaign").Select(l => l.GetProperty("id").GetString()));
        Assert.Equal("summary", Kind(Lines[^1]));
        Assert.Contains(Lines, l => Kind(l) == "campaign" && l.GetProperty("judgement").GetString() == "ordinary");
    }

    [Fact]
    public void Only_printable_ASCII_is_written_and_what_mail_says_comes_back_whole()
    {
        Assert.DoesNotContain(Text, c => c is not '\n' and (< ' ' or > '~'));
        var odd = Lines.Single(l => Kind(l) == "campaign" && l.GetProperty("id").GetString() == "c-00000000dead");
        var sender = odd.GetProperty("senders")[1].GetString()!;
        Assert.Contains(ReportFixture.Script, sender, StringComparison.Ordinal);
        Assert.Contains(ReportFixture.Override, sender, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_finite_is_null()
    {
        var odd = Lines.Single(l => Kind(l) == "campaign" && l.GetProperty("id").GetString() == "c-00000000dead").GetProperty("shared")[0];
        Assert.Equal(JsonValueKind.Null, odd.GetProperty("oddsRatio").ValueKind);
        Assert.Equal(JsonValueKind.Null, odd.GetProperty("low").ValueKind);
        Assert.DoesNotContain("NaN", Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_each_kind_reads_as_verified()
    {
        var lines = Text.Split('\n');
        string First(string kind) => lines.First(l => l.StartsWith($"{{\"kind\":\"{kind}\"", StringComparison.Ordinal));
        // The first campaign's ninety members would fill the file.
        var second = lines.Where(l => l.Contains("\"kind\":\"campaign\"", StringComparison.Ordinal)).ElementAt(2);
        Look.Verify("scan.jsonl", $"{First("message")}\n{First("unreadable")}\n{second}\n{First("summary")}\n");
    }

    [Fact]
    public void Messages_are_written_while_they_are_read()
    {
        using var output = new StringWriter();
        var report = ReportFixture.Make();
        IEnumerable<JudgedMessage> Watched()
        {
            var read = 0;
            foreach (var message in report.Messages)
            {
                Assert.Equal(read++, output.ToString().Count(c => c == '\n'));
                yield return message;
                if (read == 50) yield break;
            }
        }
        new JsonLinesReport().Write(report with { Messages = Watched() }, output, TestContext.Current.CancellationToken);
    }

    private static string Kind(JsonElement line) => line.GetProperty("kind").GetString()!;

    private static string Write(ScanReport report)
    {
        using var output = new StringWriter();
        new JsonLinesReport().Write(report, output, CancellationToken.None);
        return output.ToString();
    }
}
