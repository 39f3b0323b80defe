namespace Serjeant.Outbound;

/// <summary>How many of something a mailbox has in a day or a week. Learned as it goes: the last half year counts, older habits fade out.</summary>
internal sealed class CountHabit
{
    private const int Remembered = 183;

    private readonly Queue<int> _past = [];
    private double _sum, _squares;

    public int Largest { get; private set; }

    public int Periods => _past.Count;

    public double Mean => _past.Count == 0 ? 0 : _sum / _past.Count;

    public void Learn(int count)
    {
        _past.Enqueue(count);
        _sum += count;
        _squares += (double)count * count;
        Largest = Math.Max(Largest, count);
        if (_past.Count <= Remembered) return;
        var old = _past.Dequeue();
        _sum -= old;
        _squares -= (double)old * old;
        if (old == Largest) Largest = _past.Max();
    }

    /// <summary>
    /// The chance of at least so many, were all as before: negative binomial by moments, with half an event too many in the past, and never
    /// steadier than <see cref="MostSteady"/>, since people's mail comes in bursts.
    /// </summary>
    public double Chance(int count)
    {
        var periods = _past.Count + 1.0;
        var mean = (_sum + 0.5) / periods;
        var variance = ((_squares + 0.5) / periods) - (mean * mean);
        var size = variance > mean ? mean * mean / (variance - mean) : MostSteady;
        return Tails.NegativeBinomial(count, mean, Math.Clamp(size, 0.05, MostSteady));
    }

    private const double MostSteady = 1;

    public string Tell(string period) => FormattableString.Invariant($"{Mean:0.##} a {period}, at most {Largest}");
}
