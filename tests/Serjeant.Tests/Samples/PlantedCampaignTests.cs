using System.Text.RegularExpressions;
using MimeKit;
using Xunit;

namespace Serjeant.Tests.Samples;

public sealed partial class PlantedCampaignTests
{
    public static TheoryData<int, int, int> Houses => new()
    {
        { 1, 600, 90 }, { 2, 600, 90 }, { 3, 600, 90 }, { 17, 600, 90 }, { 99, 600, 90 }, { 2021, 600, 90 }, { 11, 5000, 25 },
    };

    [Theory]
    [MemberData(nameof(Houses))]
    public void Reconnaissance_comes_from_ten_accounts_of_one_service_that_pass_every_check(int seed, int mails, int reconnaissance)
    {
        var planted = Messages(seed, mails, reconnaissance);
        Assert.Equal(10, planted.Select(m => m.From.Mailboxes.Single().Address).Distinct().Count());
        Assert.Single(planted.Select(m => HandedOverBy(m)).Distinct());
        Assert.All(planted, m => Assert.Contains("dmarc=pass", m.Headers[HeaderId.AuthenticationResults], StringComparison.Ordinal));
        Assert.All(planted, m => Assert.False(m.Headers.Contains(HeaderId.ListId)));
    }

    [Theory]
    [MemberData(nameof(Houses))]
    public void The_service_carries_honest_newsletters_too(int seed, int mails, int reconnaissance)
    {
        var service = HandedOverBy(Messages(seed, mails, reconnaissance)[0]);
        Assert.Contains(SampleHouses.Of(seed, mails, reconnaissance).OfKind("newsletter"), m => HandedOverBy(m.Parsed()) == service);
    }

    [Theory]
    [MemberData(nameof(Houses))]
    public void Four_of_five_targets_belong_to_the_alliance_and_two_are_relatives(int seed, int mails, int reconnaissance)
    {
        var house = SampleHouses.Of(seed, mails, reconnaissance);
        var people = People(house.RosterYaml);
        var targets = house.OfKind("reconnaissance").SelectMany(m => m.Truth.Targets).Distinct().Select(t => people[t]).ToList();
        Assert.Equal(80, targets.Count(t => t.Contains("alliance:", StringComparison.Ordinal)) * 100 / targets.Count);
        Assert.Equal(2, targets.Count(t => t.Contains("role: family", StringComparison.Ordinal)));
        Assert.Equal(9, people.Values.Count(p => p.Contains("role: member", StringComparison.Ordinal) && p.Contains("alliance:", StringComparison.Ordinal)));
        Assert.Equal(75, people.Values.Count(p => p.Contains("role: member", StringComparison.Ordinal)));
        // Two or three mails an account, the thinnest campaign one at least.
        Assert.All(house.OfKind("reconnaissance").GroupBy(m => m.Parsed().Headers["Delivered-To"]), g => Assert.InRange(g.Count(), 1, 4));
    }

    [Theory]
    [MemberData(nameof(Houses))]
    public void It_lasts_nine_weeks_in_office_hours_of_UTC_plus_8(int seed, int mails, int reconnaissance)
    {
        var dates = Messages(seed, mails, reconnaissance).Select(m => m.Date.ToOffset(TimeSpan.FromHours(8))).Order().ToList();
        Assert.All(dates, d => Assert.True(d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && d.Hour is >= 9 and < 18, $"{d}"));
        var monday = dates[0].Date.AddDays(-(((int)dates[0].DayOfWeek + 6) % 7));
        Assert.Equal(9, dates.Select(d => (int)(d.Date - monday).TotalDays / 7).Distinct().Count());
        Assert.Equal(8, (int)(dates[^1].Date - monday).TotalDays / 7);
    }

