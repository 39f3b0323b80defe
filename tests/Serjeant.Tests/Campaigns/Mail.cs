using System.Collections.Immutable;
using System.IO.Hashing;
using System.Net;
using System.Text;
using Serjeant.Campaigns;
using Serjeant.Facts;
using Serjeant.Signals;
using Serjeant.Sources;
using Serjeant.Values;

namespace Serjeant.Tests.Campaigns;

/// <summary>One invented message, described in the words of a test.</summary>
internal sealed record Mail
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    public string From { get; init; } = "someone@elsewhere.example";

    public string Name { get; init; } = "";

    /// <summary>Number of the person on the roster who got it; ignored where <see cref="ToAddress"/> is given.</summary>
    public int To { get; init; }

    public string? ToAddress { get; init; }

    /// <summary>Days after the start.</summary>
    public double Day { get; init; }

    public string Subject { get; init; } = "";

    public int Forwards { get; init; }

    public string Text { get; init; } = "";

    public ulong Skeleton { get; init; }

    public int Tags { get; init; } = 60;

    /// <summary>Hidden images.</summary>
    public string[] Pixels { get; init; } = [];

    public string[] Images { get; init; } = [];

    public string[] Links { get; init; } = [];

    public string? Host { get; init; }

    public string? HostAddress { get; init; }

    public string? Service { get; init; }

    public string? Account { get; init; }

    /// <summary>The service's own host handed it over.</summary>
    public bool ByService { get; init; }

    public string? Dkim { get; init; }

    public string Selector { get; init; } = "s1";

    public string? ReturnPath { get; init; }

    public string? ReplyTo { get; init; }

    public string Software { get; init; } = "";

    public string? MessageId { get; init; }

    public bool Bulk { get; init; }

    public bool List { get; init; }

    public string ListId { get; init; } = "";

    public MessageKind Kind { get; init; }

    public bool Aligned { get; init; }

    public string? Answers { get; init; }

    public byte[]? Attachment { get; init; }

    public string AttachmentName { get; init; } = "report.pdf";

    public string AttachmentType { get; init; } = "application/pdf";

    public ImmutableArray<Signal> Signals { get; init; } = [];

    /// <summary>Only to make equal mails different messages.</summary>
    public int Copy { get; init; }

    public KeptMessage Keep(House? house = null) => new KeptMessageMaker(house ?? FakeHouse.House).Make(ToFacts(), Signals);

    public MessageFacts ToFacts()
    {
        var to = FakeHouse.Address(ToAddress ?? FakeHouse.AddressOf(To));
        var person = FakeHouse.House.Roster.Find(to);
        var date = Start.AddDays(Day);
        _ = EmailAddress.TryParse(From, out var from);
        var mailbox = new Mailbox(Name, from, null, Name);
        return new()
        {
            Place = new("test", 0, 0),
            Sha256 = Sha256.Of(Encoding.UTF8.GetBytes($"{From}|{to}|{Day}|{Subject}|{Text}|{Copy}|{string.Join(' ', Pixels)}|{string.Join(' ', Links)}")),
            Size = 1_000,
            MessageId = MessageId,
            ClaimedDate = date,
            ReceivedDate = date,
            Subject = new(Subject, Subject, 0, Forwards),
            Thread = Answers is null ? ThreadFacts.None : new([Answers], [Answers]),
            Sender = new()
            {
                From = [mailbox],
                OriginalAuthor = List ? mailbox : null,
                ReturnPath = ReturnPath is null ? null : FakeHouse.Address(ReturnPath),
                ReplyTo = ReplyTo is null ? [] : [new Mailbox("", FakeHouse.Address(ReplyTo), null, "")],
            },
            Recipients = new() { To = [new Mailbox("", to, null, "")], Delivered = [to], All = [to], People = person is null ? [] : [person.Id] },
            Route = Route(date),
            Authentication = new() { Signatures = Dkim is null ? [] : [new(FakeHouse.Domain(Dkim), Selector, "rsa-sha256", [], null, null)], DkimAligned = Aligned },
            Bulk = new() { Kind = Kind, ListUnsubscribe = Bulk, DiscussionList = List, ListId = ListId },
            Content = new() { VisibleText = Text, Template = Template(Text), HtmlSkeleton = Skeleton, HtmlTags = Skeleton == 0 ? 0 : Tags, HasHtml = Skeleton != 0 },
            Links =
            [
                .. Pixels.Select(u => new Link(WebAddress.Parse(u), LinkPlace.Image, LinkFire.Opening, false)),
                .. Images.Select(u => new Link(WebAddress.Parse(u), LinkPlace.Image, LinkFire.Opening, true)),
                .. Links.Select(u => new Link(WebAddress.Parse(u), LinkPlace.Anchor, LinkFire.Clicking, true)),
            ],
            Attachments = Attachment is null ? [] : [new(AttachmentName, AttachmentType, "", Sha256.Of(Attachment), Attachment.Length, AttachmentTraits.None, [])],
        };
    }

    private RouteFacts Route(DateTimeOffset date)
    {
        if (Host is null && HostAddress is null) return RouteFacts.None with { Software = Software, MailingService = Service, ServiceAccount = Account, MailingServiceConfirmed = ByService };
        var address = HostAddress is null ? null : IPAddress.Parse(HostAddress);
        return new()
        {
            Hops = [new(Host ?? "", Host ?? "", address, "mx.house.example", null, "ESMTPS", date)],
            HandOver = 0,
            OriginAddress = address,
            OriginHost = Host ?? "",
            Software = Software,
            MailingService = Service,
            ServiceAccount = Account,
            MailingServiceConfirmed = ByService,
        };
    }

    /// <summary>As the facts maker does it in principle: the least hash in each of sixteen bins over shingles of three words.</summary>
    private static TextTemplate Template(string text)
    {
        var words = text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 12) return TextTemplate.None;
        var bins = new uint[TextTemplate.BinCount];
        Array.Fill(bins, uint.MaxValue);
        for (var i = 0; i + 2 < words.Length; i++)
        {
            var hash = XxHash3.HashToUInt64(Encoding.UTF8.GetBytes($"{words[i]} {words[i + 1]} {words[i + 2]}"));
            ref var bin = ref bins[(int)(hash >> 60)];
            bin = Math.Min(bin, (uint)hash);
        }
        return new([.. bins], words.Length);
    }
}
