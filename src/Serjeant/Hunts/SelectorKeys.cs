using System.Collections.Immutable;
using System.IO.Hashing;
using System.Security.Cryptography;
using System.Text;
using Serjeant.Values;

namespace Serjeant.Hunts;

/// <summary>What the index knows a selector by: 64 bits. Equal keys mean the same selector (by chance one pair in 2^64 does not).</summary>
public readonly record struct SelectorKey(ulong Value) : IComparable<SelectorKey>
{
    public int CompareTo(SelectorKey other) => Value.CompareTo(other.Value);

    public static bool operator <(SelectorKey left, SelectorKey right) => left.Value < right.Value;

    public static bool operator >(SelectorKey left, SelectorKey right) => left.Value > right.Value;

    public static bool operator <=(SelectorKey left, SelectorKey right) => left.Value <= right.Value;

    public static bool operator >=(SelectorKey left, SelectorKey right) => left.Value >= right.Value;
}

/// <summary>
/// Makes keys of selectors: for those of people HMAC-SHA-256 under a secret of this house, cut to 64 bits, so that the index without the
/// secret cannot be searched by guessing addresses; for infrastructure XXH3, the same in every house.
/// </summary>
public sealed class SelectorKeys(KeyRing ring)
{
    private const int OnStack = 1_024;

    /// <summary>The key that is written.</summary>
    public SelectorKey Of(Selector selector) => Of(selector, ring.Current);

    /// <summary>All keys it may have been written under: more than one for people's selectors after a rotation.</summary>
    public ImmutableArray<SelectorKey> All(Selector selector) =>
        selector.IsPersonal ? [.. ring.Keys.Select(key => Of(selector, key))] : [Of(selector, ring.Current)];

    private static SelectorKey Of(Selector selector, SecretKey secret)
    {
        var most = 1 + Encoding.UTF8.GetMaxByteCount(selector.Value.Length);
        Span<byte> bytes = most <= OnStack ? stackalloc byte[most] : new byte[most];
        bytes[0] = (byte)selector.Kind;
        bytes = bytes[..(1 + Encoding.UTF8.GetBytes(selector.Value, bytes[1..]))];
        if (!selector.IsPersonal) return new(XxHash3.HashToUInt64(bytes));
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret.ForHashing, bytes, digest);
        return new(System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(digest));
    }
}
