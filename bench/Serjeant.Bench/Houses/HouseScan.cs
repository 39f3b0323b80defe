using System.Diagnostics;
using Serjeant.Judgement;
using Serjeant.Registers;
using Serjeant.Samples;
using Serjeant.Signals;
using Serjeant.Storage;

namespace Serjeant.Bench.Houses;

/// <summary>Generates a house into a folder, sends it through the whole flow, and looks at what came out.</summary>
internal static class HouseScan
{
    public static async Task<HouseFigures> RunAsync(HouseOptions options, WeightTable weights, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("serjeant-house-");
        try
        {
            var generated = HouseGenerator.Generate(options);
            var path = Path.Combine(folder.FullName, "house");
            HouseWriter.Write(generated, path);
            var began = Stopwatch.GetTimestamp();
            var house = House.With(new RosterReader(WarningLists.Load()).Read(Path.Combine(path, "roster.yaml")));
            using var store = SqliteStore.Open(Path.Combine(folder.FullName, "data"), TimeProvider.System);
            store.BeginScan("house");
            await new Flow(house, store.Keys).ReadAsync([path], store, null, cancellation).ConfigureAwait(false);
            var reckoning = Reckoning.Make(house, weights, store, TimeProvider.System, cancellation);
            var judged = reckoning.ReadScan().ToList();
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            // Every place is looked up by its bytes: a message that went missing on the way is a failure, not a gap.
            var truth = generated.Mails.ToLookup(m => m.Truth.Sha256, m => m.Truth);
            if (judged.Count != generated.Mails.Count)
                throw new InvalidOperationException($"{generated.Mails.Count} messages were generated, {judged.Count} came out.");
            return new([.. judged.Select(j => new Outcome(truth[j.Message.Id.ToString()].First(), j))], reckoning.Campaigns, seconds);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
