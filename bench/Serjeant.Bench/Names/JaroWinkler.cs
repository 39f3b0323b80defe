using System.Diagnostics;
using Serjeant.Registers.Names;

namespace Serjeant.Bench.Names;

/// <summary>What is done where there is no index: every name is compared with every person's (Jaro-Winkler, Winkler 1990, as record linkage and sanctions screening use it).</summary>
internal static class JaroWinkler
{
    private const int Sample = 100;

    public static void Compare(IReadOnlyList<NamedSubject> subjects, string[] names)
    {
        var folded = subjects.SelectMany(s => s.Names).Select(Values.Folding.Fold).ToArray();
        var sample = names.Where((_, i) => i % Math.Max(1, names.Length / Sample) == 0).Take(Sample).Select(Values.Folding.Fold).ToArray();
        Best(sample[0], folded);
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        var close = sample.Count(n => Best(n, folded) > 0.9);
        var spent = Process.GetCurrentProcess().TotalProcessorTime - cpu;
        Console.WriteLine($"Jaro-Winkler with every name  {sample.Length / spent.TotalSeconds,10:N1} a second of CPU time (measured on {sample.Length} names of wanted mail; {close} of them above 0.9)");
    }

    private static double Best(string name, string[] all)
    {
        var best = 0.0;
        foreach (var other in all) best = Math.Max(best, Similarity(name, other));
        return best;
    }

    public static double Similarity(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > 64) a = a[..64];
        if (b.Length > 64) b = b[..64];
        if (a.IsEmpty || b.IsEmpty) return 0;
        var window = Math.Max(0, (Math.Max(a.Length, b.Length) / 2) - 1);
        Span<bool> usedA = stackalloc bool[64], usedB = stackalloc bool[64];
        usedA.Clear();
        usedB.Clear();
        var matches = 0;
        for (var i = 0; i < a.Length; i++)
            for (var j = Math.Max(0, i - window); j < Math.Min(b.Length, i + window + 1); j++)
                if (!usedB[j] && a[i] == b[j])
                {
                    (usedA[i], usedB[j]) = (true, true);
                    matches++;
                    break;
                }
        if (matches == 0) return 0;
        var (turned, k) = (0, 0);
        for (var i = 0; i < a.Length; i++)
        {
            if (!usedA[i]) continue;
            while (!usedB[k]) k++;
            if (a[i] != b[k++]) turned++;
        }
        double m = matches;
        var jaro = ((m / a.Length) + (m / b.Length) + ((m - (turned / 2)) / m)) / 3;
        var prefix = Math.Min(4, a.CommonPrefixLength(b));
        return jaro + (prefix * 0.1 * (1 - jaro));
    }
}
