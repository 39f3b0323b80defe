using System.Globalization;
using Serjeant.Facts;
using Serjeant.Judgement;
using Serjeant.Registers;
using Serjeant.Signals;

namespace Serjeant.Bench.Accuracy;

/// <summary>Prints how well messages are told apart by weights that were fitted on other sender domains; with --write, writes the table that ships.</summary>
internal static class AccuracyCommand
{
    /// <summary>Held-out false alarms that each threshold may make, below the promised 0.3 % and 0.05 %.</summary>
    private const double SuspectRate = 0.0025, HostileRate = 0.0004;

    /// <summary>Ten to one: with a few thousand wanted messages the rarest false alarms cannot be counted, so the second threshold keeps a distance as well.</summary>
    private const double LeastHostile = 10;

    private static readonly string[] Variants = ["", Corpus.Bare, Corpus.Personal];

    public static async Task<int> RunAsync(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var corpora = Option(args, "--corpora") ?? Path.Combine("..", "shared", "corpora");
        if (!Directory.Exists(corpora))
        {
            Console.Error.WriteLine($"No corpora at {corpora}.");
            return 3;
        }
        var table = Option(args, "--table") is { } path ? WeightTable.Read(File.OpenRead(path)) : WeightTable.Shipped;
        var house = House.With(Roster.Empty);
        var facts = new FactsMaker(house.Roster, house.Services);
        var signals = new SignalMaker(house);
        var messages = Corpus.All.SelectMany(c => c.Read(corpora, facts, signals)).ToList();
        var options = new CalibrationOptions();
        if (Option(args, "--penalty") is { } penalty) options = options with { Penalty = double.Parse(penalty, CultureInfo.InvariantCulture) };
        var scores = new CrossValidation(table, options).Score(messages);
        var (suspect, hostile) = (Threshold(scores, SuspectRate), Math.Max(LeastHostile, Threshold(scores, HostileRate)));
        AccuracyReport.Curves(scores);
        AccuracyReport.AtThresholds(scores, suspect, hostile);
        AccuracyReport.Print(Reliability.Of(scores, options.BaseRate));
        await WholeScan.PrintAsync(corpora, house).ConfigureAwait(false);
        if (Option(args, "--show") is { } count) AccuracyReport.Show(scores, int.Parse(count, CultureInfo.InvariantCulture));
        if (args.Contains("--signals") || args.Contains("--write")) Fit(table, options, messages, suspect, hostile, args.Contains("--signals"), Option(args, "--write"), Option(args, "--day") ?? "");
        return 0;
    }

    private static void Fit(WeightTable table, CalibrationOptions options, List<LabelledMessage> messages, double suspect, double hostile, bool print, string? write, string day)
    {
        var fitted = new Calibrator(table, options).Fit(messages) with { Suspect = Math.Round(suspect, 1), Hostile = Math.Round(hostile, 1) };
        if (print) AccuracyReport.Signals(fitted, messages);
        if (write is null) return;
        var folders = string.Join(", ", Corpus.All.Select(c => $"{messages.Count(m => m.Corpus == c.Name)} of {c.Name}"));
        fitted = fitted with
        {
            Provenance = new($"{folders}; each as received and without its receiving service's headers, wanted list mail also as its author sent it", day,
                new Calibrator(table, options) + $"; thresholds at {SuspectRate:P2} and {HostileRate:P2} false alarms, ten folds by sender domain"),
        };
        using var stream = File.Create(write);
        fitted.Write(stream);
    }

    /// <summary>The higher of what wanted mail as received, bare and personal ask for: a house may get any of them.</summary>
    private static double Threshold(HeldOutScore[] scores, double rate) => Variants.Max(v => AccuracyReport.Threshold(scores, v, rate));

    private static string? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var i && i + 1 < args.Length ? args[i + 1] : null;
}
