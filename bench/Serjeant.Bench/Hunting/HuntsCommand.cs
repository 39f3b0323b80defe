using System.Globalization;
using Serjeant.Judgement;
using Serjeant.Samples.Traces;

namespace Serjeant.Bench.Hunting;

/// <summary>Whether a tip of three selectors finds a campaign that no scan noticed, whole and alone, and whether logs are read right for everybody who got it.</summary>
internal static class HuntsCommand
{
    private static readonly string[] States = ["leaked", "proxied", "pre-fetched", "not-seen", "unknown"];

    public static async Task<int> RunAsync(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var count = int.Parse(Options.Value(args, "--seeds") ?? "10", CultureInfo.InvariantCulture);
        var ordinary = int.Parse(Options.Value(args, "--mails") ?? "2000", CultureInfo.InvariantCulture);
        int[] seeds = Options.Value(args, "--seed") is { } one ? [int.Parse(one, CultureInfo.InvariantCulture)] : [.. Enumerable.Range(1, count)];
        Console.WriteLine($"{seeds.Length} houses with {ordinary} ordinary mails of {new OldMailOptions().Months} months and 90 planted; a tip of three selectors as a STIX bundle");
        Console.WriteLine($"{"seed",5}{"mails",8}{"log lines",11}  {"planted, judged o/s/h",-24}{"by selector",12}{"by campaign",12}{"found",8}{"foreign",9}{"exposure right",16}{"others named",14}{"ms",7}");
        var all = new List<HuntFigures>();
        foreach (var seed in seeds)
        {
            var made = await HuntTrial.RunAsync(new OldMailOptions { Seed = seed, Ordinary = ordinary, Planted = 90, LogLines = 6_000 }, CancellationToken.None).ConfigureAwait(false);
            all.Add(made);
            int Judged(Finding finding) => made.Judged.GetValueOrDefault(finding);
            var marks = $"{made.Planted}: {Judged(Finding.Ordinary)}/{Judged(Finding.Suspect)}/{Judged(Finding.Hostile)}";
            Console.WriteLine($"{seed,5}{made.Mails,8}{made.LogLines,11}  {marks,-24}{made.BySelector,12}{made.ByCampaign,12}{100.0 * (made.BySelector + made.ByCampaign) / made.Planted,6:0} %{made.Foreign,9}"
                + $"{made.Exposures.Count(e => e.Truth == e.Answer),9} of {made.Exposures.Count,-4}{made.Strangers,14}{made.Milliseconds,7:0}");
            if (!args.Contains("--show")) continue;
            foreach (var (person, truth, answer, why, reason) in made.Exposures.Where(e => e.Truth != e.Answer)) Console.WriteLine($"      {person}: {truth} ({why}), answered {(answer.Length == 0 ? "nothing" : answer)}: {reason}");
        }
        Console.WriteLine();
        Console.WriteLine($"{"state",-14}{"people",8}{"right",8}   answered");
        foreach (var state in States)
        {
            var people = all.SelectMany(f => f.Exposures).Where(e => e.Truth == state).ToList();
            Console.WriteLine($"{state,-14}{people.Count,8}{people.Count(e => e.Answer == state),8}   {string.Join(", ", people.GroupBy(e => e.Answer).OrderByDescending(g => g.Count()).Select(g => $"{(g.Key.Length == 0 ? "not named" : g.Key)} {g.Count()}"))}");
        }
        var (planted, found) = (all.Sum(f => f.Planted), all.Sum(f => f.BySelector + f.ByCampaign));
        Console.WriteLine($"planted {planted}, found {found} ({100.0 * found / planted:0.0} %), {all.Sum(f => f.ByCampaign)} of them by no selector of the tip; foreign {all.Sum(f => f.Foreign)}; the scans had called {all.Sum(f => f.Judged.GetValueOrDefault(Finding.Hostile))} of them hostile");
        return found == planted && all.All(f => f.Foreign == 0 && f.Exposures.All(e => e.Truth == e.Answer)) ? 0 : 1;
    }
}
