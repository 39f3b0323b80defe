using System.Diagnostics;
using System.Globalization;
using Serjeant.Facts;
using Serjeant.Hunts;
using Serjeant.Hunts.Outside;
using Serjeant.Hunts.Tips;
using Serjeant.Registers;
using Serjeant.Signals;
using Serjeant.Storage;

namespace Serjeant.Bench.Speed;

/// <summary>A hunt through mail that was never scanned beside the reading of a scan of the same mail, round by round in one process.</summary>
internal static class HuntOutsideCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var folder = Options.Value(args, "--mail") ?? Path.Combine("..", "shared", "corpora", "phish");
        var rounds = int.Parse(Options.Value(args, "--rounds") ?? "3", CultureInfo.InvariantCulture);
        var selectors = int.Parse(Options.Value(args, "--selectors") ?? "1000", CultureInfo.InvariantCulture);
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"No mail at {folder}.");
            return 3;
        }
        var house = House.With(Roster.Empty);
        var tip = new TipReader().Read([.. Enumerable.Range(0, selectors).Select(i => $"host{i}.example")]);
        var ratios = new List<double>();
        Console.WriteLine($"{"round",5}{"scan, read",12}{"a second",10}{"outside",10}{"a second",10}{"CPU ratio",11}   CPU seconds of the whole process, {selectors} selectors");
        for (var round = 1; round <= rounds; round++)
        {
            var (scan, _) = await TimeAsync(() => ScanAsync(folder, house)).ConfigureAwait(false);
            var (outside, messages) = await TimeAsync(() => OutsideAsync(folder, house, tip)).ConfigureAwait(false);
            ratios.Add(outside / scan);
            Console.WriteLine($"{round,5}{scan,12:F2}{messages / scan,10:F0}{outside,10:F2}{messages / outside,10:F0}{outside / scan,11:F2}");
        }
        var settled = ratios.Skip(ratios.Count > 1 ? 1 : 0).Order().ToArray();
        Console.WriteLine($"median ratio after the first round: {settled[settled.Length / 2]:F2}");
        return 0;
    }

    private static async Task<long> OutsideAsync(string folder, House house, Tip tip)
    {
        var hunter = new OutsideHunter(house, new FactsMaker(house.Roster, house.Services), TimeProvider.System);
        var found = await hunter.MakeAsync([folder], new HuntQuestion([tip], "bench"), null, CancellationToken.None).ConfigureAwait(false);
        return found.Result.Hunt.Over;
    }

    private static async Task<long> ScanAsync(string folder, House house)
    {
        var data = Directory.CreateTempSubdirectory("serjeant-outside-");
        try
        {
            using var store = SqliteStore.Open(data.FullName, TimeProvider.System);
            store.BeginScan("speed");
            return (await new Flow(house, store.Keys).ReadAsync([folder], store, null, CancellationToken.None).ConfigureAwait(false)).New;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task<(double Seconds, long Messages)> TimeAsync(Func<Task<long>> work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var messages = await work().ConfigureAwait(false);
        process.Refresh();
        return ((process.TotalProcessorTime - before).TotalSeconds, messages);
    }
}
