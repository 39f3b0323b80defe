namespace Serjeant.Registers.Names;

/// <summary>A place where one word can be two names.</summary>
internal readonly record struct NameSplit(int Start, int FirstLength, int SecondStart, int SecondLength);

/// <summary>Finds where a word can be two names of the register written together, with or without such words as "mp" or "office" round them.</summary>
internal static class NameSplits
{
    private const int Maximum = 8;

    private const int LongestAffix = 12;

    /// <param name="initials">A single letter may be one of the two: hartwellj.</param>
    public static List<NameSplit> Of(NameIndex index, ReadOnlySpan<char> word, bool initials)
    {
        var splits = new List<NameSplit>();
        Span<ulong> ends = stackalloc ulong[NameHash.MaximumWord + 1];
        ends[0] = 0;
        for (var i = 0; i < word.Length; i++) ends[i + 1] = NameHash.Append(ends[i], word[i]);
        Within(index, word, ends, 0, word.Length, splits, initials);
        if (splits.Count > 0) return splits;
        var (start, end) = (0, word.Length);
        for (var n = 0; n < 2 && splits.Count == 0; n++)
        {
            for (var length = Math.Min(LongestAffix, end - start - 4); length >= 1; length--)
                if (NameWords.Shipped.Affixes.ContainsKey(Part(ends, end - length, end)) && (length > 1 || word[end - 1] > 0x7f)) Within(index, word, ends, start, end - length, splits, initials);
            for (var length = Math.Min(LongestAffix, end - start - 4); length > 1; length--)
            {
                if (!NameWords.Shipped.Affixes.ContainsKey(Part(ends, start, start + length))) continue;
                Within(index, word, ends, start + length, end, splits, initials);
                if (splits.Count > 0) break;
                start += length; // "thereal" is two
                break;
            }
            if (start == 0) break;
        }
        return splits;
    }

    private static void Within(NameIndex index, ReadOnlySpan<char> word, ReadOnlySpan<ulong> ends, int start, int end, List<NameSplit> splits, bool initials)
    {
        for (var at = start + 1; at < end && splits.Count < Maximum; at++)
        {
            if (!initials && (at - start == 1 || end - at == 1)) continue;
            var first = FirstToken(index, Part(ends, start, at));
            if (first < 0 && at - start > 1) continue;
            if (Pairs(index, ends, start, at, at, end, word)) splits.Add(new(start, at - start, at, end - at));
            // A middle initial between: janemhartwell.
            else if (at - start > 1 && end - at > 3 && Pairs(index, ends, start, at, at + 1, end, word)) splits.Add(new(start, at - start, at + 1, end - at - 1));
        }
        // A whole name in one, as Han and Hangul write it, that had a title behind it.
        if (end - start is >= 2 and <= 5 && (start > 0 || end < word.Length) && word[start] > 0x2fff && FirstToken(index, Part(ends, start, end)) is >= 0 and var token && index.Pairs.Contains(NameIndex.SoloKey(token)))
            splits.Add(new(start, end - start, start > 0 ? 0 : end, start > 0 ? start : word.Length - end));
    }

    private static bool Pairs(NameIndex index, ReadOnlySpan<ulong> ends, int start, int firstEnd, int secondStart, int end, ReadOnlySpan<char> word)
    {
        var (firstKey, secondKey) = (NameHash.Key(Part(ends, start, firstEnd), 1), NameHash.Key(Part(ends, secondStart, end), 1));
        int a = -1, b = -1;
        if (firstEnd - start == 1 || end - secondStart == 1)
        {
            if (end - start < 5) return false;
            var letter = firstEnd - start == 1 ? word[start] : word[end - 1];
            var key = firstEnd - start == 1 ? secondKey : firstKey;
            for (var token = index.Words.Next(key, ref a); token >= 0; token = index.Words.Next(key, ref a))
                if ((token & 7) == 0 && index.Pairs.Contains(NameIndex.InitialKey(letter, token >> 3))) return true;
            return false;
        }
        if (!index.Words.Contains(secondKey)) return false;
        for (var first = index.Words.Next(firstKey, ref a); first >= 0; first = index.Words.Next(firstKey, ref a))
        {
            b = -1;
            for (var second = index.Words.Next(secondKey, ref b); second >= 0; second = index.Words.Next(secondKey, ref b))
                if (index.Pairs.Contains(NameIndex.PairKey(first >> 3, second >> 3))) return true;
        }
        return false;
    }

    private static int FirstToken(NameIndex index, ulong hash)
    {
        var cursor = -1;
        return index.Words.Next(NameHash.Key(hash, 1), ref cursor);
    }

    private static ulong Part(ReadOnlySpan<ulong> ends, int start, int end) => NameHash.Part(ends[start], ends[end], end - start);
}
