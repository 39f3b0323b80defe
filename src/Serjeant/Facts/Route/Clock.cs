using System.Globalization;
using System.Text;
using MimeKit.Utils;

namespace Serjeant.Facts.Route;

/// <summary>The time at the end of a Received field, in RFC 5322 form or in what some hosts write instead.</summary>
internal static class Clock
{
    private static readonly string[] Days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    public static DateTimeOffset? Read(byte[] raw)
    {
        if (raw is null) return null;
        var length = Math.Min(raw.Length, 4 * FieldText.MostCharacters);
        var semicolon = raw.AsSpan(0, length).LastIndexOf((byte)';');
        if (semicolon >= 0 && Parse(raw, semicolon + 1, length) is { } clock) return clock;
        var comma = WeekdayComma(raw.AsSpan(0, length));
        if (comma >= 0 && Parse(raw, comma - 3, length) is { } weekday) return weekday;
        return Iso(raw.AsSpan(0, length));
    }

    private static DateTimeOffset? Parse(byte[] raw, int start, int end)
    {
        try
        {
            // Years outside belong to broken clocks and to attacks; no mail is older than the field.
            return DateUtils.TryParse(raw, start, end - start, out var date) && date.Year is >= 1980 and <= 2100 ? date : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The last comma behind a weekday: where a date begins although no semicolon says so.</summary>
    private static int WeekdayComma(ReadOnlySpan<byte> raw)
    {
        for (var i = raw.LastIndexOf((byte)','); i >= 3; i = raw[..i].LastIndexOf((byte)','))
            foreach (var day in Days)
                if (Ascii.EqualsIgnoreCase(raw[(i - 3)..i], day)) return i;
        return -1;
    }

    /// <summary>2023-01-25 11:00:42.139889295 +0000 UTC: programs written in Go.</summary>
    private static DateTimeOffset? Iso(ReadOnlySpan<byte> raw)
    {
        for (var i = 0; i + 19 <= raw.Length; i++)
        {
            if (raw[i] is not ((byte)'1' or (byte)'2') || raw[i + 4] != '-' || raw[i + 7] != '-' || raw[i + 13] != ':' || raw[i + 16] != ':') continue;
            Span<char> text = stackalloc char[19];
            if (Ascii.ToUtf16(raw.Slice(i, 19), text, out _) != System.Buffers.OperationStatus.Done) return null;
            text[10] = ' ';
            return DateTimeOffset.TryParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
                && date.Year is >= 1980 and <= 2100 ? date : null;
        }
        return null;
    }
}
