using CsCheck;
using Serjeant.Campaigns;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Campaigns;

/// <summary>The same mail gives the same campaigns, in whatever order and in how many scans it comes; names stay.</summary>
public sealed class LinkOrderTests
{
    private static readonly KeptMessage[] Mixed =
    [
        .. Scenes.Reconnaissance(30).Concat(Scenes.Newsletter("gardens", 4, 8)).Concat(Scenes.Newsletter("trains", 4, 8)).Concat(Scenes.Correspondence(150, 3)).Select(m => m.Keep()),
    ];

    [Fact]
    public void The_partition_does_not_depend_on_the_order_of_reading()
    {
        var expected = Partition(new CampaignLinker().Link(Mixed, LinkingTests.Nothing, TestContext.Current.CancellationToken));
        Gen.Shuffle(Mixed).Sample(shuffled => Assert.Equal(expected, Partition(new CampaignLinker().Link(shuffled, LinkingTests.Nothing))), iter: 60);
    }

    [Fact]
    public void Several_scans_end_in_the_partition_of_one_and_keep_the_names()
    {
        var expected = Partition(new CampaignLinker().Link(Mixed, LinkingTests.Nothing, TestContext.Current.CancellationToken));
        Gen.Select(Gen.Shuffle(Mixed), Gen.Int[1, 5]).Sample((shuffled, scans) =>
        {
            var membership = new Dictionary<Sha256, string>();
            CampaignGroups groups = null!;
            for (var scan = 1; scan <= scans; scan++)
            {
                var known = shuffled.Take(shuffled.Length * scan / scans);
                groups = new CampaignLinker().Link(known, membership);
                AssertNamesStay(groups, membership);
                membership = Membership(groups);
            }
            Assert.Equal(expected, Partition(groups));
            // And once more with nothing new: nothing moves.
            var again = new CampaignLinker().Link(shuffled, membership);
            Assert.Equal(Membership(groups).Order(Comparer<KeyValuePair<Sha256, string>>.Create((a, b) => a.Key.CompareTo(b.Key))), Membership(again).Order(Comparer<KeyValuePair<Sha256, string>>.Create((a, b) => a.Key.CompareTo(b.Key))));
            Assert.Empty(again.Merges);
        }, iter: 30);
    }

    [Fact]
    public void A_message_given_twice_is_one_message()
    {
        var once = Partition(new CampaignLinker().Link(Mixed, LinkingTests.Nothing, TestContext.Current.CancellationToken));
        Assert.Equal(once, Partition(new CampaignLinker().Link(Mixed.Concat(Mixed.Take(40)), LinkingTests.Nothing, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void A_new_group_is_called_after_its_earliest_member()
    {
        var group = Assert.Single(LinkingTests.Link(Scenes.Reconnaissance(20)).Groups);
        Assert.Equal("c-" + group.Messages[0].ToString()[..12], group.Id);
    }

    [Fact]
    public void When_two_campaigns_become_one_the_older_name_stays_and_the_merge_is_recorded()
    {
        var members = LinkingTests.Link(Scenes.Reconnaissance(20)).Groups[0].Messages;
        var membership = members.Select((m, i) => (m, i)).ToDictionary(x => x.m, x => x.i < 3 ? "c-000000000old" : "c-000000000new");
        var (names, merges) = CampaignNames.Give([members], membership);
        Assert.Equal("c-000000000old", Assert.Single(names));
        Assert.Equal(("c-000000000new", "c-000000000old"), Assert.Single(merges));
    }

    [Fact]
    public void When_a_campaign_falls_apart_the_larger_part_keeps_the_name()
    {
        var members = LinkingTests.Link(Scenes.Reconnaissance(20)).Groups[0].Messages;
        var membership = members.ToDictionary(m => m, _ => "c-000000000old");
        var (names, merges) = CampaignNames.Give([members[..8], members[8..]], membership);
        Assert.Equal("c-000000000old", names[1]);
        Assert.NotEqual(names[0], names[1]);
        Assert.Empty(merges);
    }

    private static void AssertNamesStay(CampaignGroups groups, Dictionary<Sha256, string> before)
    {
        var names = groups.Groups.Select(g => g.Id).ToArray();
        Assert.Equal(names.Length, names.Distinct().Count());
        // Every earlier name is still there, or recorded as merged, unless its members fell out of all groups or into a larger part.
        var after = Membership(groups);
        foreach (var old in before.Values.Distinct())
            Assert.True(names.Contains(old) || groups.Merges.Any(m => m.Old == old) || before.Where(b => b.Value == old).All(b => !after.ContainsKey(b.Key)), old);
    }

    private static Dictionary<Sha256, string> Membership(CampaignGroups groups) =>
        groups.Groups.SelectMany(g => g.Messages.Select(m => (m, g.Id))).ToDictionary(x => x.m, x => x.Id);

    private static string Partition(CampaignGroups groups) =>
        string.Join('\n', groups.Groups.Select(g => string.Join(' ', g.Messages.Order())).Order(StringComparer.Ordinal));
}
