using System.Runtime.CompilerServices;

namespace Serjeant.Registers.Names;

/// <summary>
/// A polynomial hash, so that the hash of two words written together, of a part of a word, or of a word without one letter costs
/// one multiplication. It only finds candidates; what is found is compared letter by letter or is a key nobody can choose.
/// </summary>
internal static class NameHash
{
    /// <summary>Letters of a word that are looked at; longer ones are no part of a name.</summary>
    public const int MaximumWord = 48;

    private const ulong Prime = 0x9E3779B97F4A7C15;

    private static readonly ulong[] Powers = MakePowers();

    public static ulong Of(ReadOnlySpan<char> word)
    {
        ulong hash = 0;
        foreach (var c in word) hash = Append(hash, c);
        return hash;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Append(ulong hash, char c) => hash * Prime + c + 1;

    /// <summary>The hash of two words written as one.</summary>
    public static ulong Concat(ulong first, ulong second, int secondLength) =>
        first * Powers[Math.Min(secondLength, Powers.Length - 1)] + second;

    /// <summary>The hash of a part, from the hashes of what ends before it and of what ends with it.</summary>
    public static ulong Part(ulong before, ulong whole, int length) => whole - before * Powers[length];

    /// <summary>A key of its own for every kind of variant, with all bits stirred.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Key(ulong hash, ulong kind)
    {
        hash ^= kind * 0xD6E8FEB86659FD93;
        hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93;
        hash = (hash ^ (hash >> 29)) * 0x94D049BB133111EB;
        return hash ^ (hash >> 32);
    }

    private static ulong[] MakePowers()
    {
        var powers = new ulong[4 * MaximumWord];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++) powers[i] = powers[i - 1] * Prime;
        return powers;
    }
}
