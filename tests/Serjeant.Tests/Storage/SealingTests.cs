using CsCheck;
using Serjeant.Campaigns;
using Serjeant.Storage.Records;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Storage;

/// <summary>What is sealed comes back as it was, in its own place only, and under its own key only.</summary>
public sealed class SealingTests
{
    private static readonly KeyRing Ring = new([Key(1)]);

    [Theory]
    [InlineData(SealMethod.AesGcm)]
    [InlineData(SealMethod.ChaCha)]
    internal void Any_message_comes_back_under_either_method(SealMethod method) => KeptMessages.Any.Sample(message =>
    {
        using var writing = new RecordSealing(Ring, method);
        using var reading = new RecordSealing(new([Key(2), Key(1)]));
        var (head, rest) = Seal(writing, message);
        Assert.True(KeptMessages.Same(message, reading.Open(head, rest)));
        Assert.Equal(message.Traits, MessageEncoding.ReadHead(reading.OpenHead(head)).Traits);
    }, iter: 300, threads: 1);

    [Fact]
    public void Nothing_of_the_message_but_its_identity_is_in_sight()
    {
        using var sealing = new RecordSealing(Ring);
        var message = KeptMessages.Numbered(1);
        var (head, rest) = Seal(sealing, message);
        var (again, _) = Seal(sealing, message);
        Assert.Equal(message.Id.ToArray(), head[1..33]);
        Assert.Equal(-1, rest.AsSpan().IndexOf("Minutes"u8));
        Assert.Equal(-1, head.AsSpan().IndexOf("parliament"u8));
        // Sealed twice, nothing behind the key's name is the same.
        Assert.Equal(head[..38], again[..38]);
        Assert.NotEqual(head[38..50], again[38..50]);
        Assert.NotEqual(head[50..], again[50..]);
    }

    [Fact]
    public void No_byte_can_be_changed_and_no_part_can_stand_beside_another()
    {
        using var sealing = new RecordSealing(Ring);
        var (head, rest) = Seal(sealing, KeptMessages.Numbered(1));
        var (otherHead, otherRest) = Seal(sealing, KeptMessages.Numbered(2));
        var (sameHead, sameRest) = Seal(sealing, KeptMessages.Numbered(1, "Another subject"));
        Assert.Throws<InvalidDataException>(() => sealing.Open(head, otherRest));
        Assert.Throws<InvalidDataException>(() => sealing.Open(otherHead, rest));
        Assert.Throws<InvalidDataException>(() => sealing.Open(head, sameRest));
        Assert.Throws<InvalidDataException>(() => sealing.Open(sameHead, rest));
        for (var at = 0; at < head.Length + rest.Length; at++)
        {
            var (changedHead, changedRest) = ((byte[])head.Clone(), (byte[])rest.Clone());
            if (at < head.Length) changedHead[at] ^= 0x40;
            else changedRest[at - head.Length] ^= 0x40;
            Assert.Throws<InvalidDataException>(() => sealing.Open(changedHead, changedRest));
        }
        // A removed message's mark or any other state does not pass for a record either.
        for (byte state = 0; state < 8; state++)
            if (state != head[0]) Assert.Throws<InvalidDataException>(() => sealing.Open([state, .. head[1..]], rest));
        for (var end = 0; end < rest.Length; end++)
            Assert.Throws<InvalidDataException>(() => sealing.Open(head, rest.AsSpan(0, end)));
        for (var end = 1; end < head.Length; end++)
            Assert.Throws<InvalidDataException>(() => sealing.Open(head.AsSpan(0, end), rest));
    }

    [Fact]
    public void Without_its_key_nothing_is_read()
    {
        using var sealing = new RecordSealing(Ring);
        var (head, rest) = Seal(sealing, KeptMessages.Numbered(1));
        using var other = new RecordSealing(new([Key(2)]));
        Assert.Contains("key that is not there", Assert.Throws<InvalidDataException>(() => other.Open(head, rest)).Message, StringComparison.Ordinal);
        Assert.Equal(Key(1).Id, RecordSealing.KeyOf(head));
    }

    [Fact]
    public void A_text_is_read_in_its_own_place_only() => Gen.Select(Gen.String, Gen.String).Sample((text, place) =>
    {
        using var sealing = new Sealing(Ring);
        var hidden = sealing.Seal(text, place);
        // What is no text of Unicode comes back with its broken halves replaced.
        Assert.Equal(System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)), sealing.Open(hidden, place));
        Assert.Throws<InvalidDataException>(() => sealing.Open(hidden, place + "."));
        Assert.Throws<InvalidDataException>(() => sealing.Open(hidden[..^4], place));
        Assert.Throws<InvalidDataException>(() => sealing.Open(text, place));
        Assert.True(sealing.IsHash(sealing.Hash(text), text));
        Assert.False(sealing.IsHash(sealing.Hash(text), text + "x"));
    }, iter: 200, threads: 1);

    [Fact]
    public void No_nonce_is_given_twice()
    {
        using var sealing = new Sealing(Ring);
        var seen = new HashSet<string>();
        Span<byte> nonce = stackalloc byte[AeadCipher.NonceLength];
        for (var i = 0; i < 20_000; i++)
        {
            sealing.NextNonce(nonce);
            Assert.True(seen.Add(Convert.ToHexString(nonce)));
        }
    }

    private static (byte[] Linking, byte[] Judging) Seal(RecordSealing sealing, KeptMessage message)
    {
        var (head, rest) = (new BlobWriter(), new BlobWriter());
        MessageEncoding.WriteHead(head, message);
        MessageEncoding.WriteRest(rest, message);
        sealing.Seal(head.Written, rest.Written);
        return (sealing.Head.ToArray(), sealing.Rest.ToArray());
    }

    private static SecretKey Key(byte number) => new([.. Enumerable.Repeat(number, SecretKey.Length)]);
}
