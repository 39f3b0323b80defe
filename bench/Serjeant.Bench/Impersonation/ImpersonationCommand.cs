using System.Diagnostics;
using System.Globalization;
using Serjeant.Bench.Impersonation.Recipes;

namespace Serjeant.Bench.Impersonation;

/// <summary>
/// Recall of impersonations by documented recipes, made of real names of fifteen parliaments and mixed into real wanted mail, and how often that mail is
/// taken for one.
/// </summary>
internal static class ImpersonationCommand
{
    public static int Run(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var shared = Options.Value(args, "--shared") ?? Path.Combine("..", "shared");
        if (!Directory.Exists(Path.Combine(shared, "registers", "rosters")) || !Directory.Exists(Path.Combine(shared, "corpora")))
        {
            Console.Error.WriteLine($"No registers and corpora at {shared}.");
            return 3;
        }
        var seed = ulong.Parse(Options.Value(args, "--seed") ?? "2021", CultureInfo.InvariantCulture);
        var only = Options.Value(args, "--recipe");
        var recipes = only is null ? AllRecipes.Read : [.. AllRecipes.Read.Where(r => r.Name.Contains(only, StringComparison.Ordinal))];
        var began = Stopwatch.GetTimestamp();
        var reader = new LegislatureReader(Path.Combine(shared, "registers"));
        var legislatures = reader.ReadAll();
        var wanted = WantedMail.Read(Path.Combine(shared, "corpora"));
        Console.WriteLine($"{legislatures.Count} parliaments with {legislatures.Sum(l => l.Roster.People.Length)} people, {legislatures.Sum(l => l.Victims.Sum(v => v.Forms.Count))} names in their parts, {legislatures[0].Roster.Bodies.Length - 1} bodies, {Outlets.All.Length} outlets; {recipes.Count} recipes; {Seconds(began)}");
        var outcomes = new List<Outcome>();
        var fits = new List<Fit>();
        foreach (var legislature in legislatures)
        {
            var maker = new AttackMaker(legislature, seed, recipes);
            outcomes.AddRange(AttackScan.Run(legislature, [.. maker.Make()], wanted.Share(legislature.Index, legislatures.Count)));
            fits.AddRange(maker.Fits);
        }
        Console.WriteLine($"{outcomes.Count} attacks scanned; {Seconds(began)}");
        ImpersonationReport.ByRecipe(outcomes, recipes);
        ImpersonationReport.ByScript(outcomes, recipes);
        ImpersonationReport.Unfit(fits);
        ImpersonationReport.ByLegislature(outcomes, legislatures);
        if (args.Contains("--misses")) ImpersonationReport.Misses(outcomes, int.Parse(Options.Value(args, "--most") ?? "3", CultureInfo.InvariantCulture));
        if (only is not null) return 0;
        var union = reader.Union(legislatures);
        List<Alarm> alarms = [.. wanted.Scan(legislatures, union), .. wanted.ScanWhole(union)];
        ImpersonationReport.Alarms(alarms, wanted.Messages.Count, legislatures);
        var common = legislatures.SelectMany(l => l.Victims).Select(v => v.Latin).OfType<Names.NameForm>().SelectMany(f => new[] { f.Given, f.Family }).GroupBy(n => n).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        ImpersonationReport.Innocents([.. legislatures.SelectMany(l => new Innocents(l, legislatures, seed).Scan(common))], args.Contains("--misses"));
        var held = ImpersonationFigures.Print(outcomes, alarms, wanted.Messages.Count, legislatures.Count);
        Console.WriteLine(Seconds(began));
        return held ? 0 : 1;
    }

    private static string Seconds(long began) => $"{Stopwatch.GetElapsedTime(began).TotalSeconds:0} s, {Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds:0} CPU s";
}
