using System.Collections.Immutable;
using CsCheck;
using Serjeant.Campaigns;
using Serjeant.Facts;
using Serjeant.Signals;
using Serjeant.Signals.Impersonation;
using Serjeant.Values;

namespace Serjeant.Tests.Storage;

/// <summary>Made-up messages: any at all for property tests, and plain ones that a number tells apart.</summary>
internal static class KeptMessages
{
    /// <summary>Plain, or of any characters, half surrogate pairs and zeros among them.</summary>
    private static readonly Gen<string> Text = Gen.OneOf(Gen.String, Gen.Char['\0', '\uffff'].Array[0, 90].Select(letters => new string(letters)));

    private static readonly Gen<ImmutableArray<string>> Texts = Text.Array[0, 5].Select(texts => texts.ToImmutableArray());

    public static readonly Gen<KeptMessage> Any =
        from id in Gen.Byte.Array[Sha256.Length]
        from texts in Text.Array[5]
        from date in Gen.DateTimeOffset.Select(Gen.Bool)
        from lists in Texts.Array[6]
        from channel in Gen.Enum<MessageChannel>()
        from imitations in Gen.Select(Gen.Enum<ImitatedKind>(), Gen.Enum<ImitationManner>(), Text.Array[6]).Array[0, 8]
        from marks in Gen.Bool.Array[5]
        from flags in Gen.Select(Gen.Bool, Gen.Enum<MessageKind>(), Text, Gen.Bool)
        from signals in Gen.Select(Text, Text).Array[0, 8]
        from traits in Gen.Select(Gen.Enum<TraitKind>(), Gen.Long, Text).Array[0, 20]
        from bins in Gen.OneOf(Gen.Const<uint[]>([]), Gen.UInt.Array[TextTemplate.BinCount])
        from words in Gen.Int[0, int.MaxValue]
        from urls in Gen.Select(Gen.OneOf(Text, Gen.Int[0, 5].Select(i => "abé\ud83d\ude00/"[i]).Array[0, 9].Select(letters => new string(letters))), Gen.Enum<LinkFire>(), Gen.Bool).Array[0, 40]
        select new KeptMessage
        {
            Id = new(id),
            MessageId = texts[0],
            Date = date.Item2 ? date.Item1 : null,
            Subject = texts[1],
            From = texts[2],
            FromName = texts[3],
            SenderIdentity = texts[4],
            Targets = lists[0],
            Recipients = lists[1],
            CallbackHosts = lists[2],
            Answers = lists[3],
            Outbound = flags.Item1,
            Kind = flags.Item2,
            MailingService = flags.Item4 ? flags.Item3 : null,
            ServiceAccount = marks[0] ? texts[0] : null,
            Aligned = marks[1],
            Unsubscribe = marks[2],
            Bulk = marks[3],
            DiscussionList = marks[4],
            Signals = [.. signals.Select(signal => new Signal(signal.Item1, signal.Item2))],
            Traits = [.. traits.Select(trait => new Trait(trait.Item1, trait.Item2, trait.Item3))],
            Template = new([.. bins], words),
            ReplyTo = lists[4],
            Quotes = lists[5],
            Channel = channel,
            Imitations = [.. imitations.Select(i => new Imitation(i.Item1, i.Item3[0], i.Item2, i.Item3[1], i.Item3[2], i.Item3[3], i.Item3[4], i.Item3[5]))],
            Urls = [.. urls.Select(url => new KeptUrl(url.Item1, url.Item2, url.Item3))],
        };

    /// <summary>The message of that number: its identity, its subject, and its date, which is the number's minute of the year 2021.</summary>
    public static KeptMessage Numbered(int number, string subject = "Minutes of the committee") => new()
    {
        Id = Sha256.Of(BitConverter.GetBytes(number)),
        Date = new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(number),
        Subject = subject,
        From = "clerk@parliament.example",
        Traits = [new(TraitKind.SenderDomain, number, "parliament.example")],
        Urls = [new("https://parliament.example/a?id=1", LinkFire.Clicking, true), new("https://parliament.example/b?id=1", LinkFire.Opening, false)],
    };

    /// <summary>The number of a plain message, from its date.</summary>
    public static int NumberOf(KeptMessage message) => (int)(message.Date!.Value - new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero)).TotalMinutes;

    /// <summary>Whether all is equal, down to the items of lists and the offset of the date.</summary>
    public static bool Same(KeptMessage? a, KeptMessage? b) =>
        a is not null && b is not null
        && (a.Date is null ? b.Date is null : b.Date is { } date && a.Date.Value.EqualsExact(date))
        && a.Targets.SequenceEqual(b.Targets) && a.Recipients.SequenceEqual(b.Recipients) && a.CallbackHosts.SequenceEqual(b.CallbackHosts)
        && a.ReplyTo.SequenceEqual(b.ReplyTo) && a.Quotes.SequenceEqual(b.Quotes) && a.Imitations.SequenceEqual(b.Imitations)
        && a.Answers.SequenceEqual(b.Answers) && a.Signals.SequenceEqual(b.Signals) && a.Traits.SequenceEqual(b.Traits) && a.Urls.SequenceEqual(b.Urls)
        && a.Template.Words == b.Template.Words && a.Template.Bins.SequenceEqual(b.Template.Bins)
        // Whatever field is added later is compared here.
        && a == b with
        {
            Targets = a.Targets,
            Recipients = a.Recipients,
            CallbackHosts = a.CallbackHosts,
            Answers = a.Answers,
            Signals = a.Signals,
            Traits = a.Traits,
            Urls = a.Urls,
            ReplyTo = a.ReplyTo,
            Quotes = a.Quotes,
            Imitations = a.Imitations,
            Template = a.Template,
        };
}
