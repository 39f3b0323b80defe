using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Serjeant.Values;

/// <summary>A secret of this house. What is done with it is done with keys derived from it (HKDF, RFC 5869), one for each purpose.</summary>
public sealed class SecretKey
{
    public const int Length = 32;

    private readonly byte[] _hashing, _sealing;

    /// <param name="secret">32 random bytes.</param>
    public SecretKey(ReadOnlySpan<byte> secret)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(secret.Length, Length);
        _hashing = Derive(secret, "selectors");
        _sealing = Derive(secret, "records");
        Id = Convert.ToHexStringLower(Derive(secret, "name"), 0, 4);
    }

    /// <summary>Eight hexadecimal digits that tell keys apart and tell nothing of them.</summary>
    public string Id { get; }

    internal ReadOnlySpan<byte> ForHashing => _hashing;

    internal ReadOnlySpan<byte> ForSealing => _sealing;

    public override string ToString() => Id;

    private static byte[] Derive(ReadOnlySpan<byte> secret, string purpose)
    {
        var derived = new byte[Length];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, derived, [], System.Text.Encoding.ASCII.GetBytes("serjeant " + purpose));
        return derived;
    }
}

/// <summary>The house's secrets: the current one for what is written, older ones for what was written before a rotation.</summary>
/// <param name="Keys">At least one; the current one first.</param>
public sealed record KeyRing(ImmutableArray<SecretKey> Keys)
{
    public SecretKey Current => Keys[0];
}
