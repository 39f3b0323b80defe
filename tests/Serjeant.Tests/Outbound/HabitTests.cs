using Serjeant.Outbound;
using Xunit;

namespace Serjeant.Tests.Outbound;

public sealed class HabitTests
{
    private static readonly double[] OfficeHours = [.. Enumerable.Range(0, 24).Select(h => h is >= 8 and < 18 ? 0.1 : 0)];

    [Fact]
    public void Who_writes_by_day_does_not_write_at_three_in_the_night()
    {
        var habit = Learned(new HourHabit(OfficeHours), 9, 10, 11, 14, 16);
        Assert.True(habit.IsUnusual(3));
        Assert.False(habit.IsUnusual(10));
        Assert.Equal("between 7 and 19 o'clock", habit.Tell());
    }

    [Fact]
    public void Who_writes_by_night_may()
    {
        var habit = Learned(new HourHabit(OfficeHours), 22, 23, 0, 1, 2);
        Assert.False(habit.IsUnusual(0));
        Assert.True(habit.IsUnusual(7));
        Assert.Equal("between 20 and 5 o'clock", habit.Tell());
    }

    [Fact]
    public void The_next_hour_is_no_surprise() => Assert.False(Learned(new HourHabit(OfficeHours), 16, 17, 18).IsUnusual(20));

    [Fact]
    public void A_steady_count_makes_a_rise_rare_and_a_ragged_one_does_not()
    {
        CountHabit steady = new(), ragged = new();
        for (var day = 0; day < 100; day++)
        {
            steady.Learn(2);
            ragged.Learn(day % 25 == 0 ? 50 : 0);
        }
        Assert.True(steady.Chance(50) < 1e-6);
        Assert.True(ragged.Chance(50) > 1e-3);
        Assert.Equal("2 a day, at most 2", steady.Tell("day"));
    }

    [Fact]
    public void What_lies_half_a_year_back_is_forgotten()
    {
        var habit = new CountHabit();
        habit.Learn(1_000);
        for (var day = 0; day < 200; day++) habit.Learn(1);
        Assert.Equal(1, habit.Largest);
        Assert.Equal(1, habit.Mean);
    }

    private static HourHabit Learned(HourHabit habit, params int[] hours)
    {
        for (var i = 0; i < 40; i++)
            foreach (var hour in hours) habit.Learn(hour);
        return habit;
    }
}
