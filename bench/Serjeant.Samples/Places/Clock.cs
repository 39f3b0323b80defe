namespace Serjeant.Samples.Places;

/// <summary>The months of the sample, fourteen unless more are asked for, and moments in them. Local time is UTC+1 all the year, for simplicity.</summary>
internal sealed class Clock
{
    public static readonly TimeSpan Local = TimeSpan.FromHours(1);

    public Clock(Dice dice, int months = 14)
    {
        Start = new DateTimeOffset(dice.Between(2019, 2024), dice.Between(1, 12), 1, 0, 0, 0, Local);
        End = Start.AddMonths(months);
    }

    public DateTimeOffset Start { get; }

    public DateTimeOffset End { get; }

    public int Days => (int)(End - Start).TotalDays;

    /// <summary>Any day, office hours on weekdays mostly, as people write.</summary>
    public DateTimeOffset Moment(Dice dice)
    {
        while (true)
        {
            var day = Start.AddDays(dice.Below(Days - 3));
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && dice.Chance(75))
                continue;
            return day.AddHours(dice.Chance(85) ? dice.Between(8, 18) : dice.Between(6, 23)).AddSeconds(dice.Below(3600));
        }
    }

    /// <summary>Some time later, by day; never after the end.</summary>
    public DateTimeOffset Later(DateTimeOffset after, Dice dice, int mostHours = 50)
    {
        var later = after.AddMinutes(dice.Between(12, mostHours * 60));
        if (later.Hour < 7)
            later = later.AddHours(8);
        return later < End ? later : after.AddMinutes(dice.Between(1, 5));
    }
}
