using System.Buffers.Binary;
using Serjeant.Campaigns;
using Serjeant.Values;

namespace Serjeant.Storage.Records;

/// <summary>What there is of a message: that of a record as the first byte of its head tells. 1 to 127 are versions of heads that were never sealed.</summary>
internal enum RecordState : byte
{
    /// <summary>The record was deleted when its time was over; where it lies and what it can be found by may still be known.</summary>
    Dropped = 0,
    /// <summary>The record is there, sealed.</summary>
    Sealed = 128,
    /// <summary>All was deleted: only that it must not be taken in again is known.</summary>
    Removed = 129,
    /// <summary>The record is there, sealed, and somebody was taken out of it: a later reading does not replace it.</summary>
    Parted = 130,
}

/// <summary>
/// Seals and opens the two parts of a message's record. Layout of a sealed head: state, identity (32 bytes), method, key (4), nonce (12), the hidden
/// bytes, tag (16); of its rest: the hidden bytes, tag. The head's first 50 bytes are bound to the head, and with the head's tag to the rest: neither can be
/// put beside another. One thread at a time.
/// </summary>
internal sealed class RecordSealing(KeyRing ring, SealMethod? method = null) : IDisposable
{
    private const int IdEnd = 1 + Sha256.Length, ClearEnd = IdEnd + 1 + Sealing.KeyIdLength + AeadCipher.NonceLength;

    private static readonly string[] HeadPurposes = [.. Enumerable.Range(0, 16).Select(i => $"head {i:x}")], RestPurposes = [.. Enumerable.Range(0, 16).Select(i => $"rest {i:x}")];

    private byte[] _first = new byte[4096], _second = new byte[4096];
    private int _headLength, _restLength;

    /// <summary>Records in clear are read too: only while those of an older version are being sealed. Else whoever can write to the disk could put a record of his own in a place.</summary>
    public bool ReadsClear { get; set; }

    public Sealing Texts { get; } = new(ring, method);

    /// <summary>What <see cref="Seal"/> made, until the next call of anything.</summary>
    public ReadOnlySpan<byte> Head => _first.AsSpan(0, _headLength);

    public ReadOnlySpan<byte> Rest => _second.AsSpan(0, _restLength);

    public static RecordState StateOf(ReadOnlySpan<byte> head) => head.IsEmpty ? default : (RecordState)head[0];

    /// <summary>Under which key a head is sealed; null where it is not.</summary>
    public static string? KeyOf(ReadOnlySpan<byte> head) =>
        head.Length >= ClearEnd && StateOf(head) is RecordState.Sealed or RecordState.Parted ? Convert.ToHexStringLower(head.Slice(IdEnd + 1, Sealing.KeyIdLength)) : null;

    /// <param name="head">As <see cref="MessageEncoding.WriteHead"/> writes it.</param>
    /// <param name="rest">As <see cref="MessageEncoding.WriteRest"/> writes it.</param>
    /// <param name="parted">Somebody was taken out of it.</param>
    public void Seal(ReadOnlySpan<byte> head, ReadOnlySpan<byte> rest, bool parted = false)
    {
        // Of the clear head its version is hidden too, and its identity stays in sight.
        var hidden = 1 + head.Length - IdEnd;
        Reserve(ref _first, _headLength = ClearEnd + hidden + AeadCipher.TagLength);
        Reserve(ref _second, _restLength = rest.Length + AeadCipher.TagLength);
        _first[0] = (byte)(parted ? RecordState.Parted : RecordState.Sealed);
        head[1..IdEnd].CopyTo(_first.AsSpan(1));
        _first[IdEnd] = (byte)Texts.Method;
        BinaryPrimitives.WriteUInt32BigEndian(_first.AsSpan(IdEnd + 1), Texts.CurrentKey);
        var nonce = _first.AsSpan(ClearEnd - AeadCipher.NonceLength, AeadCipher.NonceLength);
        Texts.NextNonce(nonce);
        var body = _first.AsSpan(ClearEnd, hidden);
        body[0] = head[0];
        head[IdEnd..].CopyTo(body[1..]);
        var shard = _first[1] >> 4;
        Texts.Cipher(Texts.CurrentKey, Texts.Method, HeadPurposes[shard]).Seal(nonce, body, body, _first.AsSpan(ClearEnd + hidden, AeadCipher.TagLength), _first.AsSpan(0, ClearEnd));
        Span<byte> about = stackalloc byte[ClearEnd + AeadCipher.TagLength];
        AboutRest(Head, about);
        Texts.Cipher(Texts.CurrentKey, Texts.Method, RestPurposes[shard]).Seal(nonce, rest, _second.AsSpan(0, rest.Length), _second.AsSpan(rest.Length, AeadCipher.TagLength), about);
    }