    [Theory]
    [MemberData(nameof(Houses))]
    public void The_beacon_names_the_recipient_and_changes_its_host_once(int seed, int mails, int reconnaissance)
    {
        var planted = Messages(seed, mails, reconnaissance).OrderBy(m => m.Date).ToList();
        List<string> hosts = [];
        Dictionary<string, string> owners = [];
        foreach (var message in planted)
        {
            // The only address in the mail that is not the outlet's.
            var outlet = Host(Href().Match(message.HtmlBody!).Groups[1].Value);
            var beacon = Assert.Single(Url().Matches(message.HtmlBody!), u => Host(u.Groups[1].Value) != outlet);
            var recipient = message.Headers["Delivered-To"]!;
            owners.TryAdd(beacon.Value, recipient);
            Assert.Equal(recipient, owners[beacon.Value]);
            if (hosts.Count == 0 || hosts[^1] != beacon.Groups[1].Value)
                hosts.Add(beacon.Groups[1].Value);
        }
        Assert.Equal(2, hosts.Count);
    }

    [Theory]
    [MemberData(nameof(Houses))]
    public void Nobody_ever_wrote_to_the_planted_senders(int seed, int mails, int reconnaissance)
    {
        var house = SampleHouses.Of(seed, mails, reconnaissance);
        var senders = house.Mails.Where(m => m.Truth.Expected == "hostile").Select(m => m.Parsed().From.Mailboxes.Single().Address).ToHashSet();
        Assert.DoesNotContain(house.OfKind("sent").SelectMany(m => m.Parsed().To.Mailboxes), m => senders.Contains(m.Address));
        Assert.Contains(house.OfKind("sent").SelectMany(m => m.Parsed().To.Mailboxes), m => m.Address.StartsWith("secretariat@", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Houses))]
    public void Two_members_are_impersonated_from_elsewhere_and_answers_go_elsewhere_still(int seed, int mails, int reconnaissance)
    {
        var senders = SampleHouses.Of(seed, mails, reconnaissance).OfKind("impersonation").Select(m => m.Parsed()).GroupBy(m => m.From.Mailboxes.Single().Address).ToList();
        Assert.Equal(2, senders.Count);
        Assert.All(senders, s => Assert.InRange(s.Count(), 2, 4));
        Assert.All(senders, s => Assert.DoesNotContain("@parliament.example", s.Key, StringComparison.Ordinal));
        Assert.All(senders.SelectMany(s => s), m => Assert.NotEqual(m.From.Mailboxes.Single().Address, m.ReplyTo.Mailboxes.Single().Address));
    }

    [Theory]
    [MemberData(nameof(Houses))]
    public void The_alliance_newsletter_has_fourteen_issues_with_aligned_signature_and_a_way_out(int seed, int mails, int reconnaissance)
    {
        var issues = SampleHouses.Of(seed, mails, reconnaissance).OfKind("alliance-newsletter").Select(m => m.Parsed()).ToList();
        Assert.Equal(14, issues.Select(m => m.Subject).Distinct().Count());
        var domain = Assert.Single(issues.Select(m => m.From.Mailboxes.Single().Domain).Distinct());
        Assert.All(issues, m => Assert.Contains($"header.d={domain}", m.Headers[HeaderId.AuthenticationResults], StringComparison.Ordinal));
        Assert.All(issues, m => Assert.True(m.Headers.Contains(HeaderId.ListUnsubscribe)));
    }

    private static List<MimeMessage> Messages(int seed, int mails, int reconnaissance) =>
        [.. SampleHouses.Of(seed, mails, reconnaissance).OfKind("reconnaissance").Select(m => m.Parsed())];

    /// <summary>Each person's lines of the roster, by id.</summary>
    private static Dictionary<string, string> People(string roster) =>
        roster[..roster.IndexOf("bodies:", StringComparison.Ordinal)].Split("  - id: ").Skip(1).ToDictionary(p => p[..4]);

    /// <summary>Domain of the host that the topmost Received field names.</summary>
    private static string HandedOverBy(MimeMessage message) => Host(Received().Match(message.Headers[HeaderId.Received]!).Groups[1].Value);

    private static string Host(string host) => string.Join('.', host.Split('.')[^2..]);

    [GeneratedRegex(@"from (\S+) ", RegexOptions.NonBacktracking)]
    private static partial Regex Received();

    [GeneratedRegex(@"href=""https?://([^/""]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Href();

    [GeneratedRegex(@"https?://([^/""']+)[^""']*", RegexOptions.NonBacktracking)]
    private static partial Regex Url();
}
