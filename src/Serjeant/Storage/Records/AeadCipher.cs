using System.Security.Cryptography;

namespace Serjeant.Storage.Records;

/// <summary>How something is sealed. Numbers are stored: new ones are added at the end only.</summary>
internal enum SealMethod : byte
{
    /// <summary>AES-256 in Galois/counter mode (NIST SP 800-38D).</summary>
    AesGcm = 1,
    /// <summary>ChaCha20-Poly1305 (RFC 8439), where the system has no AES-GCM.</summary>
    ChaCha = 2,
}

/// <summary>One of the two, under one key. Not for two threads at once.</summary>
internal sealed class AeadCipher : IDisposable
{
    public const int NonceLength = 12, TagLength = 16;

    private readonly AesGcm? _aes;
    private readonly ChaCha20Poly1305? _chacha;

    public AeadCipher(SealMethod method, ReadOnlySpan<byte> key)
    {
        if (method == SealMethod.AesGcm) _aes = new(key, TagLength);
        else _chacha = new(key);
    }

    public static SealMethod Preferred => AesGcm.IsSupported ? SealMethod.AesGcm : SealMethod.ChaCha;

    public void Seal(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> clear, Span<byte> hidden, Span<byte> tag, ReadOnlySpan<byte> about)
    {
        if (_aes is not null) _aes.Encrypt(nonce, clear, hidden, tag, about);
        else _chacha!.Encrypt(nonce, clear, hidden, tag, about);
    }

    /// <exception cref="InvalidDataException">It was changed, or belongs elsewhere.</exception>
    public void Open(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> hidden, ReadOnlySpan<byte> tag, Span<byte> clear, ReadOnlySpan<byte> about)
    {
        try
        {
            if (_aes is not null) _aes.Decrypt(nonce, hidden, tag, clear, about);
            else _chacha!.Decrypt(nonce, hidden, tag, clear, about);
        }
        catch (CryptographicException e)
        {
            throw new InvalidDataException("A sealed record was changed, or belongs elsewhere.", e);
        }
    }

    public void Dispose()
    {
        _aes?.Dispose();
        _chacha?.Dispose();
    }
}
