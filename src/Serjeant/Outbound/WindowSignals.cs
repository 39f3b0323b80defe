using System.Globalization;

namespace Serjeant.Outbound;

/// <summary>What is unusual about a window of days, measured by the past of the same mailbox or server.</summary>
/// <param name="shapes">All shapes of the house.</param>
/// <param name="allowed">How likely a rise by chance may be: a false alarm of one signal in a hundred houses, over all windows looked at.</param>
/// <param name="hour">The hour of a message by the house's clock, and by that of the program that wrote it.</param>
internal sealed class WindowSignals(ShapeList shapes, double allowed, Func<SentMail, (int House, int Own)> hour)
{
    private const int FewStrangers = 5, FloodStrangers = 30, FewAtNight = 3, FewOfShape = 5, FewCopies = 8, FewReturned = 4, FewHostile = 3, FewUnknown = 5;

    /// <summary>A shape that so many mailboxes use is the house's own: everybody moved to a new server or program.</summary>
    private const int ManyUsers = 3;

    /// <summary>A count must also pass the largest known by half: people have larger days than their past shows.</summary>
    private const double Beyond = 1.5;

    private const double FarBelow = 1e-4;

    /// <summary>Any list of addresses has some that are gone.</summary>
    private const double MuchReturned = 0.1;

    /// <summary>Finds deviations, and adds the messages that show them to <paramref name="unusual"/>.</summary>
    public IReadOnlyList<Deviation> Find(OwnUnit unit, SentWindow window, Habits habits, string period, HashSet<SentMail> unusual)
    {
        var found = new List<Deviation>();
        Strangers(window, habits, period, found, unusual);
        Hours(window, habits, found, unusual);
        Shapes(window, found, unusual);
        OneText(window, habits, period, found, unusual);
        if (window.Returned >= FewReturned && window.Returned >= MuchReturned * window.Mails.Count && Rises(habits.Returned, window.Returned))
            found.Add(new("outbound.bounces", Text($"{window.Returned} of its messages came back in one {period}"), habits.Returned.Tell(period)));
        Hostile(window, habits, found, unusual);
        if (unit.IsServer && window.Mails.Count >= FewUnknown && Rises(habits.Messages, window.Mails.Count))
        {
            found.Add(new("outbound.no-known-user", Text($"{window.Mails.Count} messages in one {period}"), habits.Messages.Tell(period)));
            unusual.UnionWith(window.Mails);
        }
        return found;
    }

    private void Strangers(SentWindow window, Habits habits, string period, List<Deviation> found, HashSet<SentMail> unusual)
    {
        if (window.Strangers < FewStrangers || !Rises(habits.Strangers, window.Strangers)) return;
        var flood = window.Strangers >= FloodStrangers && habits.Strangers.Chance(window.Strangers) < allowed * FarBelow;
        found.Add(new(flood ? "outbound.flood" : "outbound.strangers",
            Text($"{window.Strangers} letters in one {period} to people with whom nobody here has written"), habits.Strangers.Tell(period)));
        unusual.UnionWith(window.Mails.Where(m => m.Strangers > 0));
    }

    private void Hours(SentWindow window, Habits habits, List<Deviation> found, HashSet<SentMail> unusual)
    {
        // Who travels sends at night here and by day there: only what is night by both clocks counts.
        var atNight = window.Mails.Where(m => hour(m) is var (house, own) && habits.Hours.IsUnusual(house) && habits.Hours.IsUnusual(own)).ToList();
        if (atNight.Count < FewAtNight || Tails.Binomial(atNight.Count, window.Mails.Count, habits.Hours.Unusual) > allowed) return;
        var hours = atNight.Select(m => hour(m).House).Distinct().Order();
        found.Add(new("outbound.hours", Text($"{atNight.Count} of {window.Mails.Count} messages at hours when it never sends ({string.Join(", ", hours)} o'clock)"), habits.Hours.Tell()));
        unusual.UnionWith(atNight);
    }

    private void Shapes(SentWindow window, List<Deviation> found, HashSet<SentMail> unusual)
    {
        var fresh = window.Mails.SelectMany(m => m.Shapes).Where(s => shapes.FirstSeen(s) >= window.Start && shapes.Users(s) < ManyUsers)
            .GroupBy(s => s).Where(s => s.Count() >= FewOfShape).OrderByDescending(s => s.Count()).ThenBy(s => s.Key).ToList();
        if (fresh.Count == 0) return;
        var names = string.Join("; ", fresh.Select(s => shapes.Name(s.Key)).Distinct(StringComparer.Ordinal).Take(3));
        found.Add(new("outbound.shape", Text($"{fresh[0].Count()} messages share what no mail of this house had before: {names}"), "other programs and forms"));
        unusual.UnionWith(window.Mails.Where(m => m.Shapes.Contains(fresh[0].Key)));
    }

    private static void OneText(SentWindow window, Habits habits, string period, List<Deviation> found, HashSet<SentMail> unusual)
    {
        var (text, reached) = window.OneText;
        if (reached < FewCopies || reached <= habits.OneText.Largest * Beyond) return;
        found.Add(new("outbound.same-text", Text($"one text to {reached} recipients in one {period}"), Text($"at most {habits.OneText.Largest}")));
        unusual.UnionWith(window.Mails.Where(m => m.Texts.Contains(text)));
    }

    private void Hostile(SentWindow window, Habits habits, List<Deviation> found, HashSet<SentMail> unusual)
    {
        var hostile = window.Mails.Where(m => m.LooksHostile).ToList();
        if (hostile.Count < FewHostile || Tails.Binomial(hostile.Count, window.Mails.Count, (habits.LookedHostile + 0.5) / (habits.Learned + 1)) > allowed) return;
        found.Add(new("outbound.hostile-look", Text($"{hostile.Count} of {window.Mails.Count} messages would be suspect if they came from outside"),
            Text($"{habits.LookedHostile} of {habits.Learned}")));
        unusual.UnionWith(hostile);
    }

    private bool Rises(CountHabit habit, int count) => count > habit.Largest * Beyond && habit.Chance(count) < allowed;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
