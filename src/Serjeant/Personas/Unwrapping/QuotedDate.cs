using System.Globalization;
using MimeKit.Utils;
using Serjeant.Values;

namespace Serjeant.Personas.Unwrapping;

/// <summary>Reads dates as mail programs of many languages write them into a forward. Without a zone the time is taken for UTC.</summary>
internal static class QuotedDate
{
    private const int Longest = 100;

    // First letters, folded, by month; the longer stands before the shorter that it begins with.
    private static readonly (string Letters, int Month)[] Months =
    [
        ("januar", 1), ("janv", 1), ("jan", 1), ("gen", 1), ("ene", 1), ("sty", 1), ("feb", 2), ("fev", 2), ("fév", 2), ("lut", 2), ("mar", 3), ("mrt", 3), ("maa", 3), ("apr", 4), ("avr", 4), ("abr", 4), ("kwi", 4),
        ("mai", 5), ("may", 5), ("maj", 5), ("mei", 5), ("mag", 5), ("jun", 6), ("juin", 6), ("giu", 6), ("cze", 6), ("juil", 7), ("jul", 7), ("lug", 7), ("lip", 7), ("aug", 8), ("aou", 8), ("ago", 8), ("sie", 8),
        ("sep", 9), ("set", 9), ("wrz", 9), ("okt", 10), ("oct", 10), ("ott", 10), ("out", 10), ("paz", 10), ("nov", 11), ("lis", 11), ("dec", 12), ("dez", 12), ("dic", 12), ("des", 12), ("gru", 12),
        ("led", 1), ("uno", 2), ("bre", 3), ("dub", 4), ("kve", 5), ("cervence", 7), ("cerv", 6), ("srp", 8), ("zar", 9), ("rij", 10), ("list", 11), ("pros", 12),
        ("янв", 1), ("січ", 1), ("фев", 2), ("лют", 2), ("мар", 3), ("бер", 3), ("апр", 4), ("кві", 4), ("мая", 5), ("маи", 5), ("тра", 5), ("июн", 6), ("июл", 7), ("авг", 8), ("сер", 8), ("сен", 9), ("вер", 9), ("окт", 10), ("жов", 10), ("ноя", 11), ("дек", 12), ("гру", 12),
    ];

    public static DateTimeOffset? Read(string text)
    {
        if (text.Length is 0 or > Longest) return null;
        // RFC 5322 names a weekday in three letters or begins with the day; DateUtils takes much for a date, so only where a zone stands.
        if (text.IndexOfAny(['+', '-']) > 8 && DateUtils.TryParse(text, out var date)) return date;
        var words = Folding.Fold(text).Split([' ', ',', '.', '/', '\u00a0', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        int year = 0, month = 0, day = 0, second = 0, hour = -1, minute = 0;
        var afternoon = 0;
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (word is "pm" or "am") afternoon = word == "pm" ? 1 : 2;
            else if (word.Contains(':', StringComparison.Ordinal)) TryTime(word, ref hour, ref minute);
            else if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                if (number is >= 1970 and <= 2200) year = number;
                else if (day == 0 && number is >= 1 and <= 31) day = number;
                else if (second == 0 && number is >= 1 and <= 31) second = number;
            }
            else if (word.Length == 10 && word[4] == '-' && DateTime.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso))
                (year, month, day) = (iso.Year, iso.Month, iso.Day);
            else if (month == 0) month = MonthOf(word);
        }
        // 02/03/2026: Europe writes the day first.
        if (month == 0) month = second;
        if (year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month)) return null;
        if (hour is >= 1 and < 12 && afternoon == 1) hour += 12;
        return new(year, month, day, Math.Clamp(hour, 0, 23), minute, 0, TimeSpan.Zero);
    }

    private static void TryTime(string word, ref int hour, ref int minute)
    {
        var parts = word.Split(':');
        if (hour < 0 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var h) && h < 24
            && int.TryParse(parts[1].AsSpan(0, Math.Min(2, parts[1].Length)), NumberStyles.None, CultureInfo.InvariantCulture, out var m) && m < 60) (hour, minute) = (h, m);
    }

    private static int MonthOf(string word)
    {
        foreach (var (letters, month) in Months)
            // Weekdays begin like months in places: "mar" is Tuesday in French as well, "mardi" and "martes" are spelt out there.
            if (word.StartsWith(letters, StringComparison.Ordinal) && word is not ("mardi" or "martes" or "marti" or "martedi" or "maandag" or "lordag" or "mandag" or "mar" or "set")) return month;
        return word is "mar" or "set" ? word == "mar" ? 3 : 9 : 0;
    }
}
