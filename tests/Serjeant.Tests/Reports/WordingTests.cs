using Serjeant.Reports;
using Xunit;

namespace Serjeant.Tests.Reports;

public sealed class WordingTests
{
    [Theory]
    [InlineData(110.5, "110")]
    [InlineData(1234567, "over a million")]
    [InlineData(1234, "1,200")]
    [InlineData(58.3, "58")]
    [InlineData(9.96, "10")]
    [InlineData(5.25, "5.3")]
    [InlineData(0.237, "0.24")]
    [InlineData(double.PositiveInfinity, "over a million")]
    [InlineData(double.NaN, "unknown")]
    public void Ratios_have_two_digits(double ratio, string said) => Assert.Equal(said, Wording.Ratio(ratio));

    [Theory]
    [InlineData(0.96, "almost certain")]
    [InlineData(0.92, "between highly likely and almost certain")]
    [InlineData(0.85, "highly likely")]
    [InlineData(0.6, "likely")]
    [InlineData(0.52, "between a realistic possibility and likely")]
    [InlineData(0.45, "a realistic possibility")]
    [InlineData(0.3, "unlikely")]
    [InlineData(0.15, "highly unlikely")]
    [InlineData(0.05, "a remote chance")]
    public void A_probability_in_a_gap_of_the_yardstick_is_called_by_both_words(double probability, string said) =>
        Assert.Equal(said, Wording.Likelihood(probability));

    [Theory]
    [InlineData(1.9e-14, "2e-14")]
    [InlineData(0.0011, "0.001")]
    [InlineData(0.036, "0.04")]
    [InlineData(0, "under 1e-300")]
    public void A_chance_has_one_digit(double q, string said) => Assert.Equal(said, Wording.Chance(q));

    [Fact]
    public void Dates_name_the_year_once_where_once_is_enough()
    {
        var (first, last) = (new DateTimeOffset(2021, 1, 4, 8, 0, 0, TimeSpan.Zero), new DateTimeOffset(2021, 3, 8, 8, 0, 0, TimeSpan.Zero));
        Assert.Equal("between 4 January and 8 March 2021", Wording.Span(first, last));
        Assert.Equal("between 4 December 2020 and 8 March 2021", Wording.Span(first.AddMonths(-1), last));
        Assert.Equal("between 4 and 9 January 2021", Wording.Span(first, first.AddDays(5)));
        Assert.Equal("on 4 January 2021", Wording.Span(first, first.AddHours(3)));
        Assert.Equal("", Wording.Span(null, null));
    }
}
