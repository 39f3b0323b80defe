using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Serjeant.Campaigns;
using Serjeant.Facts;
using Serjeant.Signals;
using Serjeant.Signals.Impersonation;
using Serjeant.Values;

namespace Serjeant.Storage.Records;

/// <summary>
/// A kept message as bytes, in two parts: the head holds what finding and linking need, the rest what only judging and reporting
/// read, so that the database need not fetch it for linking. The format is written down in docs/formats/store.md.
/// </summary>
internal static class MessageEncoding
{
    /// <summary>Version 2 added the channel, where answers go, and whose names a message wears; version 3 the server that let it out. Older
    /// ones are still read.</summary>
    private const byte Version = 3;

    /// <summary>Where the identity stands in the head.</summary>
    public static Range IdRange => 1..(1 + Sha256.Length);

    public static void WriteHead(BlobWriter to, KeptMessage message)
    {
        to.Clear();
        to.Byte(Version);
        Span<byte> id = stackalloc byte[Sha256.Length];
        message.Id.CopyTo(id);
        to.Bytes(id);
        to.Number(((int)message.Kind << 2) | (message.Outbound ? 2 : 0) | (message.Date is null ? 0 : 1));
        if (message.Date is { } date)
        {
            var (seconds, ticks) = Math.DivRem(date.UtcTicks - DateTimeOffset.UnixEpoch.Ticks, TimeSpan.TicksPerSecond);
            to.Signed(seconds);
            to.Signed(ticks);
            to.Signed(date.TotalOffsetMinutes);
        }
        to.Number(Length(message.Traits));
        foreach (var trait in Items(message.Traits))
        {
            to.Byte((byte)trait.Kind);
            to.Fixed64(trait.Hash);
            to.Text(trait.Value);
        }
    }

    public static void WriteRest(BlobWriter to, KeptMessage message)
    {
        to.Clear();
        to.Byte(Version);
        to.Text(message.MessageId);
        to.Text(message.Subject);
        to.Text(message.From);
        to.Text(message.FromName);
        to.Text(message.SenderIdentity);
        to.Byte((byte)(
            (message.MailingService is null ? 0 : 1) | (message.ServiceAccount is null ? 0 : 2) | (message.Aligned ? 4 : 0)
            | (message.Unsubscribe ? 8 : 0) | (message.Bulk ? 16 : 0) | (message.DiscussionList ? 32 : 0) | ((int)message.Channel << 6)));
        if (message.MailingService is { } service) to.Text(service);
        if (message.ServiceAccount is { } account) to.Text(account);
        Texts(to, message.Targets);
        Texts(to, message.Recipients);
        Texts(to, message.CallbackHosts);
        Texts(to, message.Answers);
        to.Number(Length(message.Signals));
        foreach (var signal in Items(message.Signals))
        {
            to.Text(signal.Code);
            to.Text(signal.Evidence);
        }
        to.Number(message.Template.Words);
        to.Number(Length(message.Template.Bins));
        foreach (var bin in Items(message.Template.Bins)) to.Fixed32(bin);
        to.Number(Length(message.Urls));
        var before = "";
        foreach (var url in Items(message.Urls))
        {
            var same = before.AsSpan();
            var own = url.Url.AsSpan();
            var start = same.CommonPrefixLength(own);
            var end = CommonEnd(same[start..], own[start..]);
            to.Number(((int)url.Fires << 1) | (url.Visible ? 1 : 0));
            to.Number(start);
            to.Number(end);
            to.Text(own[start..^end]);
            before = url.Url;
        }
        Texts(to, message.ReplyTo);
        Texts(to, message.Quotes);
        to.Number(Length(message.Imitations));
        foreach (var imitation in Items(message.Imitations))
        {
            to.Number(((int)imitation.Manner << 3) | (int)imitation.Kind);
            to.Text(imitation.Imitated);
            to.Text(imitation.TrueName);
            to.Text(imitation.TrueAddress);
            to.Text(imitation.FalseName);
            to.Text(imitation.FalseAddress);
            to.Text(imitation.Explanation);
        }
        to.Text(message.LeftBy);
    }

    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public static MessageHead ReadHead(ReadOnlySpan<byte> head)
    {
        var from = new BlobReader(head);
        CheckVersion(ref from);
        var id = new Sha256(from.Bytes(Sha256.Length));
        var flags = from.Small();
        var date = (flags & 1) == 1 ? ReadDate(ref from) : (DateTimeOffset?)null;
        var traits = new Trait[from.Count(10)];
        for (var i = 0; i < traits.Length; i++) traits[i] = new((TraitKind)from.Byte(), from.Fixed64(), from.Text());
        return new(id, date, (flags & 2) != 0, (MessageKind)(flags >> 2), ImmutableCollectionsMarshal.AsImmutableArray(traits));
    }

    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    public static KeptMessage Read(ReadOnlySpan<byte> head, ReadOnlySpan<byte> rest)
    {
        var linking = ReadHead(head);
        var from = new BlobReader(rest);
        var version = CheckVersion(ref from);
        // An initialiser's members are evaluated in the order in which they are written here: that of the format.
        byte marks;
        return new()
        {
            Id = linking.Id,
            Date = linking.Date,
            Outbound = linking.Outbound,
            Kind = linking.Kind,
            Traits = linking.Traits,
            MessageId = from.Text(),
            Subject = from.Text(),
            From = from.Text(),
            FromName = from.Text(),
            SenderIdentity = from.Text(),
            MailingService = ((marks = from.Byte()) & 1) == 0 ? null : from.Text(),
            ServiceAccount = (marks & 2) == 0 ? null : from.Text(),
            Aligned = (marks & 4) != 0,
            Unsubscribe = (marks & 8) != 0,
            Bulk = (marks & 16) != 0,
            DiscussionList = (marks & 32) != 0,
            Channel = (MessageChannel)(marks >> 6),
            Targets = Texts(ref from),
            Recipients = Texts(ref from),
            CallbackHosts = Texts(ref from),
            Answers = Texts(ref from),
            Signals = ReadSignals(ref from),
            Template = ReadTemplate(ref from),
            Urls = ReadUrls(ref from),
            ReplyTo = version < 2 ? [] : Texts(ref from),
            Quotes = version < 2 ? [] : Texts(ref from),
            Imitations = version < 2 ? [] : ReadImitations(ref from),
            LeftBy = version < 3 ? "" : from.Text(),
        };
    }

