using Serjeant.Registers.Names;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Registers.Names;

public sealed class NicknamesTests
{
    [Theory]
    [InlineData("thomas", "tom tommy")]
    [InlineData("robert", "bob rob")]
    [InlineData("william", "bill will liam")]
    [InlineData("elizabeth", "liz beth betty lisa")]
    [InlineData("margaret", "peggy meg maggie")]
    [InlineData("alexander", "alex sasha sandy")]
    [InlineData("aleksandr", "sasha shura")]
    [InlineData("vladimir", "volodya vova")]
    [InlineData("francisco", "paco")]
    [InlineData("jose", "pepe")]
    [InlineData("giuseppe", "beppe")]
    [InlineData("katarzyna", "kasia")]
    [InlineData("johannes", "hans")]
    [InlineData("josef", "sepp")]
    [InlineData("john", "sean jack")]
    [InlineData("binyamin", "bibi")]
    [InlineData("konstantinos", "kostas")]
    [InlineData("willem", "wim")]
    [InlineData("lars", "lasse")]
    [InlineData("volodymyr", "vova")]
    public void Short_names_and_full_ones_lead_to_each_other(string full, string shorts)
    {
        foreach (var nickname in shorts.Split(' '))
        {
            Assert.Contains(nickname, Nicknames.Shipped.NicknamesOf(full));
            Assert.Contains(full, Nicknames.Shipped.FullNamesOf(nickname));
        }
    }

    [Fact]
    public void A_name_without_short_forms_has_none()
    {
        Assert.Empty(Nicknames.Shipped.NicknamesOf("qwertz"));
        Assert.Empty(Nicknames.Shipped.FullNamesOf(""));
    }

    [Fact]
    public void The_shipped_list_is_folded_and_every_line_has_both_sides()
    {
        foreach (var line in ShippedData.ReadLines("names/nicknames.txt").Where(l => l[0] != '#'))
        {
            Assert.Equal(Folding.Fold(line), line);
            var sides = line.Split(':');
            Assert.Equal(2, sides.Length);
            Assert.All(sides, side => Assert.NotEqual("", side.Trim()));
        }
    }
}
