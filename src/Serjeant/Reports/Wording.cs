using System.Globalization;
using Serjeant.Values;

namespace Serjeant.Reports;

/// <summary>Dates, numbers and likelihoods as every report writes them. Dates are those of UTC.</summary>
public static class Wording
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static string Date(DateTimeOffset at) => at.UtcDateTime.ToString("d MMMM yyyy", Plain);

    public static string ShortDate(DateTimeOffset? at) => at?.UtcDateTime.ToString("d MMM yyyy", Plain) ?? "no date";

    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", Plain);

    public static string ShortMoment(DateTimeOffset? at) => at?.UtcDateTime.ToString("d MMM yyyy HH:mm", Plain) ?? "no date";

    /// <summary>"on 4 January 2021", "between 4 January and 8 March 2021"; "" where neither is known.</summary>
    public static string Span(DateTimeOffset? first, DateTimeOffset? last)
    {
        if ((first ?? last) is not { } from) return "";
        var to = last ?? from;
        if (from.UtcDateTime.Date == to.UtcDateTime.Date) return $"on {Date(from)}";
        if (from.UtcDateTime.Year == to.UtcDateTime.Year && from.UtcDateTime.Month == to.UtcDateTime.Month)
            return $"between {from.UtcDateTime.Day} and {Date(to)}";
        var start = from.UtcDateTime.Year == to.UtcDateTime.Year ? from.UtcDateTime.ToString("d MMMM", Plain) : Date(from);
        return $"between {start} and {Date(to)}";
    }

    /// <summary>"1 message", "1,204 messages", with a space between that no line breaks at.</summary>
    public static string Count(long number, string one, string many) => $"{Number(number)}\u00A0{(number == 1 ? one : many)}";

    public static string Number(long number) => number.ToString("N0", Plain);

    /// <summary>A share in whole per cent, with "under 1 %" and "over 99 %" where rounding would say none or all.</summary>
    public static string Percent(double share)
    {
        if (!double.IsFinite(share)) return "an unknown share";
        if (share is > 0 and < 0.005) return "under 1\u00A0%";
        if (share is < 1 and > 0.995) return "over 99\u00A0%";
        return Math.Round(share * 100, MidpointRounding.AwayFromZero).ToString("0", Plain) + "\u00A0%";
    }

    /// <summary>A ratio to two digits: 0.24, 5.3, 58, 1,200.</summary>
    public static string Ratio(double ratio) => Figures.Ratio(ratio);

    /// <summary>A chance of error: 0.03, 0.0004, 1e-19.</summary>
    public static string Chance(double q) => Figures.Chance(q);

    /// <summary>Signed, one decimal, with a real minus sign.</summary>
    public static string Weight(double decibans) =>
        double.IsFinite(decibans) ? decibans.ToString("+0.0;\u22120.0;0.0", Plain) : "unknown";

    public static string Bytes(long bytes) =>
        bytes >= 1_000_000_000 ? (bytes / 1e9).ToString("0.0 'GB'", Plain)
        : bytes >= 1_000_000 ? (bytes / 1e6).ToString("0.0 'MB'", Plain)
        : bytes >= 1_000 ? (bytes / 1e3).ToString("0 'kB'", Plain)
        : Count(bytes, "byte", "bytes");

    public static string Duration(double seconds) =>
        !double.IsFinite(seconds) || seconds < 0 ? "an unknown time"
        : seconds >= 5400 ? (seconds / 3600).ToString("0.0 'hours'", Plain)
        : seconds >= 90 ? (seconds / 60).ToString("0 'minutes'", Plain)
        : seconds.ToString("0.0 'seconds'", Plain);

    /// <summary>The probability as a number: "97 %", "over 99.9 %".</summary>
    public static string Probability(double probability) =>
        !double.IsFinite(probability) ? "unknown"
        : probability > 0.999 ? "over 99.9\u00A0%"
        : probability < 0.001 ? "under 0.1\u00A0%"
        : probability > 0.99 || probability < 0.01 ? (probability * 100).ToString("0.0", Plain) + "\u00A0%"
        : (probability * 100).ToString("0", Plain) + "\u00A0%";

    /// <summary>
    /// The word of the probability yardstick (UK Professional Head of Intelligence Assessment). The yardstick has gaps between its
    /// bands; a number in a gap is called by both neighbours and never rounded into one.
    /// </summary>
    public static string Likelihood(double probability) => probability switch
    {
        >= 0.95 => "almost certain",
        > 0.90 => "between highly likely and almost certain",
        >= 0.80 => "highly likely",
        > 0.75 => "between likely and highly likely",
        >= 0.55 => "likely",
        >= 0.50 => "between a realistic possibility and likely",
        >= 0.40 => "a realistic possibility",
        > 0.35 => "between unlikely and a realistic possibility",
        >= 0.25 => "unlikely",
        > 0.20 => "between highly unlikely and unlikely",
        >= 0.10 => "highly unlikely",
        > 0.05 => "between a remote chance and highly unlikely",
        >= 0 => "a remote chance",
        _ => "of unknown likelihood",
    };
}
