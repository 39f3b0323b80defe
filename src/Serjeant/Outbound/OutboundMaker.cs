using System.Collections.Immutable;
using Serjeant.Campaigns;
using Serjeant.Facts;
using Serjeant.Judgement;
using Serjeant.Signals;
using Serjeant.Values;

namespace Serjeant.Outbound;

/// <summary>
/// Learns what each mailbox and server of ours usually sends, and finds days and weeks that are not like it. Built by one pass over all kept
/// mail <b>by date</b>; where there is little past, it is silent.
/// </summary>
/// <param name="house">Whose mail it is.</param>
/// <param name="judge">Weighs signals.</param>
public sealed class OutboundMaker(House house, Judge judge)
{
    /// <summary>Messages named in a finding.</summary>
    public const int MaximumMessages = 1_000;

    /// <summary>Who was first written to within so many days, and never wrote, is still a stranger.</summary>
    public const int FreshDays = 14;

    /// <summary>Own messages learned, some 150 bytes each; later ones are not looked at.</summary>
    private const int MaximumMails = 3_000_000;

    private const int NewDays = 28, GapDays = 3, DayBegins = 6;

    /// <summary>Rises by chance: one signal in so many houses.</summary>
    private const double FalseSignals = 0.01;

    private readonly Dictionary<string, OwnUnit> _units = new(StringComparer.Ordinal);
    private readonly HashSet<long> _known = [];
    private readonly HashSet<string> _mailers = new(StringComparer.Ordinal);
    private readonly HashSet<Sha256> _declared = [];
    private readonly ShapeList _shapes = new();
    private readonly HouseZone _zone = new();
    private bool _receives;
    private int _mails;

