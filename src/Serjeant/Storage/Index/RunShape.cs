using System.Numerics;

namespace Serjeant.Storage.Index;

/// <summary>How wide a run writes its numbers.</summary>
/// <param name="Lowest">Its lowest number; others are written by how much they are above it.</param>
/// <param name="NumberBytes">Bytes of a number that stands alone.</param>
/// <param name="GapBytes">Bytes of the lower part of what lies between two keys; the rest follows, seven bits a byte.</param>
internal readonly record struct RunShape(uint Lowest, int NumberBytes, int GapBytes)
{
    public static RunShape For(uint lowest, uint highest, long lists)
    {
        var number = Math.Max(1, (32 - BitOperations.LeadingZeroCount(highest - lowest) + 7) / 8);
        // Keys are as good as random, so that their gaps are known beforehand: mostly one byte is left for the rest.
        var gap = Mark.KeyBits - BitOperations.Log2((ulong)Math.Max(1, lists));
        return new(lowest, number, Math.Clamp((gap - 3) / 8, 0, 6));
    }
}
