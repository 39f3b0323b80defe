using Serjeant.Registers.LookAlikes;
using Serjeant.Values;

namespace Serjeant.Bench.LookAlikes;

/// <summary>What is told of names that imitate nobody.</summary>
internal static class LookAlikeAlarms
{
    private const double Allowed = 0.001;
    private const int Folds = 10;

    /// <returns>Whether each list stays under what is allowed, as shipped.</returns>
    public static bool Print(string registers, string shared, ProtectedName[] hundred, ProtectedName[] many)
    {
        var lists = new List<(string Name, string[] Names)> { ("tranco10k", InnocentNames.MostUsed(registers, "tranco10k")), ("cisco_top10k", InnocentNames.MostUsed(registers, "cisco_top10k")) };
        var corpora = Path.Combine(shared, "corpora");
        if (Directory.Exists(corpora)) lists.Add(("senders of wanted mail", InnocentNames.Senders(corpora)));
        var held = true;
        foreach (var (title, names) in new[] { ("the hundred", hundred), ($"{many.Length} names", many) })
        {
            var owned = names.Where(n => n.Kind != ProtectedKind.Person).Select(n => n.Name).ToHashSet(StringComparer.Ordinal);
            var shipped = new LookAlikeIndex(names, []);
            foreach (var (list, innocents) in lists)
            {
                var asked = innocents.Where(i => !LookAlikeRecall.IsOwned(i, owned)).ToArray();
                held &= Tell($"{title}, {list}, as shipped", asked, asked.Select(a => (a, shipped.Find(a.AsSpan()))), print: true);
            }
            // What ships knows the most used names by heart. Here nine tenths of them are known, and the rest asked for.
            var strange = lists.Take(2).SelectMany(l => l.Names).Select(n => DomainName.TryParse(n, out var d) ? d.Registrable.Name : n).Distinct().Where(i => !LookAlikeRecall.IsOwned(i, owned)).Order(StringComparer.Ordinal).ToArray();
            var answers = new List<(string, LookAlike?)>();
            for (var fold = 0; fold < Folds; fold++)
            {
                var held10 = strange.Where((_, i) => i % Folds == fold).ToHashSet(StringComparer.Ordinal);
                var index = new LookAlikeIndex(names, [], new LabelOdds(LabelOdds.Shipped.Names.Where(n => !held10.Contains(n))));
                answers.AddRange(held10.Select(n => (n, index.Find(n.AsSpan()))));
            }
            Tell($"{title}, registrable names of both lists, none of those asked for known (ten folds)", strange, answers, print: true);
        }
        return held;
    }

    private static bool Tell(string title, string[] asked, IEnumerable<(string Name, LookAlike? Answer)> answers, bool print)
    {
        var alarms = answers.Where(a => a.Answer is not null).ToArray();
        var rate = alarms.Length / (double)asked.Length;
        Console.WriteLine();
        Console.WriteLine($"{(rate <= Allowed ? "PASS" : "FAIL")}  false alarms: {title}: {alarms.Length} of {asked.Length} ({rate:P3})");
        if (!print) return rate <= Allowed;
        foreach (var (name, answer) in alarms.Take(60)) Console.WriteLine($"      {name} taken for {answer!.Target.Name} ({answer.Kind}, {answer.Weight}: {answer.Explanation})");
        if (alarms.Length > 60) Console.WriteLine($"      and {alarms.Length - 60} more");
        return rate <= Allowed;
    }
}
