namespace Serjeant.Registers.LookAlikes;

/// <summary>
/// The likeliest way in which somebody made one label out of another, and what it takes to describe it in bits (minimum description
/// length, Rissanen 1978): where, which change, which letter. A near letter of a keyboard takes less than any letter.
/// <c>Plain</c> counts the changes that the eye would notice: neither letters drawn alike nor hyphens.
/// </summary>
internal readonly record struct EditScript(double Bits, int Edits, int Plain, LookAlikeKind Kind)
{
    /// <summary>Labels are no longer than this (RFC 1035).</summary>
    internal const int Longest = 64;

    /// <summary>Labels that are near need no larger shift.</summary>
    private const int Band = 6;

    private const short Far = 16000;

    private const int Away = 200; // half bits: no script of labels that are near takes so much

    private static EditScript TooFar => new(Away, Longest, Longest, LookAlikeKind.Several);

    /// <summary>Makes the label that is imitated into the one that imitates it.</summary>
    /// <param name="most">Half bits beyond which nobody asks.</param>
    public static EditScript Between(ReadOnlySpan<byte> imitated, ReadOnlySpan<byte> imitation, int most = Away)
    {
        if (imitated.Length >= Longest || imitation.Length >= Longest || Math.Abs(imitated.Length - imitation.Length) > Band) return TooFar;
        // What both begin and end with takes no part, but for one letter that a doubled one may stand beside.
        var same = Math.Max(0, imitated.CommonPrefixLength(imitation) - 1);
        imitated = imitated[same..];
        imitation = imitation[same..];
        var end = 0;
        while (end + 2 < Math.Min(imitated.Length, imitation.Length) && imitated[^(end + 1)] == imitation[^(end + 1)] && imitated[^(end + 2)] == imitation[^(end + 2)]) end++;
        imitated = imitated[..^end];
        imitation = imitation[..^end];
        var width = imitation.Length + 1;
        var room = SearchScratch.Own;
        var cost = room.Cost.AsSpan(0, (imitated.Length + 1) * width);
        var step = room.Step.AsSpan(0, cost.Length);
        var (least, leastBefore) = (0, 0);
        for (var i = 0; i <= imitated.Length; i++)
        {
            // Every way leads through one of two rows side by side.
            if (Math.Min(least, leastBefore) > most) return TooFar;
            (leastBefore, least) = (least, Far);
            for (var j = 0; j <= imitation.Length; j++)
            {
                if (Math.Abs(i - j) > Band)
                {
                    cost[(i * width) + j] = Far;
                    continue;
                }
                var (best, how) = i == 0 && j == 0 ? (0, Step.Same) : (2 * Far, Step.Same);
                if (i > 0 && j > 0)
                {
                    var (change, kind) = imitated[i - 1] == imitation[j - 1] ? (0, Step.Same) : KeyNeighbours.Replaced(imitated[i - 1], imitation[j - 1]);
                    Try(cost[((i - 1) * width) + j - 1] + change, kind, ref best, ref how);
                }
                if (j > 0)
                {
                    var (change, kind) = Inserted(imitated, i, imitation, j, end == 0);
                    Try(cost[(i * width) + j - 1] + change, kind, ref best, ref how);
                }
                if (i > 0) Try(cost[((i - 1) * width) + j] + Omitted(imitated, i), Step.Omit, ref best, ref how);
                if (i > 1 && j > 1 && imitated[i - 1] == imitation[j - 2] && imitated[i - 2] == imitation[j - 1])
                    Try(cost[((i - 2) * width) + j - 2] + 10, Step.Transpose, ref best, ref how);
                if (i > 0 && j > 1 && IsDrawnAs(imitated[i - 1], imitation[j - 2], imitation[j - 1]))
                    Try(cost[((i - 1) * width) + j - 2] + 9, Step.GlyphPair, ref best, ref how);
                if (i > 1 && j > 0 && IsDrawnAs(imitation[j - 1], imitated[i - 2], imitated[i - 1]))
                    Try(cost[((i - 2) * width) + j - 1] + 9, Step.GlyphJoined, ref best, ref how);
                cost[(i * width) + j] = (short)Math.Min(best, Far);
                step[(i * width) + j] = (byte)how;
                if (best < least) least = best;
            }
        }
        return cost[^1] >= Away || cost[^1] > most ? TooFar : Told(imitated, imitation, step, cost[^1] / 2.0);
    }

    private static void Try(int cost, Step kind, ref int best, ref Step how)
    {
        if (cost >= best) return;
        best = cost;
        how = kind;
    }

    private static (int HalfBits, Step Step) Inserted(ReadOnlySpan<byte> imitated, int i, ReadOnlySpan<byte> imitation, int j, bool last)
    {
        var c = imitation[j - 1];
        if (c == '-') return (8, Step.Hyphen);
        if ((i > 0 && imitated[i - 1] == c) || (i < imitated.Length && imitated[i] == c)) return (10, Step.Repeat);
        if (i == imitated.Length && last) return c == 's' ? (8, Step.Plural) : (14, Step.Add);
        if ((i > 0 && KeyNeighbours.Are(imitated[i - 1], c)) || (i < imitated.Length && KeyNeighbours.Are(imitated[i], c))) return (14, Step.Insert);
        return (17, Step.Insert);
    }

    private static int Omitted(ReadOnlySpan<byte> imitated, int i) =>
        imitated[i - 1] == '-' ? 7 : i > 1 && imitated[i - 1] == imitated[i - 2] ? 8 : 10;

    /// <summary>One letter that two others side by side are drawn like.</summary>
    private static bool IsDrawnAs(byte letter, byte first, byte second) => ((char)letter, (char)first, (char)second) switch
    {
        ('m', 'r', 'n') or ('m', 'n', 'n') or ('m', 'r', 'r') or ('w', 'v', 'v') or ('w', 'u', 'u') or ('d', 'c', 'l' or '1' or 'i') or ('d', 'd', 'l') or ('b', 'l', 'b') or ('b', 'l', 'o')
            or ('h', 'l', 'h') or ('h', 'l', 'i') or ('k', 'l' or 'i', 'k') or ('k', 'l', 'c') or ('n', 'r', 'i') or ('u', 'l' or 'i', 'i' or 'l') => true,
        _ => false,
    };

    private static EditScript Told(ReadOnlySpan<byte> imitated, ReadOnlySpan<byte> imitation, ReadOnlySpan<byte> step, double bits)
    {
        var width = imitation.Length + 1;
        int i = imitated.Length, j = imitation.Length, edits = 0, glyphs = 0, hyphens = 0;
        var last = Step.Same;
        while (i > 0 || j > 0)
        {
            var how = (Step)step[(i * width) + j];
            if (how != Step.Same)
            {
                edits++;
                if (how is Step.Glyph or Step.GlyphPair or Step.GlyphJoined) glyphs++;
                if (how == Step.Hyphen || (how == Step.Omit && imitated[i - 1] == '-')) hyphens++;
                if (how == Step.Omit && imitated[i - 1] == '-') how = Step.Hyphen;
                last = how;
                how = (Step)step[(i * width) + j];
            }
            i -= how switch { Step.Transpose or Step.GlyphJoined => 2, Step.Insert or Step.Add or Step.Repeat or Step.Plural or Step.Hyphen => 0, _ => 1 };
            j -= how switch { Step.Transpose or Step.GlyphPair => 2, Step.Omit => 0, _ => 1 };
        }
        var kind = edits switch
        {
            0 => LookAlikeKind.TldSwap,
            _ when glyphs == edits => LookAlikeKind.Homoglyph,
            _ when hyphens == edits => LookAlikeKind.Hyphenation,
            1 => KindOf(last),
            _ => LookAlikeKind.Several,
        };
        // Which changes, and how many, must be told too; one kind of look-alike is often put in every place at once.
        var plain = edits - glyphs - hyphens;
        if (edits > 1) bits += (3 * Math.Max(0, plain - (glyphs + hyphens > 0 ? 0 : 1))) + Math.Min(3, glyphs + hyphens - (plain > 0 ? 0 : 1));
        return new(bits, edits, plain, kind);
    }

    private static LookAlikeKind KindOf(Step step) => step switch
    {
        Step.Key or Step.Replace => LookAlikeKind.Replacement,
        Step.Vowel => LookAlikeKind.VowelSwap,
        Step.Bit => LookAlikeKind.Bitsquatting,
        Step.Hyphen => LookAlikeKind.Hyphenation,
        Step.Repeat => LookAlikeKind.Repetition,
        Step.Plural => LookAlikeKind.Plural,
        Step.Add => LookAlikeKind.Addition,
        Step.Insert => LookAlikeKind.Insertion,
        Step.Omit => LookAlikeKind.Omission,
        Step.Transpose => LookAlikeKind.Transposition,
        _ => LookAlikeKind.Homoglyph,
    };
}
