using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Serjeant.Values;

namespace Serjeant.Storage.Records;

/// <summary>
/// Seals what is kept of people under the current key of the house, and opens what was sealed under any key of its ring. Every purpose has
/// a key of its own, derived by HKDF. One thread at a time; making one costs next to nothing.
/// </summary>
/// <remarks>
/// Nonces are 96 random bits. NIST SP 800-38D allows 2^32 sealings under one key for that; records are spread over sixteen keys by the first
/// digit of their identity, so that one key of the house is good for 6.9 * 10^10 of them. A counter would need no such bound, but a data
/// folder brought back from a copy, or a transaction that was undone, would use its numbers twice, which gives the text away.
/// </remarks>
internal sealed class Sealing : IDisposable
{
    /// <summary>Bytes that name a key, as <see cref="SecretKey.Id"/> writes them.</summary>
    public const int KeyIdLength = 4;

    private const int TextOverhead = 1 + KeyIdLength + AeadCipher.NonceLength + AeadCipher.TagLength;

    private readonly KeyRing _ring;
    private readonly Dictionary<(uint Key, SealMethod Method, string Purpose), AeadCipher> _ciphers = [];
    private readonly byte[] _chance = new byte[AeadCipher.NonceLength * 256];
    private int _used;

    public Sealing(KeyRing ring, SealMethod? method = null)
    {
        _ring = ring;
        Method = method ?? AeadCipher.Preferred;
        CurrentKey = Number(ring.Current);
        _used = _chance.Length;
    }

    public SealMethod Method { get; }

    public uint CurrentKey { get; }

    /// <summary>The keyed hash of a text that is only ever compared: 128 bits, as hexadecimal digits.</summary>
    public string Hash(string text) => Hash(text, _ring.Current);

    /// <summary>The hashes of a text under all keys of the house.</summary>
    public IEnumerable<string> Hashes(string text) => _ring.Keys.Select(key => Hash(text, key));

    public bool IsHash(string hash, string text) => Hashes(text).Contains(hash);

    /// <param name="text">What to hide.</param>
    /// <param name="about">Where it stands, so that it cannot be put elsewhere: table, column and row.</param>
    public string Seal(string text, string about)
    {
        var clear = Encoding.UTF8.GetBytes(text);
        var whole = new byte[clear.Length + TextOverhead];
        whole[0] = (byte)Method;
        BinaryPrimitives.WriteUInt32BigEndian(whole.AsSpan(1), CurrentKey);
        var nonce = whole.AsSpan(1 + KeyIdLength, AeadCipher.NonceLength);
        NextNonce(nonce);
        var hidden = whole.AsSpan(1 + KeyIdLength + AeadCipher.NonceLength, clear.Length);
        Cipher(CurrentKey, Method, "texts").Seal(nonce, clear, hidden, whole.AsSpan(whole.Length - AeadCipher.TagLength), Encoding.UTF8.GetBytes(about));
        return Convert.ToBase64String(whole);
    }

    /// <exception cref="InvalidDataException">It was changed, belongs elsewhere, or its key is not there.</exception>
    public string Open(string sealedText, string about)
    {
        Span<byte> whole = new byte[sealedText.Length];
        if (!Convert.TryFromBase64String(sealedText, whole, out var length) || length < TextOverhead) throw new InvalidDataException("A sealed text is damaged.");
        whole = whole[..length];
        var clear = new byte[length - TextOverhead];
        Cipher(BinaryPrimitives.ReadUInt32BigEndian(whole[1..]), (SealMethod)whole[0], "texts").Open(
            whole.Slice(1 + KeyIdLength, AeadCipher.NonceLength), whole[(1 + KeyIdLength + AeadCipher.NonceLength)..^AeadCipher.TagLength],
            whole[^AeadCipher.TagLength..], clear, Encoding.UTF8.GetBytes(about));
        return Encoding.UTF8.GetString(clear);
    }

    /// <summary>Never the same twice, but by a chance that the remarks above bound.</summary>
    public void NextNonce(Span<byte> nonce)
    {
        if (_used == _chance.Length)
        {
            RandomNumberGenerator.Fill(_chance);
            _used = 0;
        }
        _chance.AsSpan(_used, AeadCipher.NonceLength).CopyTo(nonce);
        _used += AeadCipher.NonceLength;
    }

    /// <exception cref="InvalidDataException">The house has no such key, or nothing is sealed so.</exception>
    public AeadCipher Cipher(uint key, SealMethod method, string purpose)
    {
        if (_ciphers.TryGetValue((key, method, purpose), out var cipher)) return cipher;
        if (!Enum.IsDefined(method)) throw new InvalidDataException("A record is sealed in an unknown way.");
        var secret = _ring.Keys.FirstOrDefault(k => Number(k) == key) ?? throw new InvalidDataException("A record is sealed under a key that is not there.");
        Span<byte> derived = stackalloc byte[SecretKey.Length];
        HKDF.Expand(HashAlgorithmName.SHA256, secret.ForSealing, derived, Encoding.ASCII.GetBytes(purpose));
        cipher = new(method, derived);
        CryptographicOperations.ZeroMemory(derived);
        return _ciphers[(key, method, purpose)] = cipher;
    }

    public void Dispose()
    {
        foreach (var cipher in _ciphers.Values) cipher.Dispose();
        _ciphers.Clear();
    }

    private static uint Number(SecretKey key) => uint.Parse(key.Id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static string Hash(string text, SecretKey key)
    {
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key.ForHashing, Encoding.UTF8.GetBytes("text " + text), digest);
        return Convert.ToHexStringLower(digest[..16]);
    }
}
