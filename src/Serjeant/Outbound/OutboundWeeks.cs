using System.Globalization;

namespace Serjeant.Outbound;

/// <summary>What speaks for an ordinary cause: weeks in which many mailboxes write to strangers at once, and mail that says it is a mailing.</summary>
internal sealed class OutboundWeeks
{
    private const int FewStrangers = 5, FewRisen = 3;
    private const double Rise = 3, ManyRisen = 0.2;

    private readonly Dictionary<long, (int Risen, int Active)> _weeks = [];
    private readonly HashSet<Serjeant.Values.Sha256> _declared;

    /// <param name="units">All mailboxes.</param>
    /// <param name="declared">Messages that say of themselves that they are one of many.</param>
    public OutboundWeeks(IEnumerable<OwnUnit> units, HashSet<Serjeant.Values.Sha256> declared)
    {
        _declared = declared;
        foreach (var unit in units)
        {
            if (unit.IsServer) continue;
            var weeks = unit.Sent.GroupBy(m => Week(m.Ticks)).ToDictionary(w => w.Key, w => w.Sum(m => m.Strangers));
            var all = weeks.Values.Sum();
            foreach (var (week, strangers) in weeks)
            {
                var usual = weeks.Count < 2 ? 0 : (all - strangers) / (weeks.Count - 1.0);
                var (risen, active) = _weeks.GetValueOrDefault(week);
                _weeks[week] = (risen + (strangers >= FewStrangers && strangers > Rise * usual ? 1 : 0), active + 1);
            }
        }
    }

    public IEnumerable<Deviation> Tell(OwnUnit unit, SentWindow window)
    {
        var (risen, active) = ((long[])[Week(window.Start), Week(window.Mails[^1].Ticks)]).Select(w => _weeks.GetValueOrDefault(w)).MaxBy(w => w.Risen);
        if (!unit.IsServer && risen >= FewRisen && risen >= ManyRisen * active)
            yield return new("outbound.house-wide", Text($"{risen} of {active} mailboxes wrote to more strangers than usual in that week"), "few at once");
        var declared = window.Mails.Count(m => _declared.Contains(m.Id));
        if (declared * 2 > window.Mails.Count)
            yield return new("outbound.declared-mailing", Text($"{declared} of {window.Mails.Count} messages"), "letters");
    }

    private static long Week(long ticks) => ticks / (TimeSpan.TicksPerDay * 7);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
