using System.Text;
using Serjeant.Traces;
using Xunit;

namespace Serjeant.Tests.Traces;

/// <summary>Times that a log does not say whole: zones, years, the order of day and month.</summary>
public sealed class LogClockTests
{
    [Theory]
    [InlineData("UTC", "2026-07-01 12:00:00Z")]
    [InlineData("Europe/Berlin", "2026-07-01 10:00:00Z")]
    [InlineData("+02:00", "2026-07-01 10:00:00Z")]
    [InlineData("-0330", "2026-07-01 15:30:00Z")]
    public void A_clock_without_a_zone_stands_in_the_one_given(string zone, string expected)
    {
        Assert.True(LogZone.TryParse(zone, out var known));
        Assert.Equal(expected, Only("01-Jul-2026 12:00:00.000 queries: info: client 192.0.2.1#1 (a.example): query: a.example IN A +\n", new() { Zone = known, Written = LogSamples.Written }));
    }

    [Theory]
    [InlineData("Nowhere/Else")]
    [InlineData("+99:00")]
    [InlineData("+x")]
    public void What_is_no_zone_is_refused(string zone) => Assert.False(LogZone.TryParse(zone, out _));

    [Fact]
    public void A_summer_zone_counts_by_the_day_of_the_line()
    {
        Assert.True(LogZone.TryParse("Europe/Berlin", out var berlin));
        Assert.Equal("2026-01-01 11:00:00Z", Only("01-Jan-2026 12:00:00.000 queries: info: client 192.0.2.1#1 (a.example): query: a.example IN A +\n", new() { Zone = berlin, Written = LogSamples.Written }));
    }

    [Theory]
    [InlineData("2026-11-23", "Nov 22", "2026-11-22 04:00:00Z")]
    [InlineData("2026-11-23", "Nov 24", "2026-11-24 04:00:00Z")] // a clock ahead of the file's
    [InlineData("2026-11-23", "Nov 26", "2025-11-26 04:00:00Z")]
    [InlineData("2026-11-23", "Dec 30", "2025-12-30 04:00:00Z")]
    [InlineData("2027-01-02", "Dec 30", "2026-12-30 04:00:00Z")]
    public void A_line_without_a_year_is_of_the_latest_before_the_files_last_change(string written, string day, string expected) =>
        Assert.Equal(expected, Only($"{day} 04:00:00 dnsmasq[1]: query[A] a.example from 192.0.2.1\n", new() { Written = DateTimeOffset.Parse(written + "T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture) }));

    [Fact]
    public void A_log_without_years_goes_on_into_the_next()
    {
        var times = Read("Dec 31 23:59:59 dnsmasq[1]: query[A] a.example from 192.0.2.1\nJan  1 00:00:00 dnsmasq[1]: query[A] a.example from 192.0.2.1\nDec 31 23:59:59 dnsmasq[1]: query[A] a.example from 192.0.2.1\nJan  1 00:00:01 dnsmasq[1]: query[A] a.example from 192.0.2.1\n", new() { Year = 2024 });
        Assert.Equal(["2024-12-31 23:59:59Z", "2025-01-01 00:00:00Z", "2024-12-31 23:59:59Z", "2025-01-01 00:00:01Z"], times);
    }

    [Theory]
    [InlineData("05/03/2026 06/03/2026 13/03/2026", "2026-03-05")] // a thirteenth month there is not
    [InlineData("03/05/2026 03/06/2026 03/13/2026", "2026-03-05")]
    [InlineData("30.12.2025 05.01.2026 06.01.2026", "2025-12-30")]
    [InlineData("01/11/2026 02/11/2026 03/11/2026", "2026-11-01")] // days one after the other, not months
    [InlineData("11/01/2026 11/02/2026 11/03/2026", "2026-11-01")]
    [InlineData("11/10/2026", "2026-11-10")] // the nearest before the file's last change
    [InlineData("10/11/2026", "2026-11-10")]
    [InlineData("2026-11-10", "2026-11-10")]
    public void Day_and_month_are_told_apart_by_the_whole_file(string days, string first)
    {
        var text = string.Concat(days.Split(' ').Select(d => $"{d} 4:20:06 0E58 PACKET  UDP Rcv 192.0.2.17 0b9c   Q [0001   D   NOERROR] A (7)example(0)\r\n"));
        Assert.StartsWith(first, Read(text, new() { Written = LogSamples.Written })[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12:00:01 AM", "00:00:01")]
    [InlineData("12:00:01 PM", "12:00:01")]
    [InlineData("1:02:03 p.m.", "13:02:03")]
    [InlineData("13.02.03", "13:02:03")]
    [InlineData("1:02:03 下午", "13:02:03")]
    public void Halves_of_the_day_are_read(string time, string expected) =>
        Assert.Equal($"2026-11-16 {expected}Z", Only($"16/11/2026 {time} 0E58 PACKET  UDP Rcv 192.0.2.17 0b9c   Q [0001   D   NOERROR] A (7)example(0)\r\n", new() { Written = LogSamples.Written }));

    private static string Only(string text, LogReaderOptions options) => Assert.Single(Read(text, options));

    private static List<string> Read(string text, LogReaderOptions options)
    {
        var times = new List<string>();
        new LogReader(options).Read("a.log", () => new MemoryStream(Encoding.UTF8.GetBytes(text)), e => times.Add($"{e.Time:u}"), CancellationToken.None);
        return times;
    }
}
