using System.Buffers.Text;

namespace Serjeant.Traces.Formats;

/// <summary>Reads the times of logs. Lines come in runs of the same second, so that the text last read is kept with what it meant.</summary>
internal sealed class LogClock(TimeZoneInfo zone, int? year, DateTimeOffset written)
{
    /// <summary>A clock may run ahead of the one that noted the file's last change.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    private const int Longest = 40;

    private readonly byte[] _text = new byte[Longest];
    private int _textLength = -1;
    private DateTimeOffset? _meant;
    private int _year, _month;
    private long _hour = -1;
    private TimeSpan _offset;

    /// <summary>When the file was last written.</summary>
    public DateTimeOffset Written { get; } = written;

    /// <summary>In words, which year was taken; empty where all lines have theirs.</summary>
    public string Guess { get; private set; } = "";

    /// <summary>Forgets what earlier lines told of the year.</summary>
    public void Restart() => (_year, _month, _textLength, Guess) = (0, 0, -1, "");

    /// <summary>Seconds since 1970 with a fraction: Squid, Zeek, Unbound.</summary>
    public static DateTimeOffset? Epoch(ReadOnlySpan<byte> text)
    {
        if (!Utf8Parser.TryParse(text, out long seconds, out var used) || seconds is <= 0 or > 4_102_444_800) return null;
        long ticks = 0;
        if (used < text.Length)
        {
            if (text[used] != '.') return null;
            long unit = TimeSpan.TicksPerSecond;
            foreach (var digit in text[(used + 1)..])
            {
                if (digit is < (byte)'0' or > (byte)'9') return null;
                unit /= 10;
                ticks += (digit - '0') * unit;
            }
        }
        return new DateTimeOffset(DateTimeOffset.UnixEpoch.Ticks + (seconds * TimeSpan.TicksPerSecond) + ticks, TimeSpan.Zero);
    }

    /// <summary>Whether this is the text that was read last.</summary>
    public bool IsKnown(ReadOnlySpan<byte> text, out DateTimeOffset? meant)
    {
        meant = _meant;
        return text.Length == _textLength && text.SequenceEqual(_text.AsSpan(0, _textLength));
    }

    /// <summary>"10/Oct/2000:13:55:36 -0700".</summary>
    public DateTimeOffset? Common(ReadOnlySpan<byte> text)
    {
        if (IsKnown(text, out var known)) return known;
        if (text.Length < 20 || text[2] != '/' || text[6] != '/' || text[11] != ':') return null;
        var day = Make(Number(text[7..11]), Month(text[3..6]), Number(text[..2]), text[12..20], 0);
        if (day is not { } local) return null;
        return Keep(text, text.Length == 20 ? Local(local) : Offset(text[20..].TrimStart((byte)' ')) is { } minutes ? Utc(local, minutes) : null);
    }

    /// <summary>"2026-11-23T04:00:06.123Z", with a space for the T, with an offset or without: then in the zone given, or in UTC.</summary>
    public DateTimeOffset? Iso(ReadOnlySpan<byte> text, bool utc = false)
    {
        if (IsKnown(text, out var known)) return known;
        if (text.Length < 19 || text[4] != '-' || text[7] != '-' || text[10] is not ((byte)'T' or (byte)' ')) return null;
        var end = 19;
        long fraction = 0;
        if (text.Length > 20 && text[19] is (byte)'.' or (byte)',') (fraction, end) = Fraction(text, 20);
        var day = Make(Number(text[..4]), Number(text[5..7]), Number(text[8..10]), text[11..19], fraction);
        if (day is not { } local) return null;
        var rest = text[end..];
        if (rest.IsEmpty) return Keep(text, utc ? Utc(local, 0) : Local(local));
        return Keep(text, Offset(rest) is { } minutes ? Utc(local, minutes) : null);
    }

    /// <summary>"23-Nov-2026 04:00:06.123" as BIND writes it.</summary>
    public DateTimeOffset? Bind(ReadOnlySpan<byte> text)
    {
        if (IsKnown(text, out var known)) return known;
        if (text.Length < 20 || text[2] != '-' || text[6] != '-' || text[11] != ' ') return null;
        var (fraction, end) = text.Length > 20 && text[20] == '.' ? Fraction(text, 21) : (0L, 20);
        return end == text.Length && Make(Number(text[7..11]), Month(text[3..6]), Number(text[..2]), text[12..20], fraction) is { } local ? Keep(text, Local(local)) : null;
    }

