namespace Serjeant.Bench.Impersonation;

/// <summary>What must hold, and whether it does.</summary>
internal static class ImpersonationFigures
{
    private const double LeastOverAll = 0.97, LeastOfEach = 0.90, MostFalseAlarms = 0.0002;

    public static bool Print(IReadOnlyList<Outcome> outcomes, IReadOnlyList<Alarm> alarms, int messages, int houses)
    {
        var held = true;
        Console.WriteLine();
        foreach (var (name, of) in new[] { ("all parliaments", outcomes.ToArray()), ("odd parliaments", [.. outcomes.Where(o => !o.IsForDevelopment)]), ("even parliaments", [.. outcomes.Where(o => o.IsForDevelopment)]) })
        {
            if (of.Length == 0) continue;
            var rates = of.GroupBy(o => o.Attack.Recipe.Name).Select(g => (Recipe: g.Key, Rate: g.Count(o => o.Detected) / (double)g.Count())).OrderBy(r => r.Rate).ToArray();
            var mean = rates.Average(r => r.Rate);
            Line(mean >= LeastOverAll, $"{name}: recall {mean:P2} as the mean of {rates.Length} recipes, {of.Count(o => o.Detected) / (double)of.Length:P2} of {of.Length} attacks; at least {LeastOverAll:P0}");
            var low = rates.Where(r => r.Rate < LeastOfEach).ToArray();
            Line(low.Length == 0, $"{name}: every recipe at least {LeastOfEach:P0}{(low.Length == 0 ? "" : "; below: " + string.Join(", ", low.Select(r => FormattableString.Invariant($"{r.Recipe} {r.Rate:P0}"))))}");
        }
        var each = alarms.Count(a => a.House >= 0 && a.Judged);
        var union = alarms.Count(a => a.House == WantedMail.All && a.Judged);
        var inScan = alarms.Count(a => a.House == WantedMail.InScan && a.Judged);
        Line(each / (double)houses / messages <= MostFalseAlarms, $"false alarms of one parliament's roster: {each} in {houses} times {messages}, {each / (double)houses / messages:P4} of wanted mail; at most {MostFalseAlarms:P2}");
        Line(union / (double)messages <= MostFalseAlarms, $"false alarms of all rosters in one: {union} in {messages}, {union / (double)messages:P4} of wanted mail; at most {MostFalseAlarms:P2}");
        Line(inScan / (double)messages <= MostFalseAlarms, $"the same in the whole scan: {inScan} in {messages}, {inScan / (double)messages:P4} of wanted mail; at most {MostFalseAlarms:P2}");
        return held;

        void Line(bool good, string text)
        {
            held &= good;
            Console.WriteLine($"{(good ? "PASS" : "FAIL")}  {text}");
        }
    }
}