    /// <summary>A head as <see cref="MessageEncoding"/> reads it; valid until the next call of anything.</summary>
    /// <exception cref="InvalidDataException">It was changed, or its key is not there.</exception>
    public ReadOnlySpan<byte> OpenHead(ReadOnlySpan<byte> head)
    {
        if (!IsSealed(head)) return head;
        var length = head.Length - ClearEnd - AeadCipher.TagLength;
        if (length < 1) throw new InvalidDataException("A sealed record ends early.");
        Reserve(ref _first, IdEnd - 1 + length);
        // The hidden version is put before the identity, which overwrites nothing but the version's old place.
        var clear = _first.AsSpan(IdEnd - 1, length);
        CipherOf(head, HeadPurposes).Open(head.Slice(ClearEnd - AeadCipher.NonceLength, AeadCipher.NonceLength), head.Slice(ClearEnd, length), head[^AeadCipher.TagLength..], clear, head[..ClearEnd]);
        _first[0] = clear[0];
        head[1..IdEnd].CopyTo(_first.AsSpan(1));
        return _first.AsSpan(0, IdEnd - 1 + length);
    }

    /// <summary>A rest as <see cref="MessageEncoding"/> reads it; valid until the next call of anything but <see cref="OpenHead"/>.</summary>
    /// <exception cref="InvalidDataException">It was changed, belongs to another head, or its key is not there.</exception>
    public ReadOnlySpan<byte> OpenRest(ReadOnlySpan<byte> head, ReadOnlySpan<byte> rest)
    {
        if (!IsSealed(head)) return rest;
        if (head.Length < ClearEnd + AeadCipher.TagLength || rest.Length < AeadCipher.TagLength) throw new InvalidDataException("A sealed record ends early.");
        var length = rest.Length - AeadCipher.TagLength;
        Reserve(ref _second, length);
        Span<byte> about = stackalloc byte[ClearEnd + AeadCipher.TagLength];
        AboutRest(head, about);
        CipherOf(head, RestPurposes).Open(head.Slice(ClearEnd - AeadCipher.NonceLength, AeadCipher.NonceLength), rest[..length], rest[length..], _second.AsSpan(0, length), about);
        return _second.AsSpan(0, length);
    }

    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public KeptMessage Open(ReadOnlySpan<byte> head, ReadOnlySpan<byte> rest) => MessageEncoding.Read(OpenHead(head), OpenRest(head, rest));

    public void Dispose() => Texts.Dispose();

    private bool IsSealed(ReadOnlySpan<byte> head)
    {
        if (StateOf(head) is RecordState.Sealed or RecordState.Parted) return true;
        return ReadsClear && head.Length > IdEnd && head[0] is > (byte)RecordState.Dropped and < (byte)RecordState.Sealed ? false : throw new InvalidDataException("A record is not sealed.");
    }

    private AeadCipher CipherOf(ReadOnlySpan<byte> head, string[] purposes) =>
        Texts.Cipher(BinaryPrimitives.ReadUInt32BigEndian(head[(IdEnd + 1)..]), (SealMethod)head[IdEnd], purposes[head[1] >> 4]);

    private static void AboutRest(ReadOnlySpan<byte> head, Span<byte> about)
    {
        head[..ClearEnd].CopyTo(about);
        head[^AeadCipher.TagLength..].CopyTo(about[ClearEnd..]);
    }

    private static void Reserve(ref byte[] buffer, int length)
    {
        if (buffer.Length < length) buffer = new byte[Math.Max(length, buffer.Length * 2)];
    }
}
