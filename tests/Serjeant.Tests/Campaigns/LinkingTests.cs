using Serjeant.Campaigns;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Campaigns;

/// <summary>What belongs together is found, though nearly everything about it changes.</summary>
public sealed class LinkingTests
{
    internal static readonly IReadOnlyDictionary<Sha256, string> Nothing = new Dictionary<Sha256, string>();

    internal static CampaignGroups Link(params IEnumerable<Mail>[] mails) =>
        new CampaignLinker().Link(mails.SelectMany(m => m).Select(m => m.Keep()), Nothing, TestContext.Current.CancellationToken);

    internal static HashSet<Sha256> Ids(IEnumerable<Mail> mails) => [.. mails.Select(m => m.ToFacts().Sha256)];

    [Theory]
    [InlineData(60, 600)]
    [InlineData(25, 5_000)]
    public void A_reconnaissance_stays_one_while_accounts_hosts_texts_and_weeks_change(int size, int around)
    {
        var campaign = Scenes.Reconnaissance(size).ToArray();
        var groups = Link(campaign, Scenes.Correspondence(around, 1), Scenes.Newsletter("gardens", 8, 10), Scenes.Newsletter("trains", 6, 9));
        var ids = Ids(campaign);
        var found = groups.Groups.MaxBy(g => g.Messages.Count(ids.Contains))!;
        Assert.True(found.Messages.Count(ids.Contains) >= 0.95 * ids.Count, $"{found.Messages.Count(ids.Contains)} of {ids.Count} found");
        Assert.All(found.Messages, m => Assert.Contains(m, ids));
    }

    [Fact]
    public void A_newsletter_is_one_campaign_over_all_its_issues()
    {
        var mails = Scenes.Newsletter("gardens", 12, 10).ToArray();
        var groups = Link(mails, Scenes.Correspondence(300, 2));
        Assert.Equal(120, Assert.Single(groups.Groups).Messages.Length);
    }

    [Fact]
    public void Copies_of_one_text_from_new_domains_are_joined_by_text_and_beacon()
    {
        var mails = Enumerable.Range(0, 12).Select(i => new Mail
        {
            From = $"desk@paper{i}.example",
            To = i * 5,
            Day = i * 4,
            Text = Words.Text(5),
            Pixels = [$"https://beacon-one.example/{Words.Token(i)}.gif"],
        });
        Assert.Equal(12, Assert.Single(Link(mails, Scenes.Correspondence(200, 3)).Groups).Messages.Length);
    }

    [Fact]
    public void A_beacon_that_moves_to_another_host_stays_one_campaign_by_its_form()
    {
        var mails = Scenes.Reconnaissance(25).Select((m, i) => m with { Pixels = [m.Pixels[0].Replace("metrics-edge", i < 15 ? "first-edge" : "second-edge", StringComparison.Ordinal)], Selector = "k7", Dkim = "rent.example" }).ToArray();
        Assert.Equal(25, LinkingTests.Link(mails, Scenes.Correspondence(2_000, 15)).Groups.Max(g => g.Messages.Length));
    }

    [Fact]
    public void Strangers_who_send_one_identical_file_belong_together()
    {
        var file = "an invented file that is long enough to be more than nothing, and only theirs"u8.ToArray();
        var mails = Enumerable.Range(0, 5).Select(i => new Mail { From = $"x{i}@host{i}.example", To = i, Day = i * 9, Text = Words.Text(100 + i), Attachment = file });
        Assert.Equal(5, Assert.Single(Link(mails, Scenes.Correspondence(200, 4)).Groups).Messages.Length);
    }

    /// <summary>Five copies of a short mail of which a part stays, each to somebody else, with a link to one page.</summary>
    private static IEnumerable<Mail> Wave(string from, double every = 0.8, string page = "portal-login.example") => Enumerable.Range(0, 5).Select(i => new Mail
    {
        From = from,
        To = i * 7,
        Day = 20 + (i * every),
        Subject = Words.Text(70 + i, 4),
        Text = Words.Text(from.Length, 24) + " " + Words.Text(90 + i, 10),
        Links = [$"https://{page}/sign-in"],
        Dkim = from[(from.IndexOf('@') + 1)..],
        Aligned = true,
    });

    [Fact]
    public void A_wave_from_one_account_stays_one_though_the_copies_are_worded_anew()
    {
        var groups = Link(Wave("clerk@club.example"), Wave("reception@school.example", page: "docs-login.example"), Scenes.Correspondence(300, 16)).Groups;
        Assert.Equal([5, 5], groups.Select(g => g.Messages.Length));
    }

    [Fact]
    public void Letters_weeks_apart_or_to_whom_we_write_are_no_wave()
    {
        var answer = new Mail { From = $"person2@{FakeHouse.Own}", ToAddress = "clerk@club.example" };
        Assert.DoesNotContain(Link(Wave("clerk@club.example", every: 9), Scenes.Correspondence(300, 16)).Groups, g => g.Messages.Length > 3);
        Assert.DoesNotContain(Link(Wave("clerk@club.example"), [answer], Scenes.Correspondence(300, 16)).Groups, g => g.Messages.Length > 3);
    }

    [Fact]
    public void Reactions_and_mail_of_our_own_are_never_members()
    {
        var mails = Scenes.Reconnaissance(20).ToArray();
        var bounces = mails.Select((m, i) => m with { Kind = Serjeant.Facts.MessageKind.Bounce, Copy = 1_000 + i });
        var own = mails.Select((m, i) => m with { From = $"person2@{FakeHouse.Own}", Aligned = true, Copy = 2_000 + i });
        var groups = Link(mails, bounces, own, Scenes.Correspondence(300, 5));
        var found = Assert.Single(groups.Groups);
        Assert.Equal(Ids(mails), found.Messages.ToHashSet());
    }

    [Fact]
    public void Members_stand_in_order_of_date()
    {
        var kept = Scenes.Reconnaissance(20).Select(m => m.Keep()).ToDictionary(k => k.Id);
        var group = Assert.Single(new CampaignLinker().Link(kept.Values, Nothing, TestContext.Current.CancellationToken).Groups);
        Assert.Equal(group.Messages.OrderBy(m => kept[m].Date).ThenBy(m => m), group.Messages);
    }
}
