using System.Buffers.Binary;
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
        // Of each thread its own, keyed once: to key it anew for every address costs twice the time.
        if (t_keyed?.Secret != secret) t_keyed = new(secret);
        return t_keyed.Of(selector, bytes);
    }

    [ThreadStatic]
    private static Keyed? t_keyed;

    /// <summary>HMAC under one secret, with what was hashed lately: the same people write and receive again and again.</summary>
    private sealed class Keyed(SecretKey secret)
    {
        private const int Remembered = 4_096;

        private readonly IncrementalHash _hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret.ForHashing);
        private readonly (Selector Selector, SelectorKey Key)[] _lately = new (Selector, SelectorKey)[Remembered];

        public SecretKey Secret => secret;

        public SelectorKey Of(Selector selector, ReadOnlySpan<byte> bytes)
        {
            ref var known = ref _lately[XxHash3.HashToUInt64(bytes) % Remembered];
            if (known.Selector == selector) return known.Key;
            Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
            _hash.AppendData(bytes);
            _hash.GetHashAndReset(digest);
            var key = new SelectorKey(BinaryPrimitives.ReadUInt64LittleEndian(digest));
            known = (selector, key);
            return key;
        }
    }
}
