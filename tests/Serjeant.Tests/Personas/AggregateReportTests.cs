using System.IO.Compression;
using System.Text;
using Serjeant.Personas;
using Serjeant.Storage;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Personas;

/// <summary>DMARC aggregate reports: rows that failed for domains of ours, and nothing that a file can do to its reader.</summary>
public sealed class AggregateReportTests
{
    private static readonly AggregateReport Reader = new(Reported.House.Roster);

    [Theory]
    [InlineData("aggregate-gzip.eml")]
    [InlineData("aggregate-zip.eml")]
    public void Failed_rows_of_our_domains_are_read_out_of_a_mail(string name)
    {
        var (rows, reports, fault) = Reader.OfMail(Reported.Bytes(name), default);
        Assert.Equal((1, null), (reports, fault));
        Assert.Equal([("198.51.100.77", 42L, "reject", false), ("203.0.113.99", 3L, "none", true)], rows.Select(r => (r.Source!.ToString(), r.Count, r.Disposition, r.Forwarded)));
        Assert.All(rows, r => Assert.Equal(("kingsfold.example", "far.example"), (r.Domain.Name, r.Reporter)));
    }

    [Fact]
    public void A_report_that_was_saved_as_a_file_is_read()
    {
        var found = Reader.OfFile(Reported.Bytes("aggregate.xml"));
        Assert.Equal((2, 1, null), (found.Rows.Length, found.Reports, found.Fault));
        Assert.Equal(2, Reader.OfFile(Gzip(Reported.Bytes("aggregate.xml"))).Rows.Length);
    }

    [Fact]
    public async Task A_scan_keeps_the_rows_and_a_report_that_comes_twice_counts_once()
    {
        using var store = new MemoryStore();
        var reckoning = await Reported.ScanAsync(store, Reported.House, TestContext.Current.CancellationToken, "aggregate-gzip.eml", "aggregate-zip.eml");
        Assert.Equal(4, store.ReadSpoofed().Count);
        Assert.False(store.Add(store.ReadSpoofed()[0]));
        var persona = Assert.Single(Reported.Personas(store, reckoning, Reported.House));
        Assert.Equal("House of Kingsfold", persona.Name);
        Assert.Equal([84L, 6L], persona.SpoofedBy.Select(s => s.Messages));
        Assert.Equal(6, persona.SpoofedBy[1].Forwarded);
    }

    [Theory]
    [InlineData("9000000000000000000")]
    [InlineData("99999999999999999999999999")]
    public async Task A_count_that_no_receiver_can_have_is_cut_and_the_register_still_adds_up(string count)
    {
        using var store = new MemoryStore();
        var whole = Encoding.UTF8.GetString(Reported.Bytes("aggregate.xml"));
        for (var report = 0; report < 3; report++)
        {
            var bytes = Encoding.UTF8.GetBytes(whole.Replace("<count>42</count>", $"<count>{count}</count>", StringComparison.Ordinal) + new string(' ', report));
            foreach (var row in Reader.OfFile(bytes).Rows) store.Add(row with { Report = $"{report}" });
        }
        var reckoning = await Reported.ScanAsync(store, Reported.House, TestContext.Current.CancellationToken);
        Assert.Equal(3 * SpoofedRow.MostMessages, Assert.Single(Reported.Personas(store, reckoning, Reported.House)).SpoofedBy[0].Messages);
    }

    [Fact]
    public void A_document_type_is_not_read()
    {
        var entities = "<?xml version=\"1.0\"?><!DOCTYPE feedback [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><feedback><report_metadata><org_name>&a;</org_name></report_metadata></feedback>";
        var found = Reader.OfFile(Encoding.UTF8.GetBytes(entities));
        Assert.Empty(found.Rows);
        Assert.Equal(0, found.Reports);
    }

    [Fact]
    public void A_report_that_breaks_off_gives_the_rows_before_the_break()
    {
        var whole = Reported.Bytes("aggregate.xml");
        var end = whole.AsSpan().IndexOf("</record>"u8) + "</record>".Length;
        var found = Reader.OfFile(whole.AsMemory(0, end + 40));
        Assert.Equal(42, Assert.Single(found.Rows).Count);
        Assert.Contains("XML is broken", found.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void What_unpacks_to_more_than_the_bound_ends_there()
    {
        var head = Encoding.ASCII.GetBytes("<feedback><report_metadata><org_name>x</org_name></report_metadata>");
        var bomb = Gzip([.. head, .. Enumerable.Repeat((byte)' ', 200 * 1024 * 1024)]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var found = Reader.OfFile(bomb);
        Assert.Empty(found.Rows);
        Assert.Contains("unpacks to more than", found.Fault, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200L * 1024 * 1024);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_report_above_the_bound_is_not_cut_without_a_word(bool packed)
    {
        var bytes = Reported.Bytes("aggregate.xml");
        var found = new AggregateReport(Reported.House.Roster, maximumXml: bytes.Length - 20).OfFile(packed ? Gzip(bytes) : bytes);
        Assert.Equal(1, found.Reports);
        Assert.Contains($"more than {(packed ? "the bound of " : "")}{bytes.Length - 20} bytes", found.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_within_elements_without_end_are_named_as_the_fault()
    {
        var deep = Encoding.ASCII.GetBytes("<feedback>" + string.Concat(Enumerable.Repeat("<a>", 100_000)));
        var found = Reader.OfFile(deep);
        Assert.Equal(1, found.Reports);
        Assert.Contains("more than 32 deep", found.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_named_as_a_report_and_holds_none_is_named_as_the_fault()
    {
        const string Mail = "From: a@far.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: application/gzip; name=\"NAME\"\nContent-Transfer-Encoding: base64\n\nH4sIAAAA\n";
        FoundReports Read(string name) => Reader.OfMail(Encoding.ASCII.GetBytes(Mail.Replace("NAME", name, StringComparison.Ordinal)), default);
        Assert.NotNull(Read("far.example!kingsfold.example!1!2.xml.gz").Fault);
        Assert.Null(Read("holiday!.gz").Fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<")]
    [InlineData("<feedback>")]
    [InlineData("<other><record/></other>")]
    [InlineData("PK\u0003\u0004")]
    [InlineData("<feedback><record><row><count>-5</count></row></record></feedback>")]
    public void What_is_no_report_gives_no_rows(string text) => Assert.Empty(Reader.OfFile(Encoding.Latin1.GetBytes(text)).Rows);

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(bytes);
        return packed.ToArray();
    }
}
