namespace Serjeant.Hunts;

/// <summary>The days, of UTC, whose messages are meant.</summary>
/// <param name="Since">Null: from the first on.</param>
/// <param name="Until">This day included; null: to the last.</param>
public sealed record HuntWindow(DateOnly? Since, DateOnly? Until)
{
    public static HuntWindow Always { get; } = new(null, null);

    public bool IsOpen => Since is null && Until is null;

    public bool Holds(DateTimeOffset date)
    {
        var day = DateOnly.FromDateTime(date.UtcDateTime);
        return (Since is not { } since || day >= since) && (Until is not { } until || day <= until);
    }
}
