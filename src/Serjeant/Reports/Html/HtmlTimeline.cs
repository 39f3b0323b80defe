using System.Globalization;

namespace Serjeant.Reports.Html;

/// <summary>
/// Messages over time: all accounts together, then a lane for each account, on one scale. Drawn in per cent of the width, so that
/// letters keep their size on a phone.
/// </summary>
internal static class HtmlTimeline
{
    private const int Buckets = 110, Fewest = 21, Lanes = 14, Far = 5 * 366;
    private const double LaneHeight = 28, AllHeight = 48;

    /// <returns>Whether there was enough to draw: at least two days.</returns>
    public static bool Write(HtmlOutput html, CampaignDigest digest)
    {
        var near = Near(digest);
        if (near.Count < 2) return false;
        var first = near.Min(k => k.Day);
        var span = near.Max(k => k.Day) - first + 1;
        if (span < 2) return false;
        var step = span <= Buckets ? 1 : span <= 7 * Buckets ? 7 : 7 * (int)Math.Ceiling(span / (7.0 * Buckets));
        var count = Math.Max(Fewest, (span + step - 1) / step);
        var lanes = Gather(digest, near, first, step, count);
        var all = new int[count];
        foreach (var lane in lanes)
            for (var i = 0; i < count; i++) all[i] += lane.Counts[i];
        var ticks = Months(first, count * step);
        var unit = step == 1 ? "per day" : step == 7 ? "per week" : $"in {step / 7} weeks";
        var far = digest.ByDay.Values.Sum() - all.Sum();
        html.Write($"""
            <figure class="timeline">
            <figcaption><h4>When, and from which account</h4>
            <p>Messages {unit}: at most {all.Max()}. One lane for each account; bars of all lanes have the same scale.
            {(far == 0 ? "" : $"Not drawn: {Wording.Count(far, "message", "messages")} with a date many years off.")}</p></figcaption>
            <div class="lane"><span class="who">All accounts</span>
            """);
        Draw(html, all, all.Max(), AllHeight, ticks, Describe(all, first, step));
        html.Write($"""<span class="n">{all.Sum()}</span></div>""");
        var most = lanes.Max(l => l.Counts.Max());
        foreach (var lane in lanes)
        {
            html.Literal("""<div class="lane"><span class="who">""");
            WriteAccount(html, digest, lane.Sender, lane.Others);
            html.Literal("</span>");
            Draw(html, lane.Counts, most, LaneHeight, ticks, Describe(lane.Counts, first, step));
            html.Write($"""<span class="n">{lane.Counts.Sum()}</span></div>""");
        }
        html.Literal("""<div class="lane axis"><span class="who"></span><svg aria-hidden="true" height="16">""");
        foreach (var tick in ticks)
            html.Write($"""<text x="{tick.Place}%" y="12" class="{(tick.Minor ? "minor" : "major")}">{tick.Label}</text>""");
        html.Literal("</svg><span class=\"n\"></span></div></figure>\n");
        return true;
    }

    /// <summary>Number, address and persona of an account; the number is its column in the matrix.</summary>
    public static void WriteAccount(HtmlOutput html, CampaignDigest digest, int sender, int others)
    {
        if (sender == CampaignDigest.OtherSender)
        {
            html.Write($"{(others > 0 ? Wording.Count(others, "further account", "further accounts") : "Other accounts")}");
            return;
        }
        var address = digest.Campaign.Senders[sender];
        html.Write($"""<b class="no">{sender + 1}</b> <span>{(address.Length == 0 ? "no address" : address):80}""");
        if (digest.Names.TryGetValue(sender, out var name) && !string.Equals(name, address, StringComparison.OrdinalIgnoreCase))
            html.Write($"""<small>{name:60}</small>""");
        html.Literal("</span>");
    }

