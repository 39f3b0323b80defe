using Serjeant.Campaigns;
using Serjeant.Facts;
using Xunit;

namespace Serjeant.Tests.Campaigns;

/// <summary>Joining what does not belong together is the known disease of linking: here is what must stay apart.</summary>
public sealed class OverLinkingTests
{
    [Fact]
    public void Two_customers_of_one_unlisted_service_stay_two()
    {
        var (gardens, trains) = (Scenes.Newsletter("gardens", 8, 10).ToArray(), Scenes.Newsletter("trains", 8, 12).ToArray());
        AssertApart(LinkingTests.Link(gardens, trains, Scenes.Correspondence(300, 1)), gardens, trains);
    }

    [Fact]
    public void Two_customers_of_a_listed_service_stay_two()
    {
        static IEnumerable<Mail> Of(string brand) => Scenes.Newsletter(brand, 8, 10, "mailwave.example").Select(m => m with { Service = "Mailwave", Account = brand });
        var (gardens, trains) = (Of("gardens").ToArray(), Of("trains").ToArray());
        AssertApart(LinkingTests.Link(gardens, trains, Scenes.Correspondence(300, 1)), gardens, trains);
    }

    [Fact]
    public void Thirty_citizens_who_send_one_petition_are_thirty_citizens()
    {
        var petition = Enumerable.Range(0, 30).Select(i => new Mail
        {
            From = $"citizen{i}@freemail.example",
            Name = $"Citizen {i}",
            To = 2,
            Day = i / 3.0,
            Subject = "Please vote against the canal bill",
            Text = Words.Text(5),
            Host = "out.freemail.example",
            HostAddress = "198.18.0.7",
            Dkim = "freemail.example",
            Software = "Mailer 1",
            MessageId = $"{Words.Token(i)}@freemail.example",
            Aligned = true,
            Skeleton = 77,
            Tags = 20,
        });
        Assert.Empty(LinkingTests.Link(petition, Scenes.Correspondence(600, 6)).Groups);
    }

    [Fact]
    public void Nor_are_they_one_when_no_list_knows_their_mailbox_provider()
    {
        var petition = Enumerable.Range(0, 30).Select(i => new Mail
        {
            From = $"citizen{i}@mailbox{i % 3}.example",
            To = 2 * i,
            Day = i / 3.0,
            Subject = "Please vote against the canal bill",
            Text = Words.Text(5),
            Host = $"out{i % 2}.mailbox{i % 3}.example",
            HostAddress = $"198.18.{i % 3}.7",
            ReturnPath = $"citizen{i}@mailbox{i % 3}.example",
            Dkim = $"mailbox{i % 3}.example",
            Selector = "2026",
            MessageId = $"{Words.Token(i)}@mailbox{i % 3}.example",
            Links = ["https://save-the-canal.example/pledge"],
            Aligned = true,
            Skeleton = 77,
        });
        Assert.Empty(LinkingTests.Link(petition, Scenes.Correspondence(600, 6)).Groups);
    }

    [Fact]
    public void Authors_on_one_discussion_list_are_not_joined_by_the_list()
    {
        var list = Enumerable.Range(0, 80).Select(i => new Mail
        {
            From = $"author{i % 15}@firm{i % 15}.example",
            Name = $"Author{i % 15} via list",
            ToAddress = "friends@lists.example",
            Day = i,
            Subject = "Re: plans for the summer meeting",
            Text = Words.Text(5, 80) + " " + Words.Text(500 + i, 20),
            List = true,
            ListId = "friends.lists.example",
            Bulk = true,
            Host = "mail.lists.example",
            HostAddress = "198.51.100.9",
            ReturnPath = "friends-bounces@lists.example",
            Dkim = "lists.example",
            Links = [$"https://lists.example/listinfo/{Words.Token(3)}"],
            Answers = "root@lists.example",
            Copy = i,
        });
        Assert.Empty(LinkingTests.Link(list, Scenes.Correspondence(300, 7)).Groups);
    }

    [Fact]
    public void Notifications_of_one_system_run_by_many_are_not_joined_across_their_owners()
    {
        var notes = Enumerable.Range(0, 60).Select(i => new Mail
        {
            From = $"tracker@firm{i % 6}.example",
            Name = "Issue Tracker",
            To = i,
            Day = i,
            Subject = $"[Tracker] ticket {i} was updated by somebody",
            Text = Words.Text(5, 60) + " " + Words.Text(900 + i, 6),
            Kind = MessageKind.Automatic,
            Skeleton = 31,
            Software = "Tracker 9",
            Selector = "tracker",
            Dkim = $"firm{i % 6}.example",
            MessageId = $"TRK.{i}.{Words.Token(i, 12)}@firm{i % 6}.example",
            Links = [$"https://tracker.firm{i % 6}.example/browse/{Words.Token(i, 12)}"],
            Aligned = true,
        }).ToArray();
        var groups = LinkingTests.Link(notes, Scenes.Correspondence(300, 8));
        Assert.All(groups.Groups, g => Assert.Single(g.Messages.Select(m => notes.First(n => n.ToFacts().Sha256 == m).From).Distinct()));
    }

