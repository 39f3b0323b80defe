using Serjeant.Registers.LookAlikes;
using Serjeant.Values;

namespace Serjeant.Bench.LookAlikes;

/// <summary>How many made look-alikes are found, by the kind they were made as.</summary>
internal static class LookAlikeRecall
{
    private const double Wanted = 0.995;

    /// <returns>Whether every kind reaches what is wanted.</returns>
    public static bool Print(string title, LookAlikeIndex index, ProtectedName[] protectedNames, List<Twisted> made, int misses)
    {
        var owned = protectedNames.Where(p => p.Kind != ProtectedKind.Person).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        Console.WriteLine();
        Console.WriteLine($"recall: {title}");
        Console.WriteLine($"  {"kind",-22}{"made",9}{"found",9}{"recall",10}{"its target",12}{"nearer or as near",19}{"left out",10}");
        var held = true;
        foreach (var kind in made.GroupBy(m => m.Kind).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            int counted = 0, found = 0, right = 0, near = 0, own = 0;
            var missed = new List<Twisted>();
            foreach (var one in kind)
            {
                // What an owner really has, or lies below it, is no imitation: a dot put into the label may leave the registered name as it was.
                if (!DomainName.TryParse(one.Name, out var name) || IsOwned(name.Name, owned) || LabelOdds.Shipped.IsKnown(name.Registrable.Name))
                {
                    own++;
                    continue;
                }
                counted++;
                if (index.Find(name) is not { } answer)
                {
                    missed.Add(one);
                    continue;
                }
                found++;
                if (answer.Target.Name == one.Original) right++;
                else if (Distance(name, answer.Target.Name) <= Distance(name, one.Original)) near++;
            }
            var recall = counted == 0 ? 1 : found / (double)counted;
            held &= recall >= Wanted;
            Console.WriteLine($"  {kind.Key,-22}{counted,9}{found,9}{recall,10:P2}{right,12}{near,19}{own,10}{(recall < Wanted ? "  BELOW" : "")}");
            var step = Math.Max(1, missed.Count / Math.Max(1, misses));
            for (var i = 0; i < missed.Count && i / step < misses; i += step) Console.WriteLine($"      missed: {missed[i].Name} of {missed[i].Original}");
        }
        return held;
    }

    /// <summary>The name, or one above it, is an owner's.</summary>
    public static bool IsOwned(string name, HashSet<string> owned)
    {
        while (!owned.Contains(name))
        {
            var dot = name.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0) return false;
            name = name[(dot + 1)..];
        }
        return true;
    }

    /// <summary>Changes (Damerau-Levenshtein) between the registered labels, of which a label within a longer one takes none.</summary>
    private static int Distance(DomainName name, string target)
    {
        var (a, b) = (Label(name.Registrable.Name), Label(target).Replace("-", "", StringComparison.Ordinal));
        if (a.Replace("-", "", StringComparison.Ordinal).Contains(b, StringComparison.Ordinal)) return 0;
        a = a.Replace("-", "", StringComparison.Ordinal);
        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    cost[i, j] = i + j;
                    continue;
                }
                cost[i, j] = Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        return cost[a.Length, b.Length];
    }

    private static string Label(string name) => name.Split('.')[0];
}
