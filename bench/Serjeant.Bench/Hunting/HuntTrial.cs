using System.Diagnostics;
using Serjeant.Hunts;
using Serjeant.Hunts.Tips;
using Serjeant.Judgement;
using Serjeant.Registers;
using Serjeant.Samples;
using Serjeant.Samples.Traces;
using Serjeant.Signals;
using Serjeant.Storage;
using Serjeant.Traces;

namespace Serjeant.Bench.Hunting;

/// <summary>Scans old mail, reads the logs, hunts the tip, asks for exposure; all through the store that users have.</summary>
internal static class HuntTrial
{
    public static async Task<HuntFigures> RunAsync(OldMailOptions options, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("serjeant-hunts-");
        try
        {
            var old = OldMailGenerator.Generate(options);
            var path = Path.Combine(folder.FullName, "old-mail");
            OldMailWriter.Write(old, path);
            var house = House.With(new RosterReader(WarningLists.Load()).Read(Path.Combine(path, "roster.yaml")));
            using var store = SqliteStore.Open(Path.Combine(folder.FullName, "data"), TimeProvider.System);
            store.BeginScan("hunts");
            await new Flow(house, store.Keys).ReadAsync([Path.Combine(path, "mail")], store, null, cancellation).ConfigureAwait(false);
            var reckoning = Reckoning.Make(house, WeightTable.Shipped, store, TimeProvider.System, cancellation);
            var judged = reckoning.ReadScan().ToList();
            await new Hindsight(house, store, TimeProvider.System).MakeAsync(reckoning, judged, cancellation).ConfigureAwait(false);
            foreach (var log in Directory.EnumerateFiles(Path.Combine(path, "logs"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                store.Add(new TraceMaker(house, store).Make(log, cancellation).Traced);
            await store.CommitAsync(cancellation).ConfigureAwait(false);
            return await HuntAsync(options, old, house, store, judged.ToLookup(j => j.Message.Id.ToString(), j => j.Assessment.Finding), Path.Combine(path, "tip.stix.json"), cancellation).ConfigureAwait(false);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<HuntFigures> HuntAsync(OldMailOptions options, OldMail old, House house, SqliteStore store, ILookup<string, Finding> judged, string tip, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        var question = new HuntQuestion([await new TipReader().ReadAsync(tip, cancellation).ConfigureAwait(false)], "bench");
        var result = new Hunter(store, store, house, TimeProvider.System).Make(question, cancellation);
        HuntedMessage[] named = [.. result.Messages, .. result.Undated], hanging = [.. result.Campaigns.SelectMany(c => c.Others)];
        var exposures = new ExposureMaker(house, store, store, store).Make([.. named.Concat(hanging).Select(m => m.Number).Distinct()], [.. result.People.Select(p => p.Id)], cancellation)
            .ToDictionary(e => e.Person, StringComparer.Ordinal);
        var milliseconds = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        var planted = old.House.Mails.Where(m => m.Truth.Kind == "quiet").Select(m => m.Truth.Sha256).ToHashSet(StringComparer.Ordinal);
        int Of(IEnumerable<HuntedMessage> messages, bool ours) => messages.Select(m => m.Entry.Id.ToString()).Distinct().Count(id => planted.Contains(id) == ours);
        var people = old.Exposures.Select(e => e.Person).ToHashSet(StringComparer.Ordinal);
        return new(options.Seed, old.House.Mails.Count, planted.Count,
            planted.SelectMany(p => judged[p].Take(1)).GroupBy(f => f).ToDictionary(g => g.Key, g => g.Count()),
            Of(named, true), Of(hanging, true), Of(named.Concat(hanging), false), old.Logs.Sum(l => l.Lines.Count(c => c == '\n')),
            [.. old.Exposures.Select(e => (e.Person, e.State, exposures.TryGetValue(e.Person, out var found) ? Name(found.State) : "", e.Why, found?.Reason ?? ""))],
            result.People.Count(p => !people.Contains(p.Id)), milliseconds);
    }

    private static string Name(ExposureState state) => state switch
    {
        ExposureState.Leaked => "leaked",
        ExposureState.Proxied => "proxied",
        ExposureState.PreFetched => "pre-fetched",
        ExposureState.NotSeen => "not-seen",
        _ => "unknown",
    };
}
