namespace Serjeant.Values;

/// <summary>What the eye makes of a word at a glance: confusable letters made one, letter pairs read as the letter they resemble.</summary>
internal static class Look
{
    /// <summary>Equal for two words that can be taken for each other; not meant to be shown.</summary>
    public static string Of(string text) =>
        Folding.Fold(Skeleton.Of(text)).Replace("rn", "m", StringComparison.Ordinal).Replace("vv", "w", StringComparison.Ordinal)
            .Replace("cl", "d", StringComparison.Ordinal).Replace('0', 'o').Replace('1', 'l').Replace('i', 'l');
}
