namespace Serjeant.Campaigns;

/// <summary>
/// Fisher's exact test (1922) on a table of two rows and two columns, one-sided: the chance of at least so many in the first cell when rows
/// and columns have nothing to do with each other. Factorials by their logarithms, summed once.
/// </summary>
internal sealed class FisherExact
{
    private readonly double[] _logFactorials;

    /// <param name="largest">The largest total that will be asked for.</param>
    public FisherExact(int largest)
    {
        _logFactorials = new double[largest + 1];
        double sum = 0, lost = 0; // Kahan (1965): the sum of a hundred thousand logarithms keeps its last digits
        for (var i = 2; i <= largest; i++)
        {
            var term = Math.Log(i) - lost;
            var next = sum + term;
            lost = next - sum - term;
            sum = next;
            _logFactorials[i] = sum;
        }
    }

    /// <param name="drawnMarked">Targeted people who have the attribute.</param>
    /// <param name="drawn">Targeted people.</param>
    /// <param name="marked">People who have it.</param>
    /// <param name="total">All people.</param>
    /// <returns>P(X >= <paramref name="drawnMarked"/>), from 0 to 1.</returns>
    public double AtLeast(int drawnMarked, int drawn, int marked, int total)
    {
        var most = Math.Min(drawn, marked);
        var least = Math.Max(0, drawn + marked - total);
        if (drawnMarked <= least) return 1;
        if (drawnMarked > most) return 0;
        var term = Math.Exp(LogChoose(marked, drawnMarked) + LogChoose(total - marked, drawn - drawnMarked) - LogChoose(total, drawn));
        var sum = term;
        for (var k = drawnMarked; k < most && term > 0; k++)
        {
            term *= (double)(marked - k) * (drawn - k) / ((double)(k + 1) * (total - marked - drawn + k + 1));
            sum += term;
            if (term < sum * 1e-17) break;
        }
        return Math.Min(1, sum);
    }

    private double LogChoose(int n, int k) => _logFactorials[n] - _logFactorials[k] - _logFactorials[n - k];
}
