using Serjeant.Judgement;
using Serjeant.Registers;
using Serjeant.Signals;
using Serjeant.Storage;

namespace Serjeant.Bench.Accuracy;

/// <summary>
/// Judges the corpora by the whole flow, relations and campaigns included, with the weights that ship. They were fitted on this very mail, so the
/// table says nothing of unseen mail: it shows what campaigns add to and take from single messages.
/// </summary>
internal static class WholeScan
{
    public static async Task PrintAsync(string corpora, House house)
    {
        var data = Directory.CreateTempSubdirectory("serjeant-accuracy-");
        try
        {
            using var store = SqliteStore.Open(data.FullName, TimeProvider.System);
            store.BeginScan("accuracy");
            await new Flow(house, store.Keys).ReadAsync([.. Corpus.All.Select(c => Path.Combine(corpora, c.Name))], store, null, CancellationToken.None).ConfigureAwait(false);
            var reckoning = Reckoning.Make(house, WeightTable.Shipped, store, TimeProvider.System, CancellationToken.None);
            var counts = Corpus.All.ToDictionary(c => c.Name, _ => new int[3], StringComparer.Ordinal);
            foreach (var message in reckoning.ReadScan())
                counts[Path.GetFileName(Path.GetDirectoryName(message.Place.Source))!][(int)message.Assessment.Finding]++;
            Console.WriteLine("\nthe whole scan, relations and campaigns included, by the weights that ship (fitted on this mail)");
            Console.WriteLine($"{"corpus",-30}{"messages",11}{"suspect or worse",22}{"hostile",21}");
            foreach (var corpus in Corpus.All) Line(corpus.Name, counts[corpus.Name]);
            var wanted = new int[3];
            foreach (var corpus in Corpus.All.Where(c => !c.Hostile))
                for (var i = 0; i < wanted.Length; i++) wanted[i] += counts[corpus.Name][i];
            Line("all wanted", wanted);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static void Line(string name, int[] counts)
    {
        int all = counts.Sum(), hostile = counts[(int)Finding.Hostile], suspect = counts[(int)Finding.Suspect] + hostile;
        Console.WriteLine($"{name,-30}{all,11}{suspect,12} = {100.0 * suspect / all,5:F2} %{hostile,12} = {100.0 * hostile / all,5:F2} %");
    }
}
