namespace Serjeant.Outbound;

/// <summary>
/// Which clock the house keeps, week by week, since summer time comes and goes: the offset that most of its mail was dated with. Whether that is
/// local time or UTC does not matter, only that it stays.
/// </summary>
internal sealed class HouseZone
{
    private const int Enough = 20;

    private readonly Dictionary<(long Week, int Minutes), int> _weeks = [];
    private readonly Dictionary<int, int> _all = [];
    private Dictionary<long, int>? _zone;
    private int _common;

    public void Add(DateTimeOffset date)
    {
        var minutes = (int)date.Offset.TotalMinutes;
        var key = (Week(date.UtcTicks), minutes);
        _weeks[key] = _weeks.GetValueOrDefault(key) + 1;
        _all[minutes] = _all.GetValueOrDefault(minutes) + 1;
    }

    /// <summary>Minutes east of UTC at a time; ask only when all mail is added.</summary>
    public int At(long ticks)
    {
        if (_zone is null)
        {
            _common = _all.Count == 0 ? 0 : _all.MaxBy(o => (o.Value, -o.Key)).Key;
            _zone = _weeks.GroupBy(w => w.Key.Week).Where(w => w.Sum(o => o.Value) >= Enough)
                .ToDictionary(w => w.Key, w => w.MaxBy(o => (o.Value, -o.Key.Minutes)).Key.Minutes);
        }
        return _zone.GetValueOrDefault(Week(ticks), _common);
    }

    private static long Week(long ticks) => ticks / (TimeSpan.TicksPerDay * 7);
}
