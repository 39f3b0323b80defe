using System.Globalization;
using Serjeant.Judgement;
using Serjeant.Values;

namespace Serjeant.Cli.Commands;

/// <summary>Prints what a calibration found: corpora at the thresholds, and whether probabilities mean what they say.</summary>
internal static class CalibrationTables
{
    private static readonly double[] Bands = [0, 0.05, 0.1, 0.2, 0.25, 0.35, 0.4, 0.5, 0.55, 0.75, 0.8, 0.9, 0.95, 1.0000001];

    public static void Write(TextWriter console, WeightTable fitted, HeldOutScore[] scores)
    {
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Held out by sender domain; suspect from {fitted.Suspect:0.0} dB, hostile from {fitted.Hostile:0.0} dB, prior {fitted.Prior:0.0} dB"));
        console.WriteLine($"{"corpus",-32}{"messages",10}{"suspect or worse",20}{"hostile",16}");
        foreach (var corpus in scores.GroupBy(s => s.Message.Corpus))
        {
            int all = corpus.Count(), suspect = corpus.Count(s => s.Decibans >= fitted.Suspect), hostile = corpus.Count(s => s.Decibans >= fitted.Hostile);
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{corpus.Key,-32}{all,10}{suspect,10} {100.0 * suspect / all,7:0.00} %{hostile,7} {100.0 * hostile / all,6:0.00} %"));
        }
        console.WriteLine();
        console.WriteLine("Reliability: of the messages given a probability in a band, how many were hostile (each kind weighed to the base rate of use)");
        console.WriteLine($"{"band",-16}{"messages",10}{"mean said",12}{"observed",12}");
        var rate = Rate(scores);
        for (var i = 0; i + 1 < Bands.Length; i++)
        {
            var band = scores.Where(s => Said(s) is var p && p >= Bands[i] && p < Bands[i + 1]).ToArray();
            if (band.Length == 0) continue;
            var weight = band.Sum(rate);
            console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{100 * Bands[i],3:0} to {Math.Min(100, 100 * Bands[i + 1]),3:0} %   {band.Length,10}{100 * band.Sum(s => rate(s) * Said(s)) / weight,10:0.0} %{100 * band.Where(s => s.Message.Hostile).Sum(rate) / weight,10:0.0} %"));
        }
    }

    private static double Said(HeldOutScore score) => new Decibans(score.Decibans).ToProbability();

    /// <summary>The samples hold another share of hostile mail than use does.</summary>
    private static Func<HeldOutScore, double> Rate(HeldOutScore[] scores)
    {
        var baseRate = new CalibrationOptions().BaseRate;
        double hostile = scores.Count(s => s.Message.Hostile), ordinary = scores.Length - hostile;
        return score => score.Message.Hostile ? baseRate / hostile : (1 - baseRate) / ordinary;
    }
}
