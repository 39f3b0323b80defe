using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Serjeant.Values;

/// <summary>The SHA-256 (FIPS 180-4) of some bytes: 32 bytes, written as 64 lower-case hexadecimal digits.</summary>
public readonly record struct Sha256 : IComparable<Sha256>
{
    public const int Length = 32;

    private readonly ulong _a, _b, _c, _d;

    /// <exception cref="ArgumentException">Not exactly 32 bytes.</exception>
    public Sha256(ReadOnlySpan<byte> digest)
    {
        if (digest.Length != Length)
            throw new ArgumentException($"A SHA-256 has {Length} bytes, not {digest.Length}.", nameof(digest));
        _a = BinaryPrimitives.ReadUInt64BigEndian(digest);
        _b = BinaryPrimitives.ReadUInt64BigEndian(digest[8..]);
        _c = BinaryPrimitives.ReadUInt64BigEndian(digest[16..]);
        _d = BinaryPrimitives.ReadUInt64BigEndian(digest[24..]);
    }

    public static Sha256 Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> digest = stackalloc byte[Length];
        SHA256.HashData(bytes, digest);
        return new(digest);
    }

    /// <summary>Reads 64 hexadecimal digits of either case.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Sha256 value)
    {
        value = default;
        Span<byte> digest = stackalloc byte[Length];
        if (text.Length != 2 * Length
            || Convert.FromHexString(text, digest, out _, out _) != System.Buffers.OperationStatus.Done)
            return false;
        value = new(digest);
        return true;
    }

    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64BigEndian(destination, _a);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], _b);
        BinaryPrimitives.WriteUInt64BigEndian(destination[16..], _c);
        BinaryPrimitives.WriteUInt64BigEndian(destination[24..], _d);
    }

    public byte[] ToArray()
    {
        var digest = new byte[Length];
        CopyTo(digest);
        return digest;
    }

    public int CompareTo(Sha256 other)
    {
        var order = _a.CompareTo(other._a);
        if (order == 0) order = _b.CompareTo(other._b);
        if (order == 0) order = _c.CompareTo(other._c);
        return order == 0 ? _d.CompareTo(other._d) : order;
    }

    public static bool operator <(Sha256 left, Sha256 right) => left.CompareTo(right) < 0;

    public static bool operator >(Sha256 left, Sha256 right) => left.CompareTo(right) > 0;

    public static bool operator <=(Sha256 left, Sha256 right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Sha256 left, Sha256 right) => left.CompareTo(right) >= 0;

    public override string ToString()
    {
        Span<byte> digest = stackalloc byte[Length];
        CopyTo(digest);
        return Convert.ToHexStringLower(digest);
    }
}
