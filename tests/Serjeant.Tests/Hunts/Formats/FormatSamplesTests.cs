using System.IO.Compression;
using System.Text;
using Serjeant.Hunts.Patterns;
using Serjeant.Hunts.Tips;
using Serjeant.Tests.Facts.Route;
using Xunit;

namespace Serjeant.Tests.Hunts.Formats;

public sealed class FormatSamplesTests
{
    [Fact]
    public async Task A_bundle_gives_its_indicators_and_lists_the_rest()
    {
        var tip = await Read("bundle.json");
        Assert.Equal(TipKind.Stix, tip.Kind);
        Assert.Equal((11, 3, 8), (tip.Entries, tip.Taken, tip.Refused));
        Assert.Equal(["ann@evil.example", "evil.example", "203.0.113.5"], tip.Sought.Select(s => s.Text));
        Assert.Equal("https://centre.example/reports/7", tip.Sought[0].Origin.Reference);
        Assert.Equal("Author", tip.Sought[0].Roles.ToString());
        Assert.True(tip.Sought[0].Origin.IsExpired(new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.True(tip.Sought[1].Origin.Revoked);
        var pattern = Assert.Single(tip.Patterns);
        Assert.True(pattern.Wider);
        Assert.IsType<Within>(pattern.Query);
        Assert.Equal(2, pattern.Leaves.Length);
        Assert.Equal(["objects[2]", "objects[3]", "objects[4]", "objects[5]", "objects[6]", "objects[7]", "objects[10]", "", ""], tip.Refusals.Select(r => r.Place));
        Assert.Contains(tip.Refusals, r => r is { Text: "relationship", Count: 2 });
        Assert.Contains(tip.Refusals, r => r.Text.Contains("is_multipart", StringComparison.Ordinal) && r.Partial);
        Assert.Contains(tip.Refusals, r => r.Reason.Contains("sigma", StringComparison.Ordinal));
        Assert.Contains(tip.Refusals, r => r.Reason.Contains("expected \"]\", found the end", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_only_observed_is_taken_on_demand() =>
        Assert.Contains((await Read("bundle.json", new() { Observed = true })).Sought, s => s.Any[0].Value == "seen.example");

    [Fact]
    public async Task An_event_gives_what_is_meant_for_detection()
    {
        var tip = await Read("event.json");
        Assert.Equal(TipKind.Misp, tip.Kind);
        Assert.Equal((12, 7, 5), (tip.Entries, tip.Taken, tip.Refused));
        Assert.Equal(["ann@evil.example", "evil.example", "203.0.113.5", "figures.doc", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b856", "203.0.113.6", "hxxps://evil[.]example/gate/test", "letter.pdf", "ann@other.example"],
            tip.Sought.Select(s => s.Text));
        Assert.All(tip.Sought, s => Assert.Equal(("Figures of spring", "e1"), (s.Origin.Name, s.Origin.Reference)));
        Assert.Equal("response[0].Event.Object[0].Attribute[0]", tip.Sought[^1].Place);
        Assert.Contains(tip.Refusals, r => r is { Partial: true, Text: "3:a:b" });
        Assert.Contains(tip.Refusals, r => r.Text == "news.example" && r.Reason.Contains("to_ids", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("semicolons.csv", 4, 3, "evil[.]example|e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b856|Figures; and \"more\"")]
    [InlineData("commented-header.csv", 2, 2, "https://evil.example/a,b|https://evil.example/c")]
    [InlineData("no-header.csv", 3, 2, "evil.example|worse.example")]
    public async Task A_table_is_read_by_its_header_or_by_what_its_rows_hold(string file, int entries, int taken, string texts)
    {
        var tip = await Read(file);
        Assert.Equal(TipKind.Csv, tip.Kind);
        Assert.Equal((entries, taken, entries - taken), (tip.Entries, tip.Taken, tip.Refused));
        Assert.Equal(texts.Split('|'), tip.Sought.Select(s => s.Text));
    }

    [Fact]
    public async Task A_list_keeps_the_report_of_each_block()
    {
        var tip = await Read("list.txt");
        Assert.Equal((5, 4, 1), (tip.Entries, tip.Taken, tip.Refused));
        Assert.Equal(["evil.example", "worse.example", "https://evil.example/a#b", "203.0.113.5:443"], tip.Sought.Select(s => s.Text));
        Assert.All(tip.Sought.Take(3), s => Assert.Equal("https://centre.example/7 https://centre.example/8", s.Origin.Reference));
        Assert.Equal(("Generic", ""), (tip.Sought[3].Origin.Name, tip.Sought[3].Origin.Reference));
        Assert.Equal("line 14", Assert.Single(tip.Refusals).Place);
    }

    [Fact]
    public async Task A_message_is_sent_to_where_messages_are_taken()
    {
        var tip = await Read("letter.eml");
        Assert.Equal(TipKind.Message, tip.Kind);
        Assert.Contains("--like", Assert.Single(tip.Refusals).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bundle.json")]
    [InlineData("event.json")]
    [InlineData("semicolons.csv")]
    [InlineData("list.txt")]
    public async Task Packed_or_in_UTF_16_it_is_the_same_tip(string file)
    {
        var plain = await Read(file);
        var bytes = await File.ReadAllBytesAsync(PathOf(file), TestContext.Current.CancellationToken);
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(bytes);
        foreach (var form in (byte[][])[packed.ToArray(), [0xff, 0xfe, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes))], [0xef, 0xbb, 0xbf, .. bytes]])
        {
            using var stream = new MemoryStream(form);
            var tip = await new TipReader().ReadAsync(stream, "memory", TestContext.Current.CancellationToken);
            Assert.Equal(plain.Kind, tip.Kind);
            Assert.Equal(plain.Refusals, tip.Refusals);
            Assert.Equal(plain.Sought.Select(s => (s.Text, s.Place, s.Origin)), tip.Sought.Select(s => (s.Text, s.Place, s.Origin)));
        }
    }

    [Fact]
    public async Task A_gzip_that_is_cut_short_gives_what_it_holds_and_says_so()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.NoCompression, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"h{i}.evil.example\n"))));
        using var stream = new MemoryStream(packed.ToArray()[..200_000]);
        var tip = await new TipReader().ReadAsync(stream, "memory", TestContext.Current.CancellationToken);
        Assert.InRange(tip.Taken, 1, 19_999);
        Assert.Contains(tip.Refusals, r => r.Reason.StartsWith("from here on", StringComparison.Ordinal));
        Assert.Equal(tip.Entries, tip.Taken + tip.Refused);
    }

    [Theory]
    [InlineData("list.txt", 2, 10_000)]
    [InlineData("event.json", 2, 10_000)]
    [InlineData("bundle.json", 2, 10_000)]
    [InlineData("semicolons.csv", 2, 10_000)]
    [InlineData("list.txt", 100, 60)]
    public async Task Beyond_a_bound_it_stops_and_says_so(string file, int entries, int bytes)
    {
        var tip = await Read(file, new() { Entries = entries, Bytes = bytes });
        Assert.Contains(tip.Refusals, r => r.Reason.StartsWith("from here on: more than", StringComparison.Ordinal));
        Assert.Equal(tip.Entries, tip.Taken + tip.Refused);
    }

    [Theory]
    [InlineData("{\"type\": \"bundle\", \"objects\": [{\"type\": \"indicator\",}]}", "no JSON")]
    [InlineData("{\"objects\": [{\"type\": \"indicator\", \"id\": \"indicator--1\", \"pattern\": \"[url:value = '\\ud800']\"}]}", "without a pattern")]
    [InlineData("[{\"Event\": {\"Attribute\": [{\"type\": \"url\", \"value\": 5, \"to_ids\": true}]}}", "no JSON")]
    [InlineData("{\"objects\": [{\"\\ud800\": 1, \"id\": \"indicator--1\"}]}", "no text")]
    [InlineData("{\"Event\": {\"Attribute\": [{\"\\ud800\": 1}]}}", "no text")]
    public async Task Broken_JSON_is_refused_at_its_place(string json, string reason)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        var tip = await new TipReader().ReadAsync(stream, "memory", TestContext.Current.CancellationToken);
        Assert.Contains(reason, Assert.Single(tip.Refusals).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_no_tip() =>
        await Assert.ThrowsAsync<SerjeantException>(() => new TipReader().ReadAsync(PathOf("none.txt"), TestContext.Current.CancellationToken));


    private static string PathOf(string file) => Path.Combine(FactsMaterial.Root, "tests", "Serjeant.Tests", "Corpus", "tips", file);

    private static Task<Tip> Read(string file, TipLimits? limits = null) => new TipReader(limits).ReadAsync(PathOf(file), TestContext.Current.CancellationToken);
}