    /// <summary>"Nov 23 04:00:06" as syslog writes it (RFC 3164): without a year.</summary>
    public DateTimeOffset? Syslog(ReadOnlySpan<byte> text)
    {
        if (IsKnown(text, out var known)) return known;
        if (text.Length != 15 || text[3] != ' ') return null;
        var (month, day) = (Month(text[..3]), Number(text[4..6].TrimStart((byte)' ')));
        if (month == 0 || day is < 1 or > 31) return null;
        var (newYear, guessed) = YearOf(month, day);
        if (Make(newYear, month, day, text[7..], 0) is not { } local) return null;
        (_year, _month) = (newYear, month);
        if (guessed) Guess = $"no year in this log: taken for {newYear} at its first line";
        return Keep(text, Local(local));
    }

    /// <summary>A time that the file gives in local time, as UTC. In the hour that comes twice in autumn it is taken for the later one.</summary>
    public DateTimeOffset Local(DateTime local)
    {
        var hour = local.Ticks / TimeSpan.TicksPerHour;
        // Zones change on the hour, or on the half hour in one place on earth.
        if (hour != _hour) (_hour, _offset) = (hour, zone.GetUtcOffset(local));
        return Utc(local, (int)_offset.TotalMinutes);
    }

    public DateTimeOffset? Keep(ReadOnlySpan<byte> text, DateTimeOffset? meant)
    {
        if (text.Length > Longest) return meant;
        text.CopyTo(_text);
        (_textLength, _meant) = (text.Length, meant);
        return meant;
    }

    /// <summary>The day and "hh:mm:ss"; null where there is no such time. A leap second counts as the one before.</summary>
    public static DateTime? Make(int year, int month, int day, ReadOnlySpan<byte> clock, long fraction)
    {
        if (clock.Length != 8 || clock[2] != ':' || clock[5] != ':') return null;
        return Make(year, month, day, Number(clock[..2]), Number(clock[3..5]), Number(clock[6..8]), fraction);
    }

    public static DateTime? Make(int year, int month, int day, int hour, int minute, int second, long fraction)
    {
        if (year is < 1980 or > 2100 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 60) return null;
        return new DateTime(year, month, day, hour, minute, Math.Min(second, 59)).AddTicks(fraction);
    }

    /// <summary>Digits only; -1 for anything else.</summary>
    public static int Number(ReadOnlySpan<byte> digits)
    {
        if (digits.IsEmpty || digits.Length > 9) return -1;
        var number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9') return -1;
            number = (number * 10) + digit - '0';
        }
        return number;
    }

    /// <summary>By its English short name; 0 for none.</summary>
    public static int Month(ReadOnlySpan<byte> name)
    {
        if (name.Length != 3) return 0;
        var at = "janfebmaraprmayjunjulaugsepoctnovdec"u8.IndexOf([(byte)(name[0] | 0x20), (byte)(name[1] | 0x20), (byte)(name[2] | 0x20)]);
        return at >= 0 && at % 3 == 0 ? (at / 3) + 1 : 0;
    }

    private (int Year, bool Guessed) YearOf(int month, int day)
    {
        // A log that goes on past New Year's Eve; months that go back a little are lines out of order.
        if (_year > 0) return (_month - month >= 6 ? _year + 1 : month - _month >= 6 ? _year - 1 : _year, false);
        if (year is { } given) return (given, false);
        var latest = Written + Ahead;
        var last = (latest.Month, latest.Day);
        return ((month, day).CompareTo(last) <= 0 ? latest.Year : latest.Year - 1, true);
    }

    private static DateTimeOffset Utc(DateTime local, int minutes) =>
        new(Math.Clamp(local.Ticks - (minutes * TimeSpan.TicksPerMinute), 0, DateTime.MaxValue.Ticks), TimeSpan.Zero);

    /// <summary>"Z", "GMT", "+0100", "-07:00", "+01" in minutes; null for anything else.</summary>
    private static int? Offset(ReadOnlySpan<byte> text)
    {
        if (text.SequenceEqual("Z"u8) || text.SequenceEqual("GMT"u8)) return 0;
        if (text.Length < 3 || text[0] is not ((byte)'+' or (byte)'-')) return null;
        var hours = Number(text[1..3]);
        var rest = text[3..];
        if (rest is [(byte)':', ..]) rest = rest[1..];
        var minutes = rest.IsEmpty ? 0 : rest.Length == 2 ? Number(rest) : -1;
        if (hours is < 0 or > 18 || minutes is < 0 or > 59) return null;
        return (text[0] == '-' ? -1 : 1) * ((hours * 60) + minutes);
    }

    private static (long Ticks, int End) Fraction(ReadOnlySpan<byte> text, int start)
    {
        long ticks = 0, unit = TimeSpan.TicksPerSecond;
        var at = start;
        for (; at < text.Length && text[at] is >= (byte)'0' and <= (byte)'9'; at++) ticks += (text[at] - '0') * (unit /= 10);
        return (ticks, at);
    }
}
