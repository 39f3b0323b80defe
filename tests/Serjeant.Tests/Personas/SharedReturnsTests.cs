using Serjeant.Facts;
using Serjeant.Personas.Unwrapping;
using Serjeant.Personas;
using Serjeant.Registers;
using Serjeant.Signals;
using Serjeant.Tests.Flows;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Personas;

/// <summary>Real bounces, abuse reports and DMARC reports: all are read, and how many originals were found in them is printed.</summary>
public sealed class SharedReturnsTests(ITestOutputHelper output)
{
    private static readonly House Anybody = House.With(Roster.Empty);

    [Fact]
    public void Originals_are_found_in_most_real_bounces()
    {
        var folder = Repository.Shared("corpora", "bounces");
        Assert.SkipUnless(Directory.Exists(folder), "../shared/corpora/bounces is not here: this test needs its mail, which is not ours to ship");
        var facts = new FactsMaker(Roster.Empty, Anybody.Services);
        var counts = new SortedDictionary<string, (int Files, int Enclosed, int Found, int WithAuthor)>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
        {
            var bytes = File.ReadAllBytes(file);
            var first = Unwrapper.Unwrap(bytes).FirstOrDefault(l => l.Depth == 1);
            var inner = first is null ? null : facts.Make(Reported.Raw(first.Bytes.ToArray()), TestContext.Current.CancellationToken);
            if (first is null) output.WriteLine($"none in {Path.GetFileName(file)}");
            var kind = Path.GetFileName(file).Split('-')[0];
            var count = counts.GetValueOrDefault(kind);
            counts[kind] = (count.Files + 1, count.Enclosed + (first is { Form: LayerForm.Attached } ? 1 : 0), count.Found + (first is null ? 0 : 1), count.WithAuthor + (inner?.Sender.Author is null ? 0 : 1));
        }
        foreach (var (kind, count) in counts) output.WriteLine($"{kind}: {count.Files} files, {count.Found} originals found ({count.Enclosed} attached whole), {count.WithAuthor} of them with an author");
        var (files, found) = (counts.Values.Sum(c => c.Files), counts.Values.Sum(c => c.Found));
        output.WriteLine($"all: {found} of {files}");
        Assert.InRange(found / (double)files, 0.75, 1);
    }

    [Fact]
    public void Real_reports_of_receivers_are_read()
    {
        var folder = Repository.Shared("vectors", "mail-auth");
        Assert.SkipUnless(Directory.Exists(folder), "../shared/vectors/mail-auth is not here: this test needs its reports");
        var (arf, originals, aggregates, rows) = (0, 0, 0, 0);
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "arf"), "*.eml"))
        {
            arf++;
            if (Unwrapper.Unwrap(File.ReadAllBytes(file)).Any(l => l.Depth == 1)) originals++;
        }
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "dmarc-feedback")).Where(f => !f.EndsWith(".json", StringComparison.Ordinal)))
        {
            using var said = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.ChangeExtension(file, ".json")));
            var reader = new AggregateReport(Owner(said.RootElement));
            var bytes = File.ReadAllBytes(file);
            var read = file.EndsWith(".eml", StringComparison.Ordinal) ? reader.OfMail(bytes, default) : reader.OfFile(bytes);
            aggregates += read.Reports;
            rows += read.Rows.Length;
            Assert.Equal(Failed(said.RootElement), read.Rows.Select(r => (r.Source?.ToString(), r.Count)));
        }
        output.WriteLine($"feedback reports: {originals} originals of {arf}; DMARC aggregate reports: {aggregates}, {rows} rows that failed");
        Assert.Equal(10, aggregates);
        Assert.InRange(originals, 3, arf);
    }

    /// <summary>A house that owns the domain that a report is about.</summary>
    private static Roster Owner(System.Text.Json.JsonElement report)
    {
        var domains = report.GetProperty("record").EnumerateArray().Select(r => r.GetProperty("identifiers").GetProperty("header_from").GetString() ?? "").Distinct();
        return new("", [], [new("Owner", [], [.. domains.Select(d => DomainName.TryParse(d, out var domain) ? domain : default).Where(d => !d.IsEmpty)], true)], [], []);
    }

    private static IEnumerable<(string?, long)> Failed(System.Text.Json.JsonElement report) =>
        from record in report.GetProperty("record").EnumerateArray()
        let row = record.GetProperty("row")
        let policy = row.GetProperty("policy_evaluated")
        where policy.GetProperty("dkim").GetString() == "Fail" && policy.GetProperty("spf").GetString() == "Fail"
        select (System.Net.IPAddress.Parse(row.GetProperty("source_ip").GetString()!).ToString(), row.GetProperty("count").GetInt64());
}
