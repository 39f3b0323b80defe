namespace Serjeant.Campaigns;

/// <summary>
/// Puts the URLs of one copy beside those of another (Needleman and Wunsch 1970): in order, so that one link more for one
/// reader shifts nothing, and with the most fields equal, so that neighbours of one form are not taken for each other.
/// </summary>
internal static class UrlAlignment
{
    /// <summary>Cells of the table that are filled at most; above, counterparts are taken in order, so that no mail can make us work for ever.</summary>
    private const int MaximumCells = 60_000, MaximumParts = 24;

    /// <returns>For each URL of the reference the index of its counterpart, or -1.</returns>
    public static int[] Align(UrlParts[] reference, UrlParts[] other)
    {
        var result = new int[reference.Length];
        if (SameOrder(reference, other))
        {
            for (var i = 0; i < result.Length; i++) result[i] = i;
            return result;
        }
        var (rows, columns) = (reference.Length, other.Length);
        if (rows * columns > MaximumCells) return InOrder(reference, other);
        var best = new int[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
            for (var j = columns - 1; j >= 0; j--)
            {
                var pair = Likeness(reference[i], other[j]);
                best[i, j] = Math.Max(pair > 0 ? best[i + 1, j + 1] + pair : 0, Math.Max(best[i + 1, j], best[i, j + 1]));
            }
        Array.Fill(result, -1);
        for (int i = 0, j = 0; i < rows && j < columns;)
        {
            var pair = Likeness(reference[i], other[j]);
            if (pair > 0 && best[i, j] == best[i + 1, j + 1] + pair) result[i++] = j++;
            else if (best[i, j] == best[i + 1, j]) i++;
            else j++;
        }
        return result;
    }

    private static int[] InOrder(UrlParts[] reference, UrlParts[] other)
    {
        var result = new int[reference.Length];
        Array.Fill(result, -1);
        for (int i = 0, next = 0; i < reference.Length; i++)
        {
            var found = Array.FindIndex(other, next, Math.Min(16, other.Length - next), o => o.Key == reference[i].Key);
            if (found < 0) continue;
            result[i] = found;
            next = found + 1;
        }
        return result;
    }

    private static bool SameOrder(UrlParts[] reference, UrlParts[] other)
    {
        if (reference.Length != other.Length) return false;
        for (var i = 0; i < reference.Length; i++)
            if (reference[i].Key != other[i].Key) return false;
        return true;
    }

    private static int Likeness(UrlParts a, UrlParts b)
    {
        if (a.Key != b.Key) return 0;
        var score = 4;
        for (var i = 0; i < Math.Min(a.Parts.Length, MaximumParts); i++)
            if (a.Parts[i].Value == b.Parts[i].Value) score += 2;
            else if (a.Parts[i].Value.Length == b.Parts[i].Value.Length) score++;
        return score;
    }
}