    private static byte CheckVersion(ref BlobReader from) =>
        from.Byte() is >= 1 and <= Version and var version ? version : throw new InvalidDataException("A stored record has an unknown version.");

    private static DateTimeOffset ReadDate(ref BlobReader from)
    {
        var (seconds, ticks, offset) = (from.Signed(), from.Signed(), from.Signed());
        try
        {
            var utc = DateTimeOffset.UnixEpoch.AddTicks(checked((seconds * TimeSpan.TicksPerSecond) + ticks));
            return utc.ToOffset(TimeSpan.FromMinutes(offset));
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            throw new InvalidDataException("A stored record holds an impossible date.", e);
        }
    }

    private static ImmutableArray<Signal> ReadSignals(ref BlobReader from)
    {
        var signals = new Signal[from.Count(2)];
        for (var i = 0; i < signals.Length; i++) signals[i] = new(from.Text(), from.Text());
        return ImmutableCollectionsMarshal.AsImmutableArray(signals);
    }

    private static ImmutableArray<Imitation> ReadImitations(ref BlobReader from)
    {
        var imitations = new Imitation[from.Count(7)];
        for (var i = 0; i < imitations.Length; i++)
        {
            var flags = from.Small();
            var imitated = from.Text();
            imitations[i] = new((ImitatedKind)(flags & 7), imitated, (ImitationManner)(flags >> 3), from.Text(), from.Text(), from.Text(), from.Text(), from.Text());
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(imitations);
    }

    private static TextTemplate ReadTemplate(ref BlobReader from)
    {
        var words = from.Small();
        var bins = new uint[from.Count(4)];
        for (var i = 0; i < bins.Length; i++) bins[i] = from.Fixed32();
        return words == 0 && bins.Length == 0 ? TextTemplate.None : new(ImmutableCollectionsMarshal.AsImmutableArray(bins), words);
    }

    private static ImmutableArray<KeptUrl> ReadUrls(ref BlobReader from)
    {
        var urls = new KeptUrl[from.Count(4)];
        var before = "";
        for (var i = 0; i < urls.Length; i++)
        {
            var flags = from.Small();
            var (start, end) = (from.Small(), from.Small());
            if (start > before.Length || end > before.Length - start) throw new InvalidDataException("A stored record holds an impossible address.");
            before = string.Concat(before.AsSpan(0, start), from.Text(), before.AsSpan(before.Length - end));
            urls[i] = new(before, (LinkFire)(flags >> 1), (flags & 1) == 1);
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(urls);
    }

    private static int CommonEnd(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var length = 0;
        while (length < a.Length && length < b.Length && a[^(length + 1)] == b[^(length + 1)]) length++;
        return length;
    }

    private static void Texts(BlobWriter to, ImmutableArray<string> texts)
    {
        to.Number(Length(texts));
        foreach (var text in Items(texts)) to.Text(text);
    }

    private static ImmutableArray<string> Texts(ref BlobReader from)
    {
        var texts = new string[from.Count(1)];
        for (var i = 0; i < texts.Length; i++) texts[i] = from.Text();
        return ImmutableCollectionsMarshal.AsImmutableArray(texts);
    }

    private static int Length<T>(ImmutableArray<T> items) => items.IsDefault ? 0 : items.Length;

    private static ReadOnlySpan<T> Items<T>(ImmutableArray<T> items) => items.IsDefault ? [] : items.AsSpan();
}
