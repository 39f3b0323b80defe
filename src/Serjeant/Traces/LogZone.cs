using System.Globalization;

namespace Serjeant.Traces;

/// <summary>Reads the name of a time zone: "Europe/London", "UTC", or an offset such as "+02:00".</summary>
public static class LogZone
{
    /// <returns>False where this machine knows no such zone.</returns>
    public static bool TryParse(string text, out TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(text);
        zone = TimeZoneInfo.Utc;
        if (text is "UTC" or "Z" or "") return true;
        if (text[0] is '+' or '-')
        {
            if (!TimeSpan.TryParseExact(text.AsSpan(1), ["hh\\:mm", "hhmm", "hh"], CultureInfo.InvariantCulture, out var offset) || offset > TimeSpan.FromHours(14)) return false;
            zone = TimeZoneInfo.CreateCustomTimeZone(text, text[0] == '-' ? -offset : offset, text, text);
            return true;
        }
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(text, out var found)) return false;
        zone = found;
        return true;
    }
}