    /// <summary>Notes a message. What it was sent to must not yet be added to <paramref name="contacts"/>.</summary>
    public void Add(KeptMessage message, Contacts contacts)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(contacts);
        if (message.Date is not { } date || message.Channel != MessageChannel.Received) return;
        _zone.Add(date);
        foreach (var recipient in message.Recipients)
            if (Own(recipient) is { } mailbox) Receive(mailbox, message, date, contacts);
        if (message.Kind != MessageKind.Ordinary || message.DiscussionList || message.MailingService is not null || _mails == MaximumMails) return;
        var unit = message.LeftBy.Length > 0 ? Unit(message.LeftBy, isServer: true) : message.Outbound ? Own(message.From) : null;
        // The author's copy and the journal's are one message.
        if (unit is null || (message.MessageId.Length > 0 && !_known.Add(Contacts.Hash(message.MessageId)))) return;
        if (message.Bulk)
        {
            _declared.Add(message.Id);
            // Who began with mailings, and who has sent them for long, is a mailing.
            if (unit.Sent.Count == 0) _mailers.Add(unit.Name);
            if (_mailers.Contains(unit.Name)) return;
        }
        var shapes = _shapes.Add(message, unit.Name, date.UtcTicks);
        unit.Sent.Add(new(message.Id, date.UtcTicks, (short)date.Offset.TotalMinutes, message.Recipients.Length, Strangers(message, date, contacts), shapes,
            ShapeList.Texts(message.Traits), judge.Assess(message.Signals).Finding != Finding.Ordinary));
        _mails++;
    }

    /// <summary>What is unusual, the heaviest first.</summary>
    public ImmutableArray<OutboundFinding> Make(CancellationToken cancellation)
    {
        var units = _units.Values.Where(u => u.Sent.Count > 0).Concat(Unknown()).OrderBy(u => u.Name, StringComparer.Ordinal).ToList();
        if (units.Count == 0) return [];
        var hours = new double[24];
        foreach (var unit in units)
            foreach (var mail in unit.Sent) hours[Hour(mail).House]++;
        var all = hours.Sum();
        // The house's hours too are smoothed, since its clock may be an hour off in a part of the mail.
        double[] shares = [.. Enumerable.Range(0, 24).Select(h => ((hours[h] / 2) + (hours[(h + 1) % 24] / 4) + (hours[(h + 23) % 24] / 4)) / all)];
        var began = units.Min(u => Day(u.Sent[0].Ticks));
        var weeks = new OutboundWeeks(units, _declared);
        var findings = new List<OutboundFinding>();
        foreach (var unit in units)
        {
            cancellation.ThrowIfCancellationRequested();
            var active = unit.Sent.Select(m => Day(m.Ticks)).Distinct().Count();
            var signals = new WindowSignals(_shapes, FalseSignals / (units.Count * (double)active), Hour);
            var watch = new UnitWatch(unit, signals, judge.AssessOutbound, shares, m => Hour(m).House, weeks, began);
            findings.AddRange(Join(unit, watch.Find(Day)));
        }
        return [.. findings.OrderByDescending(f => f.Assessment.Total.Value).ThenBy(f => f.Unit, StringComparer.Ordinal).ThenBy(f => f.Since)];
    }

    private void Receive(OwnUnit mailbox, KeptMessage message, DateTimeOffset date, Contacts contacts)
    {
        mailbox.FirstReceived = Math.Min(mailbox.FirstReceived, date.UtcTicks);
        _receives |= !message.Outbound;
        if (message.Kind != MessageKind.Bounce) return;
        // What answers mail that we did not send is somebody else's doing: a forged sender.
        if (message.Answers.IsEmpty || contacts.Sent(message.Answers)) mailbox.Returned.Add(date.UtcTicks);
    }

    /// <summary>The mailbox of an address of our house; null for others'.</summary>
    private OwnUnit? Own(string address) =>
        EmailAddress.TryParse(address, out var parsed) && house.Roster.IsOwn(parsed.Domain) ? Unit(parsed.Key, isServer: false, house.Roster.IndexOf(parsed) >= 0) : null;

    private OwnUnit Unit(string name, bool isServer, bool onRoster = false)
    {
        if (!_units.TryGetValue(name, out var unit)) _units[name] = unit = new(name, isServer) { OnRoster = onRoster };
        return unit;
    }

    private int Strangers(KeptMessage message, DateTimeOffset date, Contacts contacts)
    {
        var strangers = 0;
        foreach (var recipient in message.Recipients)
        {
            if (!EmailAddress.TryParse(recipient, out var address) || house.Roster.IsOwn(address.Domain) || house.Roster.IndexOf(address) >= 0) continue;
            // By address alone: who shares a provider shares nothing, and no list knows all providers.
            if (contacts.FirstFrom(recipient) is not null) continue;
            if (contacts.FirstWrittenTo(recipient) is not { } first || first > date.AddDays(-FreshDays)) strangers++;
        }
        return strangers;
    }

    /// <summary>Addresses of ours that nobody is known to use: off the roster, never written to, and new; one that goes on for weeks is in use. All of one domain are one.</summary>
    private IEnumerable<OwnUnit> Unknown()
    {
        if (!_receives) yield break; // without the mail that comes in, nobody is ever written to
        var byDomain = new SortedDictionary<string, List<SentMail>>(StringComparer.Ordinal);
        foreach (var unit in _units.Values)
        {
            if (unit.IsServer || unit.OnRoster || unit.Sent.Count == 0 || unit.FirstReceived <= unit.Sent[0].Ticks) continue;
            if (unit.Sent[^1].Ticks >= unit.Sent[0].Ticks + (NewDays * TimeSpan.TicksPerDay)) continue;
            var domain = unit.Name[(unit.Name.LastIndexOf('@') + 1)..];
            if (!byDomain.TryGetValue(domain, out var mails)) byDomain[domain] = mails = [];
            mails.AddRange(unit.Sent);
        }
        foreach (var (domain, mails) in byDomain)
        {
            var unit = new OwnUnit($"{domain} (addresses that nobody is known to use)", isServer: true);
            unit.Sent.AddRange(mails.OrderBy(m => m.Ticks).ThenBy(m => m.Id));
            yield return unit;
        }
    }

    private (int House, int Own) Hour(SentMail mail) => (Hour(mail.Ticks, _zone.At(mail.Ticks)), Hour(mail.Ticks, mail.OffsetMinutes));

    private static int Hour(long ticks, int minutes) => (int)((((ticks + (minutes * TimeSpan.TicksPerMinute)) / TimeSpan.TicksPerHour) + 24) % 24);

    private int Day(long ticks) => (int)((ticks + (_zone.At(ticks) * TimeSpan.TicksPerMinute) - (DayBegins * TimeSpan.TicksPerHour)) / TimeSpan.TicksPerDay);

    /// <summary>Unusual days that follow each other are one finding, with each kind of deviation once: as the heaviest window shows it.</summary>
    private IEnumerable<OutboundFinding> Join(OwnUnit unit, IEnumerable<UnusualDays> days)
    {
        var group = new List<UnusualDays>();
        foreach (var next in days.OrderBy(d => d.First).ThenBy(d => d.Last))
        {
            if (group.Count > 0 && next.First > group.Max(g => g.Last) + GapDays)
            {
                yield return Tell(unit, group);
                group.Clear();
            }
            group.Add(next);
        }
        if (group.Count > 0) yield return Tell(unit, group);
    }

    private OutboundFinding Tell(OwnUnit unit, List<UnusualDays> group)
    {
        var deviations = new List<Deviation>();
        foreach (var days in group.OrderByDescending(g => g.Assessment.Total.Value))
            foreach (var deviation in days.Deviations)
                if (!deviations.Exists(d => d.Code == deviation.Code)) deviations.Add(deviation);
        if (deviations.Exists(d => d.Code == "outbound.flood")) deviations.RemoveAll(d => d.Code == "outbound.strangers"); // the same rise
        var assessment = judge.AssessOutbound(deviations.Select(d => new Signal(d.Code, d.Evidence)));
        var mails = group.SelectMany(g => g.Mails).DistinctBy(m => m.Id).OrderBy(m => m.Ticks).ThenBy(m => m.Id).ToList();
        if (mails.Count == 0) mails = [.. unit.Sent.Where(m => Day(m.Ticks) is var day && group.Exists(g => day >= g.First && day <= g.Last))];
        return new(unit.Name, unit.IsServer, new(mails[0].Ticks, TimeSpan.Zero), new(mails[^1].Ticks, TimeSpan.Zero), assessment,
            [.. assessment.Signals.Select(s => deviations.Find(d => d.Code == s.Signal.Code)!)], [.. mails.Take(MaximumMessages).Select(m => m.Id)], mails.Count, group[0].Past);
    }
}
