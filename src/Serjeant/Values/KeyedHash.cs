using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Serjeant.Values;

/// <summary>
/// Names for what belongs to people, in memory: equal texts are equal under one key, and mean nothing under another (XXH3 with a seed). What
/// is written to disk needs more than 64 bits against guessing: use an HMAC there.
/// </summary>
internal readonly struct KeyedHash(long key)
{
    public ulong Of(ReadOnlySpan<char> text) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text), key);

    /// <summary>Of two things together, in this order.</summary>
    public ulong Of(ulong first, ulong second)
    {
        ReadOnlySpan<ulong> both = [first, second];
        return XxHash3.HashToUInt64(MemoryMarshal.AsBytes(both), key);
    }
}
