using Serjeant.Judgement;

namespace Serjeant.Bench.Accuracy;

/// <summary>The tables of the accuracy command.</summary>
internal static class AccuracyReport
{
    private static readonly double[] Rates = [0.0, 0.0002, 0.0005, 0.001, 0.002, 0.003, 0.005, 0.01, 0.02];

    private static readonly (string Suffix, string Name)[] Variants =
        [("", "as received"), (Corpus.Bare, "without the receiving service's headers"), (Corpus.Personal, "list mail as its author sent it")];

    /// <summary>The lowest total above all but <paramref name="rate"/> of the wanted mail of one variant.</summary>
    public static double Threshold(HeldOutScore[] scores, string variant, double rate)
    {
        var wanted = Wanted(scores, variant);
        return wanted.Length == 0 ? double.MinValue : wanted[(int)(rate * wanted.Length)] + 0.05;
    }

    public static void Curves(HeldOutScore[] scores)
    {
        foreach (var (suffix, name) in Variants)
        {
            var wanted = Wanted(scores, suffix).Length;
            Console.WriteLine($"\n{name}: {wanted} wanted messages, scored by weights of other senders");
            Console.WriteLine($"{"false alarms",-16}{"threshold",10}  " + string.Join("", Shown(scores, suffix).Select(c => $"{c.Name,21}")));
            foreach (var rate in Rates)
            {
                var threshold = Threshold(scores, suffix, rate);
                Console.WriteLine($"{(int)(rate * wanted),4} ({100 * rate,5:F2} %)  {threshold,10:F1}  " + string.Join("", Shown(scores, suffix).Select(c => Share(scores, c.Name + Of(c, suffix), threshold))));
            }
        }
    }

    public static void AtThresholds(HeldOutScore[] scores, double suspect, double hostile)
    {
        Console.WriteLine($"\nat the thresholds that ship: suspect from {suspect:F1}, hostile from {hostile:F1} dB");
        Console.WriteLine($"{"corpus",-32}{"messages",9}{"suspect or worse",21}{"hostile",21}");
        foreach (var group in scores.GroupBy(s => s.Message.Corpus))
            Console.WriteLine($"{group.Key,-32}{group.Count(),9}{Share(scores, group.Key, suspect)}{Share(scores, group.Key, hostile)}");
        foreach (var (suffix, name) in Variants)
        {
            var wanted = Wanted(scores, suffix);
            Console.WriteLine($"{"all wanted, " + name[..Math.Min(19, name.Length)],-32}{wanted.Length,9}{Share(wanted, suspect)}{Share(wanted, hostile)}");
        }
    }

    public static void Print(Reliability reliability)
    {
        Console.WriteLine($"\nreliability, held out, at a base rate of 10 %: Brier score {reliability.Brier:F4} (always the base rate: {reliability.BaseBrier:F4})");
        Console.WriteLine($"{"probability",-16}{"messages",9}{"predicted",11}{"observed",10}");
        foreach (var bin in reliability.Bins)
            Console.WriteLine($"{100 * bin.From,4:F0} to {100 * bin.To,3:F0} %  {bin.Messages,9}{100 * bin.Predicted,9:F1} %{100 * bin.Observed,8:F1} %");
    }

    public static void Signals(WeightTable fitted, List<LabelledMessage> messages)
    {
        var names = messages.Select(m => m.Corpus).Distinct().Where(n => n != "bounces" + Corpus.Bare && !n.StartsWith("newsletter-pairs ", StringComparison.Ordinal)).ToArray();
        var of = names.ToDictionary(n => n, n => messages.Where(m => m.Corpus == n).ToArray());
        Console.WriteLine($"\n{"signal (percent of each corpus)",-38}{"weight",7} " + string.Join("", names.Select(n => $"{Short(n),14}")));
        foreach (var entry in fitted.Signals.OrderByDescending(e => e.Decibans))
        {
            var line = names.Select(n => 100.0 * of[n].Count(m => m.Codes.Contains(entry.Code)) / of[n].Length).ToArray();
            if (line.All(v => v == 0)) continue;
            Console.WriteLine($"{entry.Code,-38}{entry.Decibans,7:F1}{(entry.Set is null ? " " : "*")}" + string.Join("", line.Select(v => v == 0 ? $"{".",14}" : $"{v,14:F2}")));
        }
    }

    private static string Short(string corpus) =>
        corpus.Replace("-newsletters-2002", "-nl", StringComparison.Ordinal).Replace("newsletter-", "", StringComparison.Ordinal).Replace("personal", "pers", StringComparison.Ordinal);

    public static void Show(HeldOutScore[] scores, int count)
    {
        Console.WriteLine("\nloudest false alarms");
        foreach (var score in scores.Where(s => !s.Message.Hostile).OrderByDescending(s => s.Decibans).Take(count)) Line(score);
        Console.WriteLine("\nnewsletters of today");
        foreach (var score in scores.Where(s => s.Message.Corpus.StartsWith("newsletter-pairs", StringComparison.Ordinal)).OrderByDescending(s => s.Decibans).Take(count)) Line(score);
        foreach (var corpus in (string[])["phish", "phish bare"])
        {
            Console.WriteLine($"\nquietest of {corpus}");
            foreach (var score in scores.Where(s => s.Message.Corpus == corpus).OrderBy(s => s.Decibans).Take(6 * count)) Line(score);
        }
    }

    private static void Line(HeldOutScore score) =>
        Console.WriteLine($"{score.Decibans,7:F1} {score.Message.Corpus}/{score.Message.Place} [{score.Message.Group}] {string.Join(" ", score.Message.Codes)}");

    private static double[] Wanted(HeldOutScore[] scores, string variant) =>
        [.. scores.Where(s => !s.Message.Hostile && Corpus.VariantOf(s.Message.Corpus) == variant).Select(s => s.Decibans).OrderDescending()];

    /// <summary>Hostile mail has no personal copies: beside those its bare ones stand.</summary>
    private static string Of(Corpus corpus, string suffix) => corpus.Hostile && suffix == Corpus.Personal ? Corpus.Bare : suffix;

    private static IEnumerable<Corpus> Shown(HeldOutScore[] scores, string suffix) =>
        Corpus.All.Where(c => c.Hostile || scores.Any(s => s.Message.Corpus == c.Name + suffix));

    private static string Share(HeldOutScore[] scores, string corpus, double threshold) =>
        Share([.. scores.Where(s => s.Message.Corpus == corpus).Select(s => s.Decibans)], threshold);

    private static string Share(double[] of, double threshold)
    {
        var over = of.Count(s => s >= threshold);
        return $"{over,10} = {100.0 * over / Math.Max(1, of.Length),6:F2} %";
    }
}
