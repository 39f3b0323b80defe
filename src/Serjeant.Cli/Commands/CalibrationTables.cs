using System.Globalization;
using Serjeant.Judgement;

namespace Serjeant.Cli.Commands;

/// <summary>Prints what a calibration found: corpora at the thresholds, and whether probabilities mean what they say.</summary>
internal static class CalibrationTables
{
    public static void Write(TextWriter console, WeightTable fitted, HeldOutScore[] scores)
    {
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Held out by sender domain; suspect from {fitted.Suspect:0.0} dB, hostile from {fitted.Hostile:0.0} dB, prior {fitted.Prior:0.0} dB"));
        console.WriteLine($"{"corpus",-32}{"messages",10}{"suspect or worse",20}{"hostile",16}");
        foreach (var corpus in scores.GroupBy(s => s.Message.Corpus))
        {
            int all = corpus.Count(), suspect = corpus.Count(s => s.Decibans >= fitted.Suspect), hostile = corpus.Count(s => s.Decibans >= fitted.Hostile);
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{corpus.Key,-32}{all,10}{suspect,10} {100.0 * suspect / all,7:0.00} %{hostile,7} {100.0 * hostile / all,6:0.00} %"));
        }
        var reliability = Reliability.Of(scores, new CalibrationOptions().BaseRate);
        console.WriteLine();
        console.WriteLine("Reliability: of the messages given a probability in a band, how many were hostile (each kind weighed to the base rate of use)");
        console.WriteLine($"{"band",-16}{"messages",10}{"mean said",12}{"observed",12}");
        foreach (var bin in reliability.Bins)
            console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{100 * bin.From,3:0} to {100 * bin.To,3:0} %   {bin.Messages,10}{100 * bin.Predicted,10:0.0} %{100 * bin.Observed,10:0.0} %"));
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Brier score {reliability.Brier:0.0000}; for always saying the base rate {reliability.BaseBrier:0.0000}"));
    }
}
