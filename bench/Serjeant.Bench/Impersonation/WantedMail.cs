using Serjeant.Campaigns;
using Serjeant.Facts;
using Serjeant.Judgement;
using Serjeant.Signals;
using Serjeant.Sources;
using Serjeant.Storage;

namespace Serjeant.Bench.Impersonation;

/// <summary>A wanted message in which a roster's names were seen.</summary>
/// <param name="House">Index of the parliament; <see cref="WantedMail.All"/>, or <see cref="WantedMail.InScan"/>.</param>
/// <param name="Judged">Suspect or worse, and ordinary without what was seen.</param>
/// <param name="Named">It carries an imitation, not only a signal.</param>
internal sealed record Alarm(string Place, int House, bool Judged, bool Named, string Seen);

/// <summary>The wanted mail, which no parliament of the rosters received: whatever wears a name in it does so in good faith.</summary>
internal sealed class WantedMail
{
    private static readonly string[] Folders = ["ham-lists", "ham-2007", "ham-newsletters-2002", "newsletter-pairs"];

    /// <summary>Signals of this family that speak of well-known brands and of form, whatever the roster.</summary>
    private static readonly HashSet<string> OfNoRoster = new(
        ["impersonation.brand", "impersonation.brand-in-disguise", "impersonation.brand-in-subject", "impersonation.brand-in-address", "impersonation.address-in-name",
         "impersonation.reply-elsewhere", "impersonation.reply-other-domain", "impersonation.contact-elsewhere"], StringComparer.Ordinal);

    /// <summary>Signals that the mail before gives whoever writes; what is not among them speaks of an imitated correspondent or thread.</summary>
    private static readonly HashSet<string> OfThePast = new(
        ["relation.first-contact", "relation.known-correspondent", "relation.answers-us", "relation.long-known", "relation.strangers-to-all"], StringComparer.Ordinal);

    /// <summary>All parliaments in one house; the same with everything that a whole scan knows.</summary>
    public const int All = -1, InScan = -2;

    private WantedMail(IReadOnlyList<(string Place, byte[] Bytes)> messages) => Messages = messages;

    public IReadOnlyList<(string Place, byte[] Bytes)> Messages { get; }

    public static WantedMail Read(string corpora) => new([.. Folders
        .SelectMany(folder => Directory.GetFiles(Path.Combine(corpora, folder)).Order(StringComparer.Ordinal).Select(file => ($"{folder}/{Path.GetFileName(file)}", File.ReadAllBytes(file))))]);

    /// <summary>Every share of so many, as if each parliament had received one.</summary>
    public IReadOnlyList<byte[]> Share(int index, int of) => [.. Messages.Where((_, i) => i % of == index).Select(m => m.Bytes)];

    public static bool IsOfRoster(Signal signal) => signal.Code.StartsWith("impersonation.", StringComparison.Ordinal) && !OfNoRoster.Contains(signal.Code);

    /// <summary>Every message before the eyes of every house. The facts are the same for all of them: none of their people stands in this mail.</summary>
    public List<Alarm> Scan(IReadOnlyList<Legislature> legislatures, House union)
    {
        var facts = new FactsMaker(union.Roster, union.Services);
        (int Index, SignalMaker Signals, KeptMessageMaker Kept)[] houses =
            [(All, new(union), new(union)), .. legislatures.Select(l => (l.Index, new SignalMaker(l.House), new KeptMessageMaker(l.House)))];
        var judge = new Judge(WeightTable.Shipped);
        var alarms = new List<Alarm>[Messages.Count];
        Parallel.For(0, Messages.Count, i =>
        {
            alarms[i] = [];
            var made = facts.Make(new RawMessage(new(Messages[i].Place, 0, 0), Messages[i].Bytes));
            foreach (var (index, signalMaker, keptMaker) in houses)
            {
                var signals = signalMaker.Make(made);
                if (!signals.Any(IsOfRoster)) continue;
                var (with, without) = (judge.Assess(signals), judge.Assess(signals.Where(s => !IsOfRoster(s))));
                var kept = keptMaker.Make(made, signals);
                var seen = string.Join("; ", signals.Where(IsOfRoster).Select(s => $"{s.Code}: {s.Evidence}"));
                alarms[i].Add(new(Messages[i].Place, index, with.Finding != Finding.Ordinary && without.Finding == Finding.Ordinary, !kept.Imitations.IsEmpty,
                    FormattableString.Invariant($"{without.Total.Value:0} -> {with.Total.Value:0} dB  {seen}")));
            }
        });
        return [.. alarms.SelectMany(a => a)];
    }

    /// <summary>All of it in one scan of the one large house: what relations and campaigns add to the alarms.</summary>
    public List<Alarm> ScanWhole(House union)
    {
        var flow = new Flow(union, new([new(new byte[Serjeant.Values.SecretKey.Length])]));
        var judge = new Judge(WeightTable.Shipped);
        var kept = new KeptMessage[Messages.Count];
        Parallel.For(0, kept.Length, i => kept[i] = flow.Examine(new RawMessage(new(Messages[i].Place, 0, 0), Messages[i].Bytes)));
        using var store = new MemoryStore();
        store.BeginScan("wanted");
        for (var i = 0; i < kept.Length; i++) store.Add(new(Messages[i].Place, 0, 0), kept[i]);
        var reckoning = Reckoning.Make(union, WeightTable.Shipped, store, TimeProvider.System, CancellationToken.None);
        var alarms = new List<Alarm>();
        for (var i = 0; i < kept.Length; i++)
        {
            var with = reckoning.Judge(kept[i]);
            var alone = kept[i].Signals.Select(s => s.Code).ToHashSet(StringComparer.Ordinal);
            bool Imitates(Signal s) => IsOfRoster(s) || (s.Code.StartsWith("relation.", StringComparison.Ordinal) && !OfThePast.Contains(s.Code) && !alone.Contains(s.Code));
            var signals = with.Signals.Select(s => s.Signal).ToArray();
            if (!signals.Any(Imitates)) continue;
            var without = judge.Assess(signals.Where(s => !Imitates(s)));
            alarms.Add(new(Messages[i].Place, InScan, with.Finding != Finding.Ordinary && without.Finding == Finding.Ordinary, !kept[i].Imitations.IsEmpty,
                FormattableString.Invariant($"{without.Total.Value:0} -> {with.Total.Value:0} dB  {string.Join("; ", signals.Where(Imitates).Select(s => $"{s.Code}: {s.Evidence}"))}")));
        }
        return alarms;
    }
}
