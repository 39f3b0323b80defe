using Serjeant.Judgement;
using Serjeant.Signals;

namespace Serjeant.Outbound;

/// <summary>
/// Goes through what one mailbox or server sent, day by day, and measures every day and every seven days by those before them. Days that were
/// unusual are not learned: a break-in that lasts does not become a habit.
/// </summary>
internal sealed class UnitWatch(OwnUnit unit, WindowSignals signals, Func<IEnumerable<Signal>, Assessment> assess, double[] houseHours, Func<SentMail, int> hour, OutboundWeeks weeks, int houseBegan)
{
    /// <summary>Less past than this says nothing of what is usual.</summary>
    private const int EnoughDays = 28, EnoughMails = 20;

    /// <summary>A longer silence is passed over: it teaches no more.</summary>
    private const int LongSilence = 60;

    /// <summary>A server that never let such mail out has a past too: the house's.</summary>
    private readonly bool _isServer = unit.IsServer;

    private readonly SortedDictionary<int, List<SentMail>> _days = [];
    private readonly Dictionary<int, int> _returned = [];
    private readonly HashSet<int> _flagged = [];

    /// <param name="day">The day of a moment (UTC ticks) by the house's clock; days begin at six, so that a night is one.</param>
    public IEnumerable<UnusualDays> Find(Func<long, int> day)
    {
        foreach (var mail in unit.Sent)
        {
            var index = day(mail.Ticks);
            if (!_days.TryGetValue(index, out var mails)) _days[index] = mails = [];
            mails.Add(mail);
        }
        foreach (var ticks in unit.Returned) _returned[day(ticks)] = _returned.GetValueOrDefault(day(ticks)) + 1;
        return Pass(1, "day").Concat(Pass(7, "week"));
    }

    private List<UnusualDays> Pass(int length, string period)
    {
        var found = new List<UnusualDays>();
        var habits = new Habits(houseHours);
        var first = First;
        int next = first, before = first, silence = 0;
        foreach (var (today, _) in _days)
        {
            silence += Math.Max(0, today - before - LongSilence);
            for (; next <= today - length; next++)
            {
                // What lies in the midst of a long silence is all the same.
                if (next > before + LongSilence && next < today - LongSilence) next = today - LongSilence;
                Learn(habits, next, length);
            }
            before = today;
            var enoughDays = today - length + 1 - first - silence >= EnoughDays;
            if (!enoughDays || habits.Learned < (_isServer ? 0 : EnoughMails)) continue;
            var window = Window(today, length);
            var unusual = new HashSet<SentMail>();
            var deviations = signals.Find(unit, window, habits, period, unusual);
            if (deviations.Count == 0) continue;
            var context = weeks.Tell(unit, window).ToList();
            var assessment = assess(deviations.Concat(context).Select(d => new Signal(d.Code, d.Evidence)));
            if (assessment.Finding == Finding.Ordinary) continue;
            for (var flagged = today - length + 1; flagged <= today; flagged++) _flagged.Add(flagged);
            found.Add(new(today - length + 1, today, assessment, [.. deviations, .. context], unusual, habits.Learned));
        }
        return found;
    }

    private void Learn(Habits habits, int day, int length)
    {
        if (_flagged.Contains(day)) return;
        foreach (var mail in _days.GetValueOrDefault(day) ?? []) habits.Learn(mail, hour(mail));
        for (var past = day - length + 1; past <= day; past++)
            if (_flagged.Contains(past)) return;
        if (day - length + 1 >= First) habits.Learn(Window(day, length));
    }

    private int First => _isServer ? Math.Min(houseBegan, _days.Keys.First()) : _days.Keys.First();

    private SentWindow Window(int last, int length)
    {
        var mails = length == 1 ? _days.GetValueOrDefault(last) ?? [] : [];
        var returned = 0;
        for (var day = last - length + 1; day <= last; day++)
        {
            if (length > 1 && _days.TryGetValue(day, out var sent)) mails.AddRange(sent);
            returned += _returned.GetValueOrDefault(day);
        }
        // Mail comes back on the day after, when the mailbox may rest.
        return new(mails, returned + (length == 1 ? _returned.GetValueOrDefault(last + 1) : 0));
    }
}

/// <summary>Days of one mailbox or server that are unusual together.</summary>
internal sealed record UnusualDays(int First, int Last, Assessment Assessment, IReadOnlyList<Deviation> Deviations, HashSet<SentMail> Mails, int Past);
