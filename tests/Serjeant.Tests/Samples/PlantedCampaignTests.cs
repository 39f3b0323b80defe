using System.Text.RegularExpressions;
using MimeKit;
using Serjeant.Samples;
using Serjeant.Values;
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
    public void Two_members_and_a_ministry_are_impersonated_from_elsewhere_and_answers_go_elsewhere_still(int seed, int mails, int reconnaissance)
    {
        var senders = SampleHouses.Of(seed, mails, reconnaissance).OfKind("impersonation").Select(m => m.Parsed()).GroupBy(m => m.From.Mailboxes.Single().Address).ToList();
        Assert.Equal(3, senders.Count);
        Assert.All(senders, s => Assert.InRange(s.Count(), 2, 4));
        Assert.All(senders, s => Assert.DoesNotContain("@parliament.example", s.Key, StringComparison.Ordinal));
        Assert.All(senders.SelectMany(s => s), m => Assert.NotEqual(m.From.Mailboxes.Single().Address, m.ReplyTo.Mailboxes.Single().Address));
    }

    [Theory]
    [MemberData(nameof(Houses))]
    public void A_ministry_is_imitated_by_two_look_alike_domains(int seed, int mails, int reconnaissance)
    {
        var house = SampleHouses.Of(seed, mails, reconnaissance);
        var planted = house.OfKind("impersonation").Where(m => m.Truth.Imitates![0] != 'p').ToList();
        Assert.Equal(3, planted.Count);
        var body = Assert.Single(planted.Select(m => m.Truth.Imitates!).Distinct());
        var truth = house.RosterYaml.Split($"name: {body}\n")[1].Split("domains: [")[1].Split(']')[0];
        foreach (var message in planted.Select(m => m.Parsed()))
        {
            var (from, answers) = (message.From.Mailboxes.Single().Domain, new System.Globalization.IdnMapping().GetUnicode(message.ReplyTo.Mailboxes.Single().Domain));
            Assert.NotEqual(truth, from);
            Assert.Equal(Skeleton.Of(truth), Skeleton.Of(answers));
            Assert.NotEqual(truth, answers);
        }
    }

    [Theory]
    [MemberData(nameof(Houses))]
    public void What_came_back_and_what_was_reported_name_one_false_address_that_wrote_to_nobody_here(int seed, int mails, int reconnaissance)
    {
        var house = SampleHouses.Of(seed, mails, reconnaissance);
        GeneratedMail[] planted = [.. house.OfKind("returned"), .. house.Reports];
        Assert.Equal(5, planted.Length);
        var address = Assert.Single(planted.Select(m => m.Truth.FalseAddress!).Distinct());
        var victim = Assert.Single(planted.Select(m => m.Truth.Imitates!).Distinct());
        Assert.All(house.OfKind("returned"), m => Assert.Equal([victim], m.Truth.Targets));
        Assert.All(planted, m => Assert.Contains(address, Text(m), StringComparison.Ordinal));
        Assert.DoesNotContain(house.Mails, m => m.Parsed().From.Mailboxes.Any(f => f.Address == address));
        // No mail of ours has the identifier that the returned ones answer.
        var known = house.Mails.Select(m => m.Truth.MessageId).ToHashSet();
        Assert.DoesNotContain(house.OfKind("returned"), m => m.Parsed().InReplyTo is { } id && known.Contains(id));
        Assert.Contains(house.Reports, r => r.Parsed().BodyParts.OfType<MessagePart>().Any(p => p.Message!.From.Mailboxes.Single().Address == address));
        Assert.Contains(house.Reports, r => r.Parsed().TextBody!.Contains("---------- Forwarded message", StringComparison.Ordinal));

        static string Text(GeneratedMail mail) => System.Text.Encoding.UTF8.GetString(mail.Bytes).Replace("=\n", "", StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Houses))]
    public void Honest_mail_in_a_members_name_says_who_really_sent_it(int seed, int mails, int reconnaissance)
    {
        var house = SampleHouses.Of(seed, mails, reconnaissance);
        var delegates = house.OfKind("delegate").Select(m => m.Parsed()).ToList();
        Assert.Contains(delegates, d => d.Sender is { } sender && sender.Address != d.From.Mailboxes.Single().Address);
        Assert.Contains(delegates, d => d.From.Mailboxes.Single().Name!.Contains(" on behalf of ", StringComparison.Ordinal));
        Assert.All(house.OfKind("share").Select(m => m.Parsed()), s => Assert.EndsWith("@parliament.example", s.ReplyTo.Mailboxes.Single().Address, StringComparison.Ordinal));
        Assert.All(house.OfKind("share").Concat(house.OfKind("namesake")).Select(m => m.Parsed()), s => Assert.Contains("dmarc=pass", s.Headers[HeaderId.AuthenticationResults], StringComparison.Ordinal));
        Assert.Contains(house.OfKind("list").Select(m => m.Parsed()), l => l.ReplyTo.Mailboxes.Any(r => r.Domain == "parliament.example") && l.From.Mailboxes.Single().Name!.Contains(" via ", StringComparison.Ordinal));
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
