namespace Serjeant.Traces.Formats;

/// <summary>In which order a date gives its day and month.</summary>
internal enum DateOrder : byte
{
    Unknown,
    DayFirst,
    MonthFirst,
    YearFirst,
}

/// <summary>How orders are told to people.</summary>
internal static class DateOrderWords
{
    public static string Words(this DateOrder order) => order switch
    {
        DateOrder.DayFirst => "dates read as day, month, year",
        DateOrder.MonthFirst => "dates read as month, day, year",
        _ => "",
    };
}

/// <summary>Date and time at the beginning of a line, in any language's numbers: what stands between them is not looked at.</summary>
/// <param name="First">The first number.</param>
/// <param name="Second">The second.</param>
/// <param name="Third">The third: the year, or the day where the year comes first.</param>
/// <param name="Hour">Of 24.</param>
/// <param name="Minute">Minutes.</param>
/// <param name="Second60">Seconds.</param>
/// <param name="Length">Bytes of the line that it takes, with what marks the half of the day.</param>
internal readonly record struct WindowsDate(int First, int Second, int Third, int Hour, int Minute, int Second60, int Length)
{
    public bool IsYearFirst => First > 31;

    public static bool TryRead(ReadOnlySpan<byte> line, out WindowsDate date)
    {
        date = default;
        Span<int> numbers = stackalloc int[6];
        var at = 0;
        for (var i = 0; i < numbers.Length; i++)
        {
            var start = at;
            while (at < line.Length && line[at] is >= (byte)'0' and <= (byte)'9') at++;
            numbers[i] = LogClock.Number(line[start..at]);
            if (numbers[i] < 0) return false;
            if (i == 5) break;
            // One or two characters part numbers: "/", ". ", ":"; a space or two part date from time.
            var parted = 0;
            while (at < line.Length && line[at] is (byte)'/' or (byte)'.' or (byte)'-' or (byte)':' or (byte)' ' or (byte)',' && parted++ < 3) at++;
            if (parted == 0) return false;
        }
        var hour = HourOf(line, ref at, numbers[3]);
        if (numbers[2] < 100 && numbers[0] <= 31) numbers[2] += 2000;
        date = new(numbers[0], numbers[1], numbers[2], hour, numbers[4], numbers[5], at);
        return hour >= 0;
    }

    /// <summary>Null where there is no such time. Where the order is not known yet, any that makes a date.</summary>
    public DateTime? ToTime(DateOrder order) =>
        IsYearFirst ? Make(First, Second, Third) : order switch
        {
            DateOrder.DayFirst => Make(Third, Second, First),
            DateOrder.Unknown => Make(Third, First, Second) ?? Make(Third, Second, First),
            _ => Make(Third, First, Second),
        };

    /// <summary>What marks the half of the day stands behind the time in words of the language; those with a P are the second.</summary>
    private static int HourOf(ReadOnlySpan<byte> line, ref int at, int hour)
    {
        var rest = line[at..];
        var skipped = rest.Length - rest.TrimStart(" \u00A0\u202F"u8).Length;
        rest = rest[skipped..];
        var end = rest.IndexOf((byte)' ');
        var mark = end < 0 ? rest : rest[..end];
        var morning = IsMark(mark, (byte)'a') || mark.SequenceEqual("上午"u8) || mark.SequenceEqual("午前"u8) || mark.SequenceEqual("오전"u8) || mark.SequenceEqual("π.μ."u8) || mark.SequenceEqual("πμ"u8);
        var evening = IsMark(mark, (byte)'p') || mark.SequenceEqual("下午"u8) || mark.SequenceEqual("午後"u8) || mark.SequenceEqual("오후"u8) || mark.SequenceEqual("μ.μ."u8) || mark.SequenceEqual("μμ"u8);
        if (!morning && !evening) return hour;
        at += skipped + mark.Length;
        return hour is < 1 or > 12 ? -1 : (hour % 12) + (evening ? 12 : 0);
    }

    private DateTime? Make(int year, int month, int day) => LogClock.Make(year, month, day, Hour, Minute, Second60, 0);

    /// <summary>"AM", "a.m.", "am".</summary>
    private static bool IsMark(ReadOnlySpan<byte> mark, byte letter) =>
        mark.Length is 2 or 4 && (mark[0] | 0x20) == letter && (mark[^(mark.Length == 2 ? 1 : 2)] | 0x20) == 'm';
}
