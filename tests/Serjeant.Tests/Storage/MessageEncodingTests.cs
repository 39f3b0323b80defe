using CsCheck;
using Serjeant.Storage;
using Serjeant.Storage.Records;
using Xunit;

namespace Serjeant.Tests.Storage;

public sealed class MessageEncodingTests
{
    [Fact]
    public void Any_message_comes_back_as_it_was() => KeptMessages.Any.Sample(message =>
    {
        var (head, rest) = Encode(message);
        Assert.True(KeptMessages.Same(message, MessageEncoding.Read(head, rest)));
    });

    [Fact]
    public void The_head_alone_gives_what_linking_needs() => KeptMessages.Any.Sample(message =>
    {
        var traits = MessageEncoding.ReadHead(Encode(message).Head);
        Assert.Equal((message.Id, message.Date, message.Outbound, message.Kind), (traits.Id, traits.Date, traits.Outbound, traits.Kind));
        Assert.Equal(message.Traits.AsEnumerable(), traits.Traits);
    });

    [Fact]
    public void Lists_that_were_never_set_come_back_empty()
    {
        var (head, rest) = Encode(KeptMessages.Numbered(1) with { Targets = default, Traits = default, Urls = default, Template = new(default, 3) });
        var back = MessageEncoding.Read(head, rest);
        Assert.Empty(back.Targets);
        Assert.Empty(back.Traits);
        Assert.Empty(back.Urls);
        Assert.Empty(back.Template.Bins);
    }

    [Fact]
    public void A_record_of_the_first_version_is_still_read()
    {
        var message = KeptMessages.Numbered(1);
        var (head, rest) = Encode(message);
        // It had neither the three lists at the end nor the name after them, all of which are empty here: one byte each.
        rest = rest[..^4];
        head[0] = rest[0] = 1;
        Assert.True(KeptMessages.Same(message, MessageEncoding.Read(head, rest)));
    }

    [Fact]
    public void A_record_of_the_second_version_is_still_read()
    {
        var message = KeptMessages.Numbered(1) with { Quotes = ["clerk@parliament.example"] };
        var (head, rest) = Encode(message);
        rest = rest[..^1];
        head[0] = rest[0] = 2;
        Assert.True(KeptMessages.Same(message, MessageEncoding.Read(head, rest)));
    }

    [Fact]
    public void Neighbouring_addresses_share_their_beginning_and_end()
    {
        var one = KeptMessages.Numbered(1);
        var url = one.Urls[0] with { Url = "https://news.parliament.example/click/0123456789abcdef?utm_source=newsletter" };
        var first = Encode(one with { Urls = [url] }).Tail.Length;
        var hundred = Encode(one with { Urls = [.. Enumerable.Range(0, 100).Select(i => url with { Url = url.Url.Replace("cdef", $"cd{i:x2}", StringComparison.Ordinal) })] }).Tail.Length;
        Assert.InRange(hundred - first, 0, 99 * 6);
    }

    [Fact]
    public void Damaged_bytes_are_called_damaged_and_nothing_else() => Gen.Select(KeptMessages.Any, Gen.Int[0, int.MaxValue], Gen.Byte, Gen.Bool).Sample(
        (message, place, value, cut) =>
        {
            var (head, rest) = Encode(message);
            var part = place % 2 == 0 ? head : rest;
            var at = place / 2 % part.Length;
            if (cut) part = part[..at];
            else part[at] = value;
            try
            {
                _ = place % 2 == 0 ? MessageEncoding.Read(part, rest) : MessageEncoding.Read(head, part);
            }
            catch (InvalidDataException)
            {
                // What a damaged record should give.
            }
        });

    private static (byte[] Head, byte[] Tail) Encode(Serjeant.Campaigns.KeptMessage message)
    {
        var writer = new BlobWriter();
        MessageEncoding.WriteHead(writer, message);
        var head = writer.Written.ToArray();
        MessageEncoding.WriteRest(writer, message);
        return (head, writer.Written.ToArray());
    }
}
