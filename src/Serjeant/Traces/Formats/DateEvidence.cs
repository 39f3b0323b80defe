namespace Serjeant.Traces.Formats;

/// <summary>
/// Tells from a whole file which number of its dates is the day: a number above twelve decides; else the order in which time runs forward with fewer
/// steps back and smaller steps ahead; and where the file is of one day, the order that puts it nearest before the file's last change.
/// </summary>
internal sealed class DateEvidence
{
    private (int First, int Second, int Third) _last;
    private DateTime? _dayFirst, _monthFirst;
    private int _dayFirstBack, _monthFirstBack, _changes;
    private TimeSpan _dayFirstSpan, _monthFirstSpan;
    private DateOrder _decided;

    public bool IsDecided => _decided != DateOrder.Unknown;

    public void Add(ReadOnlySpan<byte> line)
    {
        if (IsDecided || line.IsEmpty || line[0] is < (byte)'0' or > (byte)'9' || !WindowsDate.TryRead(line, out var date)) return;
        if ((date.First, date.Second, date.Third) == _last) return;
        _last = (date.First, date.Second, date.Third);
        if (date.IsYearFirst) _decided = DateOrder.YearFirst;
        else if (date.First is > 12 and <= 31 && date.Second <= 12) _decided = DateOrder.DayFirst;
        else if (date.Second is > 12 and <= 31 && date.First <= 12) _decided = DateOrder.MonthFirst;
        else if (date.First <= 12 && date.Second <= 12) Compare(date);
    }

    public DateOrder Decide(DateTimeOffset written)
    {
        if (IsDecided) return _decided;
        if (_dayFirst is not { } day || _monthFirst is not { } month) return DateOrder.MonthFirst;
        if (_changes > 1 && _dayFirstBack != _monthFirstBack) return _dayFirstBack < _monthFirstBack ? DateOrder.DayFirst : DateOrder.MonthFirst;
        if (_changes > 1 && _dayFirstSpan != _monthFirstSpan) return _dayFirstSpan < _monthFirstSpan ? DateOrder.DayFirst : DateOrder.MonthFirst;
        return Distance(day, written) < Distance(month, written) ? DateOrder.DayFirst : DateOrder.MonthFirst;
    }

    private void Compare(WindowsDate date)
    {
        if (date.ToTime(DateOrder.DayFirst) is not { } dayFirst || date.ToTime(DateOrder.MonthFirst) is not { } monthFirst) return;
        _changes++;
        if (dayFirst < _dayFirst) _dayFirstBack++;
        if (monthFirst < _monthFirst) _monthFirstBack++;
        _dayFirstSpan += ((_dayFirst ?? dayFirst) - dayFirst).Duration();
        _monthFirstSpan += ((_monthFirst ?? monthFirst) - monthFirst).Duration();
        (_dayFirst, _monthFirst) = (dayFirst, monthFirst);
    }

    /// <summary>A file cannot tell of what came after it.</summary>
    private static TimeSpan Distance(DateTime local, DateTimeOffset written)
    {
        var before = written.UtcDateTime - local;
        return before < TimeSpan.FromDays(-1) ? TimeSpan.MaxValue : before.Duration();
    }
}
