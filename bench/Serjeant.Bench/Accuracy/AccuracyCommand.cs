using System.Globalization;
using Serjeant.Facts;
using Serjeant.Judgement;
using Serjeant.Registers;
using Serjeant.Signals;

namespace Serjeant.Bench.Accuracy;

/// <summary>Prints how well messages are told apart by weights that were fitted on other sender domains.</summary>
internal static class AccuracyCommand
{
    public static int Run(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var corpora = Option(args, "--corpora") ?? Path.Combine("..", "shared", "corpora");
        if (!Directory.Exists(corpora))
        {
            Console.Error.WriteLine($"No corpora at {corpora}.");
            return 3;
        }
        var house = House.With(Roster.Empty);
        var facts = new FactsMaker(house.Roster, house.Services);
        var signals = new SignalMaker(house);
        var messages = Corpus.All.SelectMany(c => c.Read(corpora, facts, signals)).ToList();
        var scores = new CrossValidation(WeightTable.Shipped).Score(messages);
        Console.WriteLine("as received");
        Curve([.. scores.Where(s => !s.Message.Corpus.EndsWith(Corpus.Bare, StringComparison.Ordinal))], "");
        Console.WriteLine("without the receiving service's headers");
        Curve([.. scores.Where(s => s.Message.Corpus.EndsWith(Corpus.Bare, StringComparison.Ordinal))], Corpus.Bare);
        SignalTable(messages);
        if (Option(args, "--show") is { } count) Show(scores, int.Parse(count, CultureInfo.InvariantCulture));
        return 0;
    }

    private static void Curve(HeldOutScore[] scores, string variant)
    {
        var wanted = scores.Where(s => !s.Message.Hostile).Select(s => s.Decibans).OrderDescending().ToArray();
        Console.WriteLine($"{"false alarms",-14}{"threshold",10}  " + string.Join("", Corpus.All.Select(c => $"{c.Name,22}")));
        foreach (var rate in new[] { 0.0, 0.0002, 0.0005, 0.001, 0.002, 0.003, 0.005, 0.01, 0.02 })
        {
            var allowed = (int)(rate * wanted.Length);
            var threshold = wanted[allowed] + 1e-9;
            Console.WriteLine($"{allowed,4} ({100 * rate,5:F2} %) {threshold,10:F1}  " + string.Join("", Corpus.All.Select(c =>
            {
                var of = scores.Where(s => s.Message.Corpus == c.Name + variant).ToArray();
                var over = of.Count(s => s.Decibans >= threshold);
                return $"{over,10} = {100.0 * over / of.Length,5:F1} %  ";
            })));
        }
    }

    private static void SignalTable(List<LabelledMessage> messages)
    {
        var fitted = new Calibrator(WeightTable.Shipped).Fit(messages);
        var sizes = Corpus.All.ToDictionary(c => c.Name, c => messages.Count(m => m.Corpus == c.Name));
        Console.WriteLine();
        Console.WriteLine($"{"signal (percent of each corpus)",-38}{"weight",7} " + string.Join("", Corpus.All.Select(c => $"{c.Name[..Math.Min(9, c.Name.Length)],10}")));
        foreach (var entry in fitted.Signals.OrderByDescending(e => e.Decibans))
        {
            var line = Corpus.All.Select(c => 100.0 * messages.Count(m => m.Corpus == c.Name && m.Codes.Contains(entry.Code)) / sizes[c.Name]).ToArray();
            if (line.All(v => v == 0)) continue;
            Console.WriteLine($"{entry.Code,-38}{entry.Decibans,7:F1}{(entry.Set is null ? " " : "*")}" + string.Join("", line.Select(v => v == 0 ? $"{".",10}" : $"{v,10:F2}")));
        }
    }

    private static void Show(HeldOutScore[] scores, int count)
    {
        Console.WriteLine("\nloudest false alarms");
        foreach (var score in scores.Where(s => !s.Message.Hostile && !s.Message.Corpus.EndsWith(Corpus.Bare, StringComparison.Ordinal)).OrderByDescending(s => s.Decibans).Take(count)) Line(score);
        Console.WriteLine("\nquietest misses of phish");
        foreach (var score in scores.Where(s => s.Message.Corpus == "phish bare").OrderBy(s => s.Decibans).Take(count)) Line(score);
    }

    private static void Line(HeldOutScore score) =>
        Console.WriteLine($"{score.Decibans,7:F1} {score.Message.Corpus}/{score.Message.Place} [{score.Message.Group}] {string.Join(" ", score.Message.Codes)}");

    private static string? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var i && i + 1 < args.Length ? args[i + 1] : null;
}