    /// <summary>Without dates far from the middle one: a single forged year would press all others into one bar.</summary>
    private static List<(int Sender, int Day, int Messages)> Near(CampaignDigest digest)
    {
        var days = digest.ByDay.Keys.Select(k => k.Day).Order().ToArray();
        var middle = days.Length == 0 ? 0 : days[days.Length / 2];
        return [.. digest.ByDay.Where(d => Math.Abs(d.Key.Day - middle) <= Far).Select(d => (d.Key.Sender, d.Key.Day, d.Value))];
    }

    private static List<(int Sender, int[] Counts, int Others)> Gather(CampaignDigest digest, List<(int Sender, int Day, int Messages)> near, int first, int step, int count)
    {
        var lanes = new Dictionary<int, int[]>();
        var senders = digest.Campaign.Senders.Length;
        foreach (var (sender, day, messages) in near)
        {
            var lane = sender < Lanes || senders == Lanes + 1 ? sender : CampaignDigest.OtherSender;
            if (!lanes.TryGetValue(lane, out var counts)) lanes[lane] = counts = new int[count];
            counts[(day - first) / step] += messages;
        }
        return [.. lanes.OrderBy(l => (uint)l.Key).Select(l => (l.Key, l.Value, Math.Max(0, senders - Lanes)))];
    }

    /// <summary>The bars in words, for those who hear the page: "9 messages between 4 and 10 January 2021".</summary>
    private static string Describe(int[] counts, int first, int step)
    {
        static DateTimeOffset At(int day) => new(DateOnly.FromDayNumber(Math.Min(day, DateOnly.MaxValue.DayNumber)), TimeOnly.MinValue, TimeSpan.Zero);
        var (from, to) = (Array.FindIndex(counts, c => c > 0), Array.FindLastIndex(counts, c => c > 0));
        return $"{Wording.Count(counts.Sum(), "message", "messages")} {Wording.Span(At(first + from * step), At(first + to * step + step - 1))}";
    }

    private static void Draw(HtmlOutput html, int[] counts, int most, double height, List<Tick> ticks, string description)
    {
        html.Write($"""<svg role="img" aria-label="{description}" height="{height}">""");
        foreach (var tick in ticks)
            if (tick.Place > 0)
                html.Write($"""<line class="grid" x1="{tick.Place}%" x2="{tick.Place}%" y1="0" y2="{height}"/>""");
        html.Write($"""<line class="base" x1="0" x2="100%" y1="{height - 0.5}" y2="{height - 0.5}"/>""");
        var width = 100.0 / counts.Length;
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] == 0) continue;
            var tall = Math.Max(2, (height - 3) * counts[i] / most);
            html.Write($"""<rect class="bar" x="{i * width + width * 0.1}%" y="{height - 1 - tall}" width="{width * 0.8}%" height="{tall}"/>""");
        }
        html.Literal("</svg>");
    }

    private readonly record struct Tick(double Place, string Label, bool Minor);

    private static List<Tick> Months(int first, int days)
    {
        var ticks = new List<Tick>();
        var start = DateOnly.FromDayNumber(first);
        var months = days / 30 + 1;
        var every = months <= 14 ? 1 : months <= 40 ? 3 : 12;
        var month = new DateOnly(start.Year, start.Month, 1);
        // The calendar ends with the year 9999, and so does the axis.
        for (var year = 0; month.DayNumber < first + days && month < DateOnly.MaxValue.AddMonths(-1); month = month.AddMonths(1))
        {
            if (month != new DateOnly(start.Year, start.Month, 1) && (month.Month - 1) % every != 0) continue;
            var place = Math.Max(0, 100.0 * (month.DayNumber - first) / days);
            // A label needs some room before the next one: the first gives way.
            if (ticks.Count == 1 && place < 9 && ticks[0].Place == 0) ticks.Clear();
            if (place > 94) break;
            var label = month.ToString(ticks.Count == 0 || month.Year != year ? "MMM yyyy" : "MMM", CultureInfo.InvariantCulture);
            year = month.Year;
            ticks.Add(new Tick(place, label, ticks.Count % 2 == 1));
        }
        return ticks;
    }
}
