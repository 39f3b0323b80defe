namespace Serjeant.Outbound;

/// <summary>Chances of at least so many. Tails are summed from their first term, so that small ones keep their digits.</summary>
internal static class Tails
{
    private const int MostTerms = 100_000;

    /// <summary>
    /// P(X >= <paramref name="count"/>) where X is Poisson with a mean that itself varies (negative binomial, Greenwood and Yule 1920).
    /// </summary>
    /// <param name="count">From 0.</param>
    /// <param name="mean">Above 0.</param>
    /// <param name="size">How steady the mean is: variance = mean + mean²/size. Above 0.</param>
    public static double NegativeBinomial(int count, double mean, double size)
    {
        if (count <= 0) return 1;
        var q = mean / (mean + size);
        double At(int k) => Math.Exp(LogGamma(k + size) - LogGamma(size) - LogGamma(k + 1.0) + (size * Math.Log(size / (mean + size))) + (k * Math.Log(q)));
        var sum = 0.0;
        if (count <= mean)
        {
            // Below the mean the first term may be too small to have digits; what is left out has them.
            var below = At(count - 1);
            for (var k = count - 1; k >= 0; k--)
            {
                sum += below;
                below *= k / ((k - 1 + size) * q);
            }
            return Math.Clamp(1 - sum, 0, 1);
        }
        // P(count), then each next by its ratio.
        var term = At(count);
        for (var k = count; k < count + MostTerms; k++)
        {
            sum += term;
            var ratio = (k + size) / (k + 1) * q;
            term *= ratio;
            if (ratio < 1 && term < sum * 1e-12) break;
        }
        return Math.Min(1, sum);
    }

    /// <summary>P(X >= <paramref name="count"/>) of <paramref name="tries"/> independent ones, each with this chance.</summary>
    public static double Binomial(int count, int tries, double chance)
    {
        if (count <= 0) return 1;
        if (count > tries || chance <= 0) return 0;
        if (chance >= 1) return 1;
        double At(int k) => Math.Exp(LogGamma(tries + 1.0) - LogGamma(k + 1.0) - LogGamma(tries - k + 1.0) + (k * Math.Log(chance)) + ((tries - k) * Math.Log(1 - chance)));
        var sum = 0.0;
        if (count <= tries * chance)
        {
            var below = At(count - 1);
            for (var k = count - 1; k >= 0; k--)
            {
                sum += below;
                below *= k / (tries - k + 1.0) * ((1 - chance) / chance);
            }
            return Math.Clamp(1 - sum, 0, 1);
        }
        var term = At(count);
        for (var k = count; k <= tries; k++)
        {
            sum += term;
            term *= (tries - k) / (k + 1.0) * (chance / (1 - chance));
        }
        return Math.Min(1, sum);
    }

    /// <summary>Lanczos (1964) with g = 7 and nine terms; arguments above 0.</summary>
    private static double LogGamma(double x)
    {
        ReadOnlySpan<double> terms =
        [
            0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
            -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
        ];
        if (x < 0.5) return Math.Log(Math.PI / Math.Sin(Math.PI * x)) - LogGamma(1 - x);
        x -= 1;
        var sum = terms[0];
        for (var i = 1; i < terms.Length; i++) sum += terms[i] / (x + i);
        var t = x + 7.5;
        return (0.5 * Math.Log(2 * Math.PI)) + ((x + 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }
}
