namespace Serjeant.Outbound;

/// <summary>
/// At which hours a mailbox sends. Counts are smoothed over two hours each way, so that a longer day, summer time or a train is no
/// surprise, and begin from the whole house's hours, so that few messages promise little.
/// </summary>
internal sealed class HourHabit
{
    /// <summary>The house's hours count as so many messages of the mailbox's own.</summary>
    private const double Borrowed = 8;

    /// <summary>An hour with less than this share is one at which the mailbox does not send.</summary>
    private const double Never = 0.006;

    private readonly double[] _counts = new double[24];
    private readonly double[] _house;

    /// <param name="house">The house's own shares by hour; sum 1.</param>
    public HourHabit(double[] house) => _house = house;

    public int Learned { get; private set; }

    public void Learn(int hour)
    {
        for (var away = -2; away <= 2; away++) _counts[(hour + away + 24) % 24] += (3 - Math.Abs(away)) / 9.0;
        Learned++;
    }

    public bool IsUnusual(int hour) => Share(hour) < Never;

    /// <summary>The chance that a message falls into any of the hours at which it does not send; never nothing.</summary>
    public double Unusual
    {
        get
        {
            var sum = 0.0;
            for (var hour = 0; hour < 24; hour++)
                if (IsUnusual(hour)) sum += Share(hour);
            return Math.Max(sum, 1.0 / (Learned + Borrowed));
        }
    }

    /// <summary>"between 8 and 19 o'clock": the shortest arc that holds all hours at which it sends.</summary>
    public string Tell()
    {
        var usual = Enumerable.Range(0, 24).Where(h => !IsUnusual(h)).ToArray();
        if (usual.Length is 0 or 24) return "at all hours";
        // The arc begins after the longest gap.
        var start = usual.MaxBy(h => Enumerable.Range(1, 24).First(gap => !IsUnusual((h - gap + 24) % 24)));
        var last = usual.MaxBy(h => (h - start + 24) % 24);
        return FormattableString.Invariant($"between {start} and {(last + 1) % 24} o'clock");
    }

    private double Share(int hour) => (_counts[hour] + (Borrowed * _house[hour])) / (Learned + Borrowed);
}
