using Serjeant.Values;

namespace Serjeant.Signals.Form;

/// <summary>
/// How likely a row of letters is as a name, by how often one letter follows two others in the names of well-known sites (data/warninglists).
/// A second-order Markov chain with additive smoothing.
/// </summary>
internal static class LetterPairs
{
    private const int Symbols = 27;
    private const int MinimumLetters = 8;

    /// <summary>Natural logarithm of the mean likelihood of a letter, under which one name in some hundreds lies.</summary>
    private const double Unlikely = -3.7, UnlikelyRun = -4.6;

    private const int Run = 5;

    private static readonly float[] Likelihoods = Learn();

    public static bool AreUnlikely(ReadOnlySpan<char> label, double margin = 0) => Mean(label) < Unlikely - margin || Worst(label) < UnlikelyRun;

    /// <summary>Mean logarithm of the least likely five letters on end: a random tail behind an honest name ("johnsmithwlucjckl").</summary>
    private static double Worst(ReadOnlySpan<char> label)
    {
        Span<float> run = stackalloc float[Run];
        var worst = 0.0;
        int length = 0, before = 0, last = 0;
        foreach (var c in label)
        {
            var symbol = Symbol(c);
            if (symbol == 0)
            {
                length = 0;
            }
            else
            {
                run[length++ % Run] = Likelihoods[(((before * Symbols) + last) * Symbols) + symbol];
                if (length >= Run) worst = Math.Min(worst, (run[0] + run[1] + run[2] + run[3] + run[4]) / Run);
            }
            (before, last) = (last, symbol);
        }
        return worst;
    }

    /// <summary>Mean logarithm for the letters of a label; 0 where there are too few.</summary>
    internal static double Mean(ReadOnlySpan<char> label)
    {
        var sum = 0.0;
        int count = 0, before = 0, last = 0;
        foreach (var c in label)
        {
            var symbol = Symbol(c);
            if (symbol > 0)
            {
                sum += Likelihoods[(((before * Symbols) + last) * Symbols) + symbol];
                count++;
            }
            (before, last) = (last, symbol);
        }
        return count < MinimumLetters ? 0 : sum / count;
    }

    private static int Symbol(char c) => char.IsAsciiLetter(c) ? (c | 0x20) - 'a' + 1 : 0;

    private static float[] Learn()
    {
        var counts = new float[Symbols * Symbols * Symbols];
        foreach (var name in ShippedData.ReadLines("warninglists/popular.txt").Concat(ShippedData.ReadLines("warninglists/freemail.txt")))
        {
            if (name.Length == 0 || name[0] == '#' || name.Contains("xn--", StringComparison.Ordinal)) continue;
            int before = 0, last = 0;
            foreach (var c in name)
            {
                var symbol = Symbol(c);
                if (symbol > 0) counts[(((before * Symbols) + last) * Symbols) + symbol]++;
                (before, last) = (last, symbol);
            }
        }
        for (var pair = 0; pair < Symbols * Symbols; pair++)
        {
            var row = counts.AsSpan(pair * Symbols, Symbols);
            var total = 0f;
            foreach (var count in row) total += count;
            for (var i = 0; i < Symbols; i++) row[i] = MathF.Log((row[i] + 0.5f) / (total + (0.5f * Symbols)));
        }
        return counts;
    }
}
