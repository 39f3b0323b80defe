using System.Globalization;
using System.Text;
using Serjeant.Campaigns;
using Serjeant.Judgement;
using Serjeant.Reports;
using Xunit;

namespace Serjeant.Tests.Reports;

public sealed class HtmlReportTests
{
    private static readonly string Page = Write(ReportFixture.Make());

    [Fact]
    public void Every_tag_and_attribute_is_one_of_ours_and_every_element_is_closed()
    {
        Look.Keep("report.html", Page);
        HtmlTags.Check(Page);
    }

    [Fact]
    public void Nothing_is_loaded_run_or_linked_outside_the_page()
    {
        var body = Page[Page.IndexOf("<body>", StringComparison.Ordinal)..];
        foreach (var forbidden in new[] { "<script", "javascript:", "src=", "url(", "@import", "<link", "<iframe", "<img", "<form", "http://", "https://", "style=\"" })
            Assert.DoesNotContain(forbidden, body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", Page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("default-src 'none'", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_link_leads_to_a_place_in_the_page()
    {
        var links = HtmlTags.Values(Page, "href").ToArray();
        var places = HtmlTags.Values(Page, "id").ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(link[0] == '#' && places.Contains(link[1..]), link));
    }

    [Fact]
    public void No_character_of_the_page_is_hidden_or_turns_the_line_round() =>
        Assert.DoesNotContain(Page.EnumerateRunes(), rune => rune.Value != '\n' && MailTextTests.Hidden(rune));

    [Fact]
    public void Hostile_text_is_shown_as_text()
    {
        Assert.DoesNotContain(ReportFixture.Script, Page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;", Page, StringComparison.Ordinal);
        Assert.Contains("invoice&lt;U+202E&gt;fdp[.]exe", Page, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_recipients_are_grouped_by_what_they_share_when_they_are_many()
    {
        var report = ReportFixture.Make();
        var everybody = report.Messages.Where(m => m.CampaignId == report.Campaigns[0].Id)
            .Select((m, i) => m with { Message = m.Message with { Targets = [ReportFixture.Roster.People[i].Id] } });
        var page = Write(report with { Messages = [.. everybody] });
        Assert.Contains("alliance: Open Seas (23\u00A0people)", page, StringComparison.Ordinal);
        Assert.Contains("None of these", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Dates_at_the_ends_of_time_are_drawn_too()
    {
        var report = ReportFixture.Make();
        var messages = report.Messages.Where(m => m.CampaignId == report.Campaigns[0].Id)
            .Select((m, i) => m with { Message = m.Message with { Date = i % 2 == 0 ? DateTimeOffset.MinValue : DateTimeOffset.MaxValue } }).ToArray();
        HtmlTags.Check(Write(report with { Messages = messages, Campaigns = [report.Campaigns[0] with { FirstSeen = DateTimeOffset.MinValue, LastSeen = DateTimeOffset.MaxValue }] }));
        HtmlTags.Check(Write(report with { Messages = [.. messages.Where((_, i) => i % 2 == 1), messages[1] with { Message = messages[0].Message with { Date = DateTimeOffset.MaxValue.AddDays(-9) } }] }));
    }

    [Fact]
    public void An_empty_scan_makes_a_page_too()
    {
        var page = Write(new ScanReport("Nothing", Serjeant.Registers.Roster.Empty, [], [], [], new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0), ReportFixture.MadeAt));
        HtmlTags.Check(page);
        Assert.Contains("There is no mail in what was given.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4000)]
    public void With_200_000_messages_the_page_stays_under_five_million_bytes(int campaigns)
    {
        var report = Large(200_000, campaigns);
        using var output = new StringWriter();
        new HtmlReport().Write(report, output, TestContext.Current.CancellationToken);
        var page = output.ToString();
        Look.Keep($"large-{campaigns}.html", page);
        HtmlTags.Check(page);
        Assert.InRange(Encoding.UTF8.GetByteCount(page), 100_000, 5_000_000);
    }

    /// <summary>Messages made while they are read, nine in ten of them hostile, with as much evidence as a message can have.</summary>
    private static ScanReport Large(int messages, int campaigns)
    {
        var line = string.Concat(Enumerable.Repeat("<\u202E долгий & \"x\" ", 40));
        var evidence = ReportFixture.Assess(Finding.Hostile, [.. Enumerable.Range(0, 30).Select(i => ReportFixture.Weigh($"text.number-{i}", 9, line))]);
        JudgedMessage Make(int i) => ReportFixture.Judged(i, $"s{i % 300}@evil.example", line, line, ReportFixture.At(i % 400, i % 24),
            [ReportFixture.Roster.People[i % 120].Id], i % 10 == 0 ? null : $"c-{i % campaigns:x12}", evidence);
        var members = new List<Serjeant.Values.Sha256>[campaigns];
        for (var i = 0; i < messages; i++)
            if (i % 10 != 0) (members[i % campaigns] ??= []).Add(Serjeant.Values.Sha256.Of(Encoding.UTF8.GetBytes(i.ToString(CultureInfo.InvariantCulture))));
        return new ScanReport(line, ReportFixture.Roster, Enumerable.Range(0, messages).Select(Make),
            [.. Enumerable.Range(0, campaigns).Where(c => members[c] is not null).Select(c => new Campaign
            {
                Id = $"c-{c:x12}", Messages = [.. members[c]], Assessment = evidence,
                Senders = [.. Enumerable.Range(0, 300).Select(s => $"s{s}@evil.example")],
                Targets = [.. ReportFixture.Roster.People.Select(p => p.Id)], Recipients = 500,
                HeldTogetherBy = [.. Enumerable.Repeat(line, 50)],
                Tokens = [.. Enumerable.Repeat(new RecipientToken(line, line, 3, 3, TokenEncoding.Opaque, true), 50)],
                Shared = [.. Enumerable.Repeat(new SharedAttribute(line, 3, 4, 5, 6, 7, 2, 9, 0.1, 0.1), 50)],
            })],
            Enumerable.Range(0, messages).Select(i => new Serjeant.Sources.Unreadable(new(line, i, i), line)),
            new(messages, messages, messages, 1, 1, 1, 1, 0, 0, messages), ReportFixture.MadeAt);
    }

    private static string Write(ScanReport report)
    {
        using var output = new StringWriter();
        new HtmlReport().Write(report, output, CancellationToken.None);
        return output.ToString();
    }
}
