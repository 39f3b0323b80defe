using System.Globalization;
using Serjeant.Judgement;
using Serjeant.Samples;

namespace Serjeant.Bench.Houses;

/// <summary>
/// Whether the planted campaigns are found and honest mail is left alone: the house that ships, other houses of the same generator, and
/// houses with the reconnaissance thinned to a few mails among thousands.
/// </summary>
internal static class HouseCommand
{
    private const int ShippedSeed = 2021;

    public static async Task<int> RunAsync(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var others = int.Parse(Options.Value(args, "--seeds") ?? "20", CultureInfo.InvariantCulture);
        var seeds = Options.Value(args, "--seed") is { } one
            ? [int.Parse(one, CultureInfo.InvariantCulture)]
            : Enumerable.Range(0, others + 1).Select(i => i == 0 ? ShippedSeed : i).ToArray();
        var weights = Options.Value(args, "--weights") is { } file ? WeightTable.Read(File.OpenRead(file)) : WeightTable.Shipped;
        var held = true;
        if (!args.Contains("--thin")) held &= await RunAsync(seeds, new HouseOptions(), weights, args).ConfigureAwait(false);
        if (!args.Contains("--thick")) held &= await RunAsync(seeds, new HouseOptions { Mails = 5_000, ReconnaissanceMails = 25 }, weights, args).ConfigureAwait(false);
        return held ? 0 : 1;
    }

    private static async Task<bool> RunAsync(int[] seeds, HouseOptions options, WeightTable weights, string[] args)
    {
        Console.WriteLine($"{seeds.Length} houses of {options.Mails} mails, {options.ReconnaissanceMails} of them reconnaissance; suspect / hostile");
        Console.WriteLine($"{"seed",5}{"share",8}{"foreign",8}  {"first shared attribute: odds ratio, q",-58}{"campaign",-10}{"recon.",12}{"newsletter",14}{"imperson.",11}{"credent.",10}{"false alarms",14}{"seconds",9}");
        var figures = new List<HouseFigures>();
        foreach (var seed in seeds)
        {
            var made = await HouseScan.RunAsync(options with { Seed = seed }, weights, CancellationToken.None).ConfigureAwait(false);
            figures.Add(made);
            HouseReport.Line(seed, made);
            if (args.Contains("--show")) HouseReport.Misses(made);
        }
        var held = HouseReport.Totals(figures);
        Console.WriteLine();
        return held;
    }
}
