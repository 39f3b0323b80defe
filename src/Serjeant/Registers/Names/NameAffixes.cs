namespace Serjeant.Registers.Names;

/// <summary>Titles and offices that Han, Hangul and Kana write to a name without a space: 議員, 部長, 의원, 事務所.</summary>
internal static class NameAffixes
{
    private const int Longest = 6;

    /// <summary>Letters of a name that have to be left: 王部長 may be a name of its own.</summary>
    private const int ShortestName = 2;

    /// <summary>A name runs to three or four affixes at most: 国会議員, 議員, 事務所, 秘書.</summary>
    private const int MaximumAffixes = 3;

    /// <returns>How many letters stand before the name, the name's own, and whether の joins the rest to it (0 or 1).</returns>
    public static (int Before, int Name, int Joint) Around(ReadOnlySpan<char> word)
    {
        var (start, end) = (0, word.Length);
        for (var n = 0; n < MaximumAffixes && Behind(word[start..end]) is > 0 and var length; n++) end -= length;
        for (var n = 0; n < MaximumAffixes && InFront(word[start..end]) is > 0 and var length; n++) start += length;
        var joint = end < word.Length && end - start > ShortestName && word[end - 1] == 'の' ? 1 : 0;
        return (start, end - start - joint, joint);
    }

    private static int Behind(ReadOnlySpan<char> word)
    {
        for (var length = Math.Min(Longest, word.Length - ShortestName); length > 0; length--)
            if (Is(word[^length..], length > 1 || IsKana(word[^2]))) return length;
        return 0;
    }

    private static int InFront(ReadOnlySpan<char> word)
    {
        for (var length = Math.Min(Longest, word.Length - ShortestName); length > 1; length--)
            if (Is(word[..length], true)) return length;
        return 0;
    }

    // One letter (氏) is cut off foreign names only, which end in kana; elsewhere it may be the name's.
    private static bool Is(ReadOnlySpan<char> affix, bool certain) =>
        certain && NameWords.Shipped.Affixes.TryGetValue(NameHash.Of(affix), out var kind) && (kind & (WordKinds.Title | WordKinds.Office)) != 0;

    private static bool IsKana(char c) => c is >= '\u3040' and <= '\u30ff';
}
