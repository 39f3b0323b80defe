using CsCheck;
using Serjeant.Outbound;
using Xunit;

namespace Serjeant.Tests.Outbound;

public sealed class TailsTests
{
    [Theory]
    [InlineData(1, 2, 0.75)] // two coins
    [InlineData(3, 3, 0.125)]
    [InlineData(0, 5, 1)]
    [InlineData(4, 3, 0)]
    public void At_least_so_many_coins_of_some(int count, int tries, double chance) => Assert.Equal(chance, Tails.Binomial(count, tries, 0.5), 12);

    [Fact]
    public void With_size_one_the_negative_binomial_is_geometric()
    {
        for (var count = 0; count < 60; count++) Assert.Equal(1, Tails.NegativeBinomial(count, 2, 1) / Math.Pow(2.0 / 3, count), 9);
    }

    [Fact]
    public void With_a_steady_mean_it_is_poisson() => Assert.Equal(1 - (Math.Exp(-2) * 3), Tails.NegativeBinomial(2, 2, 1e6), 4);

    [Fact]
    public void A_tail_lies_between_nothing_and_all_and_falls() =>
        Gen.Select(Gen.Int[0, 3_000], Gen.Double[0.001, 300], Gen.Double[0.05, 50]).Sample((count, mean, size) =>
        {
            var (here, further) = (Tails.NegativeBinomial(count, mean, size), Tails.NegativeBinomial(count + 1, mean, size));
            return here is >= 0 and <= 1 && further <= here * (1 + 1e-9);
        });

    [Fact]
    public void Far_below_the_mean_a_tail_is_nearly_all() => Assert.Equal(1, Tails.Binomial(63, 460, 0.9021916624074731), 12);

    [Fact]
    public void A_binomial_tail_falls_too() =>
        Gen.Select(Gen.Int[1, 500], Gen.Int[0, 500], Gen.Double[0, 1]).Sample((tries, count, chance) =>
            Tails.Binomial(count, tries, chance) is >= 0 and <= 1 and var here && Tails.Binomial(count + 1, tries, chance) <= here * (1 + 1e-9));
}
