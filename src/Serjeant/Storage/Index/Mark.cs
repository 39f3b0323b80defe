using Serjeant.Hunts;
using Serjeant.Values;

namespace Serjeant.Storage.Index;

/// <summary>
/// What a posting says: roles 0-127 as <see cref="SelectorRole"/>, and two that no hunt sees, by which the store finds its own rows without a
/// B-tree over all that there ever was.
/// </summary>
internal static class Mark
{
    /// <summary>The key begins the identity of a message, the number is that message's.</summary>
    public const byte Identity = 0x80;

    /// <summary>The key is that of a path, the number is that file's.</summary>
    public const byte File = 0x81;

    /// <summary>Keys are kept to 56 bits: of 500 million in an index and 300,000 sought, two differing ones meet once in 500 hunts.</summary>
    public const int KeyBits = 56;

    public static bool IsSpecial(byte mark) => mark >= Identity;

    public static ulong Key(SelectorKey key) => key.Value >> (64 - KeyBits);

    /// <summary>Its first bits: whoever meets them must compare the whole, since an attacker can make two that begin alike.</summary>
    public static ulong Key(Sha256 message)
    {
        Span<byte> bytes = stackalloc byte[Sha256.Length];
        message.CopyTo(bytes);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes) >> (64 - KeyBits);
    }

    /// <param name="path">UTF-8.</param>
    public static ulong Key(ReadOnlySpan<byte> path) => System.IO.Hashing.XxHash3.HashToUInt64(path) >> (64 - KeyBits);
}
