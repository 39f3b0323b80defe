using CsCheck;
using Serjeant.Campaigns;
using Xunit;

namespace Serjeant.Tests.Campaigns;

public sealed class VictimologyTests
{
    [Fact]
    public void The_lady_tasting_tea_is_as_published() =>
        Assert.Equal(0.242857142857142857, new FisherExact(8).AtLeast(3, 4, 4, 8), 1e-14); // Fisher 1935; R: fisher.test(..., alternative = "greater")

    [Fact]
    public void Convicted_twins_are_as_published() =>
        Assert.Equal(0.0004651809, new FisherExact(30).AtLeast(10, 13, 12, 30), 1e-9); // R: fisher.test(Convictions, alternative = "greater")

    [Fact]
    public void Small_tables_agree_with_counting_every_case() => Gen.Select(Gen.Int[1, 24], Gen.Int[0, 24], Gen.Int[0, 24], Gen.Int[0, 24]).Sample((total, drawn, marked, both) =>
    {
        drawn = Math.Min(drawn, total);
        marked = Math.Min(marked, total);
        decimal all = Choose(total, drawn), at = 0;
        for (var k = both; k <= Math.Min(drawn, marked); k++)
            if (drawn - k <= total - marked) at += Choose(marked, k) * Choose(total - marked, drawn - k);
        Assert.Equal((double)(at / all), new FisherExact(total).AtLeast(both, drawn, marked, total), 1e-12);
    });

    [Fact]
    public void A_hundred_thousand_people_are_no_trouble()
    {
        var fisher = new FisherExact(100_000);
        // 40 of 43 targeted share what 12 % of all have.
        var p = fisher.AtLeast(40, 43, 12_000, 100_000);
        Assert.InRange(Math.Log10(p), -34, -31);
        // The two tails meet at one, whatever the size.
        Assert.Equal(1, fisher.AtLeast(500, 4_000, 12_000, 100_000) + (1 - fisher.AtLeast(500, 4_000, 12_000, 100_000)), 1e-12);
        Assert.Equal(0.5, fisher.AtLeast(25_000, 50_000, 50_000, 100_000), 0.01);
    }

    [Fact]
    public void The_alliance_that_was_targeted_comes_first()
    {
        var targets = Enumerable.Range(0, 12).Select(i => $"p{i * 10}").Concat(["p1", "p7", "p33"]);
        var shared = new Victimology(FakeHouse.House.Roster).Find(targets);
        Assert.Equal("alliance: Friends of Letters", shared[0].Attribute);
        Assert.Equal((12, 15, 12, 120), (shared[0].Targeted, shared[0].TargetedTotal, shared[0].Roster, shared[0].RosterTotal));
        Assert.True(shared[0].Q < 1e-10);
        Assert.True(shared[0].Low > 3 && shared[0].Low < shared[0].OddsRatio && shared[0].OddsRatio < shared[0].High);
    }

    [Fact]
    public void Odds_and_interval_are_woolfs_with_a_half_added_where_a_cell_is_empty()
    {
        var victimology = new Victimology(FakeHouse.House.Roster);
        var full = victimology.Test("x", 10, 15, 20, 120);
        Assert.Equal(10.0 * 95 / (5 * 10), full.OddsRatio, 1e-12);
        Assert.Equal(19 * Math.Exp(-1.959964 * Math.Sqrt((1 / 10.0) + (1 / 5.0) + (1 / 10.0) + (1 / 95.0))), full.Low, 1e-4);
        var empty = victimology.Test("x", 15, 15, 20, 120);
        Assert.Equal(15.5 * 100.5 / (0.5 * 5.5), empty.OddsRatio, 1e-9);
    }

    [Fact]
    public void When_everybody_is_targeted_nothing_is_shared() =>
        Assert.Empty(new Victimology(FakeHouse.House.Roster).Find(FakeHouse.House.Roster.People.Select(p => p.Id)));

    [Fact]
    public void Random_targets_share_nothing_in_nineteen_of_twenty_draws()
    {
        var victimology = new Victimology(FakeHouse.House.Roster);
        var random = new Random(11);
        var found = Enumerable.Range(0, 400).Count(_ => !victimology.Find(Enumerable.Range(0, 20).Select(_ => $"p{random.Next(120)}")).IsEmpty);
        Assert.True(found <= 30, $"{found} of 400");
    }

    private static decimal Choose(int n, int k)
    {
        decimal result = 1;
        for (var i = 1; i <= k; i++) result = result * (n - k + i) / i;
        return result;
    }
}
