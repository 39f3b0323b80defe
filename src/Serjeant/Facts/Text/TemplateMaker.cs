using System.Numerics;

namespace Serjeant.Facts.Text;

/// <summary>
/// Fingerprints a text by one-permutation hashing (Li, Owen, Zhang, "One Permutation Hashing", NIPS 2012) over shingles of three words,
/// with empty bins filled from their neighbours (Shrivastava and Li, ICML 2014). Words are already without numbers and addresses;
/// the recipients' own names are left out here, so that "Dear Ms Hartwell" makes no difference.
/// </summary>
internal static class TemplateMaker
{
    private const int MinimumWords = 12;
    private const int BinBits = 4;

    public static TextTemplate Make(ReadOnlySpan<ulong> words, HashSet<ulong> recipientNames)
    {
        if (words.Length < MinimumWords) return TextTemplate.None;
        Span<uint> bins = stackalloc uint[TextTemplate.BinCount];
        bins.Fill(uint.MaxValue);
        ulong previous = 0, before = 0;
        var count = 0;
        foreach (var word in words)
        {
            if (recipientNames.Count > 0 && recipientNames.Contains(word)) continue;
            if (++count >= 3)
            {
                var shingle = (BitOperations.RotateLeft(before, 21) ^ BitOperations.RotateLeft(previous, 42) ^ word) * 0x9E3779B97F4A7C15UL;
                shingle ^= shingle >> 31;
                shingle *= 0xBF58476D1CE4E5B9UL;
                var bin = (int)(shingle >> (64 - BinBits));
                var value = (uint)shingle;
                if (value < bins[bin]) bins[bin] = value;
            }
            before = previous;
            previous = word;
        }
        if (count < MinimumWords) return TextTemplate.None;
        Densify(bins);
        return new([.. bins], count);
    }

    private static void Densify(Span<uint> bins)
    {
        Span<uint> source = stackalloc uint[TextTemplate.BinCount];
        bins.CopyTo(source);
        for (var i = 0; i < bins.Length; i++)
        {
            if (source[i] != uint.MaxValue) continue;
            for (var step = 1; step < bins.Length; step++)
            {
                var neighbour = source[(i + step) % bins.Length];
                if (neighbour == uint.MaxValue) continue;
                bins[i] = neighbour + (uint)step * 0x9E3779B1u;
                break;
            }
        }
    }
}
