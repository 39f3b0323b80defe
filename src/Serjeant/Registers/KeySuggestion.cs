using Serjeant.Values;

namespace Serjeant.Registers;

/// <summary>Finds the key that somebody meant when he mistyped one.</summary>
internal static class KeySuggestion
{
    private const int MaximumLength = 32;

    /// <returns>" Did you mean ...?", or an empty text where nothing known is near.</returns>
    public static string For(string written, ReadOnlySpan<string> known)
    {
        if (written.Length > MaximumLength) return "";
        var best = "";
        var least = int.MaxValue;
        foreach (var key in known)
        {
            var distance = Distance(Folding.Fold(written), Folding.Fold(key));
            if (distance < least) (best, least) = (key, distance);
        }
        return least <= Math.Max(1, best.Length / 3) ? $" Did you mean \"{best}\"?" : "";
    }

    /// <summary>Edits between two words, where swapping two neighbours is one edit (optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        var costs = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    costs[i, j] = i + j;
                    continue;
                }
                var same = a[i - 1] == b[j - 1] ? 0 : 1;
                costs[i, j] = Math.Min(Math.Min(costs[i - 1, j] + 1, costs[i, j - 1] + 1), costs[i - 1, j - 1] + same);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) costs[i, j] = Math.Min(costs[i, j], costs[i - 2, j - 2] + 1);
            }
        return costs[a.Length, b.Length];
    }
}