    [Fact]
    public void Letters_of_one_correspondent_are_no_campaign()
    {
        var letters = Enumerable.Range(0, 40).Select(i => new Mail
        {
            From = "clerk@cityhall.example",
            Name = "City Clerk",
            To = i % 6,
            Day = i * 3,
            Subject = Words.Text(700 + i, 4),
            Text = Words.Text(700 + i, 90) + " City Clerk of the town, town hall, second floor",
            Skeleton = 55,
            Tags = 25,
            Images = ["https://www.cityhall.example/logo.png"],
            Links = ["https://www.cityhall.example/"],
            Host = "mail.cityhall.example",
            HostAddress = "198.51.100.77",
            Dkim = "cityhall.example",
            Aligned = true,
            Software = "Mailer 2",
            Attachment = "the same logo in every letter, as a picture that the program adds to each of them"u8.ToArray(),
            AttachmentName = "logo.png",
            AttachmentType = "image/png",
        });
        Assert.Empty(LinkingTests.Link(letters, Scenes.Correspondence(300, 9)).Groups);
    }

    [Fact]
    public void Correspondence_alone_makes_no_campaigns() => Assert.Empty(LinkingTests.Link(Scenes.Correspondence(3_000, 10)).Groups);

    [Fact]
    public void Correspondents_who_use_one_open_tracker_are_not_one()
    {
        var letters = Enumerable.Range(0, 30).Select(i => new Mail
        {
            From = $"clerk@office{i}.example",
            To = i,
            Day = i * 7,
            Subject = Words.Text(800 + i, 4),
            Text = Words.Text(800 + i, 90),
            Pixels = [$"https://crm-tracker.example/o/{Words.Token(i, 22)}.gif"],
            Host = $"mail.office{i}.example",
            HostAddress = $"198.18.{i}.1",
            Dkim = $"office{i}.example",
            Software = "Mailer 2",
            Aligned = true,
        });
        Assert.Empty(LinkingTests.Link(letters, Scenes.Correspondence(300, 13)).Groups);
    }

    [Fact]
    public void Nor_when_their_letters_are_made_by_one_program_and_we_write_to_them()
    {
        var letters = Enumerable.Range(0, 30).Select(i => new Mail
        {
            From = $"clerk@office{i % 5}.example",
            To = i,
            Day = i * 7,
            Text = Words.Text(800 + i, 90),
            Pixels = [$"https://crm-tracker.example/o/{Words.Token(i, 22)}.gif"],
            Dkim = $"office{i % 5}.example",
            Selector = "crm",
            Software = "Tracking Mailer",
            MessageId = $"CRM.{i}.{Words.Token(i, 12)}@office{i % 5}.example",
            Skeleton = 66,
            Aligned = true,
        }).ToArray();
        var answers = letters.Take(5).Select((l, i) => new Mail { From = $"person2@{FakeHouse.Own}", ToAddress = l.From, Copy = i });
        Assert.Empty(LinkingTests.Link(letters, answers, Scenes.Correspondence(300, 14)).Groups);
    }

    [Fact]
    public void One_hub_message_does_not_join_two_campaigns()
    {
        var (one, two) = (Scenes.Reconnaissance(20, "first-edge.example", 1).ToArray(), Another().ToArray());
        // A digest that holds both beacons and one sender's address of each would be the bridge.
        var hub = one[7] with { Pixels = [.. one[7].Pixels, .. two[9].Pixels], ReplyTo = two[9].From, Text = two[9].Text, Copy = 999 };
        AssertApart(LinkingTests.Link(one, two, [hub], Scenes.Correspondence(300, 11)), one, two);
    }

    [Fact]
    public void Campaigns_that_use_one_popular_host_stay_apart()
    {
        static IEnumerable<Mail> With(IEnumerable<Mail> mails) => mails.Select(m => m with { Pixels = [.. m.Pixels, "https://cdn.popular.example/p/" + Words.Token(m.Copy) + ".gif"] });
        var (one, two) = (With(Scenes.Reconnaissance(20, "first-edge.example", 1)).ToArray(), With(Another()).ToArray());
        AssertApart(LinkingTests.Link(one, two, Scenes.Correspondence(300, 12)), one, two);
    }

    /// <summary>A campaign of somebody else: other hosts, another layout, another tracking program.</summary>
    private static IEnumerable<Mail> Another() => Scenes.Reconnaissance(20, "second-edge.example", 2).Select(m => m with
    {
        Skeleton = 8_000,
        Copy = m.Copy + 100,
        Host = m.Host!.Replace("rent", "lease", StringComparison.Ordinal),
        HostAddress = m.HostAddress!.Replace("192.88.", "198.19.", StringComparison.Ordinal),
        Pixels = [m.Pixels[0].Replace("/v2/px/", "/", StringComparison.Ordinal).Replace(".gif?c=12", "/open.png", StringComparison.Ordinal)],
    });

    private static void AssertApart(CampaignGroups groups, Mail[] one, Mail[] two)
    {
        var (first, second) = (LinkingTests.Ids(one), LinkingTests.Ids(two));
        Assert.All(groups.Groups, g => Assert.False(g.Messages.Any(first.Contains) && g.Messages.Any(second.Contains), string.Join(", ", g.Shared)));
        Assert.True(groups.Groups.Max(g => g.Messages.Count(first.Contains)) >= 0.95 * one.Length);
        Assert.True(groups.Groups.Max(g => g.Messages.Count(second.Contains)) >= 0.95 * two.Length);
    }
}
