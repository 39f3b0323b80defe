using Serjeant.Registers.Names;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Registers.Names;

public sealed class NameCommonnessTests
{
    [Theory]
    [InlineData("wang", 30_000)]
    [InlineData("li", 30_000)]
    [InlineData("kim", 100_000)]
    [InlineData("nguyen", 100_000)]
    [InlineData("smith", 5_000)]
    [InlineData("garcia", 10_000)]
    [InlineData("muller", 3_000)]
    [InlineData("ivanov", 5_000)]
    [InlineData("singh", 10_000)]
    [InlineData("khan", 10_000)]
    [InlineData("cohen", 10_000)]
    [InlineData("jong", 1_000)]
    public void Common_family_names_are_as_common_as_they_are(string name, double atLeast) =>
        Assert.InRange(NameCommonness.Shipped.FamilyPerMillion(name), atLeast, 400_000);

    [Theory]
    [InlineData("mohammed", 10_000)]
    [InlineData("maria", 10_000)]
    [InlineData("john", 5_000)]
    [InlineData("vladimir", 3_000)]
    [InlineData("anna", 5_000)]
    public void So_are_given_names(string name, double atLeast) => Assert.InRange(NameCommonness.Shipped.GivenPerMillion(name), atLeast, 100_000);

    [Fact]
    public void An_unknown_name_has_the_floor_and_is_rarer_than_any_known_one()
    {
        Assert.Equal(NameCommonness.Unknown, NameCommonness.Shipped.FamilyPerMillion("xqzvarrow"));
        Assert.Equal(NameCommonness.Unknown, NameCommonness.Shipped.GivenPerMillion(""));
    }

    [Fact]
    public void The_higher_figure_counts_where_a_name_stands_twice_and_comments_are_no_names()
    {
        var commonness = NameCommonness.Read("# family 9 remark\nfamily 70 ost hartwell\ngiven 5 ost\nfamily 80 ost\nfamily x\n");
        Assert.Equal(80, commonness.FamilyPerMillion("ost"));
        Assert.Equal(70, commonness.FamilyPerMillion("hartwell"));
        Assert.Equal(5, commonness.GivenPerMillion("ost"));
        Assert.Equal(NameCommonness.Unknown, commonness.FamilyPerMillion("remark"));
    }

    [Fact]
    public void Every_shipped_line_has_a_kind_a_figure_and_folded_names()
    {
        foreach (var line in ShippedData.ReadLines("names/commonness.txt").Where(l => l[0] != '#'))
        {
            var fields = line.Split(' ');
            Assert.True(fields[0] is "given" or "family" && int.TryParse(fields[1], out var figure) && figure is > 1 and < 1_000_000 && fields.Length > 2, line[..Math.Min(60, line.Length)]);
            Assert.All(fields, field => Assert.Equal(Folding.Fold(field), field));
        }
    }
}
