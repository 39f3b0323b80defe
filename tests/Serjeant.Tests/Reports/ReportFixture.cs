using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Serjeant.Campaigns;
using Serjeant.Judgement;
using Serjeant.Registers;
using Serjeant.Reports;
using Serjeant.Signals;
using Serjeant.Signals.Impersonation;
using Serjeant.Sources;
using Serjeant.Values;

namespace Serjeant.Tests.Reports;

/// <summary>A scan as a house might see it, invented to the last name: all that a report can meet, the hostile things too.</summary>
internal static class ReportFixture
{
    public const string Script = "<script>alert('x')</script>";
    public const string Override = "invoice\u202Efdp.exe";

    public static readonly DateTimeOffset MadeAt = new(2021, 6, 1, 9, 30, 0, TimeSpan.Zero);

    private static readonly string[] First = ["Ada", "Bram", "Cleo", "Dario", "Esme", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Kaya", "Liam"];
    private static readonly string[] Last = ["Okoro", "Marsh", "Lindqvist", "Farrow", "Achterberg", "Novak", "Quill", "Tamm", "Ypres", "Sandoval"];
    private static readonly string[] Journalists =
        ["Hanna Marsh", "Owen Pryce", "Lena Fischer", "Tom Calder", "Mira Sato", "Paul Renard", "Ruth Adeyemi", "Ivan Petrov", "Clara Nunez", "Dev Kapoor"];
    private static readonly string[] Stories =
        ["Port strike enters third week", "What the fisheries deal leaves out", "Committee to question minister on shipping", "Q&A: the new strait rules", "Opinion: the sea is nobody\u2019s"];

    public static Roster Roster { get; } = MakeRoster();

    public static ScanReport Make()
    {
        var messages = new List<JudgedMessage>();
        var recon = Recon(messages);
        var wave = Wave(messages);
        var pose = Pose(messages);
        var odd = Odd(messages);
        ImmutableArray<Campaign> mailings = [.. Enumerable.Range(0, 6).Select(i => Mailing(messages, i))];
        for (var i = 0; i < 180; i++)
            messages.Add(Judged(messages.Count, $"colleague{i % 20}@house.example", Roster.People[i % 20].Name, "Minutes of Tuesday", At(i * 2, 9), [Roster.People[(i + 7) % 120].Id], null, Ordinary()));
        Unreadable[] unreadable =
        [
            new(new("mail/archive.mbox", 412, 88_120_331), "longer than 50 MiB"),
            new(new("mail/broken.gz", 0, 0), "the gzip stream ends early, after 1,204 bytes"),
            new(new($"mail/{Script}.eml", 0, 0), "not a message: \u001b[31mno header"),
        ];
        long Count(Finding finding) => messages.Count(m => m.Assessment.Finding == finding);
        return new ScanReport("Mail of the House of the Isles, 2020 to 2021", Roster, messages, [recon, wave, pose, odd, .. mailings], unreadable,
            new(messages.Count, messages.Count, 3, 24_310_552, 1.42, 2.6, 141.2, Count(Finding.Ordinary), Count(Finding.Suspect), Count(Finding.Hostile)), MadeAt);
    }

    /// <summary>90 messages from ten accounts to 31 people, 26 of them in an alliance that a quarter of the roster share.</summary>
    private static Campaign Recon(List<JudgedMessage> messages)
    {
        var alliance = Roster.People.Where(p => p.Attributes.Any(a => a.Value == "Open Seas")).Take(26);
        var targets = alliance.Concat(Roster.People.Where(p => p.Attributes.All(a => a.Value != "Open Seas")).Take(5)).Select(p => p.Id).ToArray();
        var senders = Journalists.Select(j => $"{j.ToLowerInvariant().Replace(' ', '.')}@worldwire-press.example").ToImmutableArray();
        var members = new List<Sha256>();
        for (var i = 0; i < 90; i++)
        {
            var sender = Math.Min(9, i / 9);
            var judged = Judged(messages.Count, senders[sender], Journalists[sender], Stories[i % 5], At(3 + i * 63 / 89, 7 + i % 9),
                i is 30 or 60 ? [] : [targets[i * 7 % 31]], "c-0f3a91c2d7e4", Assess(Finding.Hostile,
                    Weigh("reconnaissance.hidden-callback", 11.2, $"Opening it calls https://pixel.open-metrics.example/o/{i:x4}c9 from an image of 1 by 1 pixels that nobody sees"),
                    Weigh("campaign.per-recipient-token", 9.8, "path 2 of pixel.open-metrics.example differs for each of 31 recipients while all else is equal"),
                    Weigh("impersonation.news-outlet", 7.4, "Names the news outlet World Wire, which writes from worldwire.example, not worldwire-press.example"),
                    Weigh("relation.first-contact", 4.1, "First message of this account to anybody here"),
                    Weigh("relation.bulk-without-list", 3.3, "One of 90 near-copies without any List- header"),
                    Weigh("authenticity.dmarc-pass", -2.6, "DMARC passes for worldwire-press.example"),
                    Weigh("form.text-and-html", -0.8, "Has a text part that says the same as the HTML")));
            messages.Add(judged);
            members.Add(judged.Message.Id);
        }
        return new Campaign
        {
            Id = "c-0f3a91c2d7e4",
            Messages = [.. members],
            Assessment = messages[0].Assessment,
            Senders = senders,
            CallbackHosts = ["pixel.open-metrics.example"],
            Targets = [.. targets],
            Recipients = 33,
            Shared =
            [
                new("alliance: Open Seas", 26, 31, 30, 120, 110.5, 27.7, 440.8, 2.1e-15, 1.9e-14),
                new("committee: Foreign Affairs", 12, 31, 20, 120, 6.3, 2.3, 17.5, 2.4e-4, 1.1e-3),
                new("office: Harbour Building", 15, 31, 36, 120, 2.9, 1.2, 6.7, 0.012, 0.036),
                new("role: member", 27, 31, 80, 120, 4.8, 1.5, 14.7, 0.003, 0.011),
            ],
            Tokens =
            [
                new("pixel.open-metrics.example", "path 2", 90, 31, TokenEncoding.Opaque, true),
                new("read.open-metrics.example", "query u", 90, 31, TokenEncoding.Md5Address, false),
            ],
            HeldTogetherBy = ["callback host pixel.open-metrics.example", "account 118204 at Dispatchly", "shape of URL /o/****"],
            Merged = ["c-77aa01bc90de"],
            FirstSeen = messages[0].Message.Date,
            LastSeen = messages[89].Message.Date,
        };
    }

    private static Campaign Wave(List<JudgedMessage> messages)
    {
        var from = messages.Count;
        for (var i = 0; i < 14; i++)
            messages.Add(Judged(messages.Count, $"it-desk{i % 2}@house-support.example", "IT Service Desk", "Your mailbox is almost full", At(120, 8 + i / 3),
                [Roster.People[i * 8].Id], "c-5bd20e66a1f0", Assess(Finding.Hostile,
                    Weigh("credentials.link-text-differs", 12.5, "Text says https://portal.house.example, the link goes to http://house-support.example/login"),
                    Weigh("impersonation.look-alike-domain", 10.1, "house-support.example looks like house.example"),
                    Weigh("text.pressure", 3.9, "\u201Cwithin 24 hours\u201D"))));
        return new Campaign
        {
            Id = "c-5bd20e66a1f0",
            Messages = [.. messages.Skip(from).Select(m => m.Message.Id)],
            Assessment = messages[from].Assessment,
            Senders = ["it-desk0@house-support.example", "it-desk1@house-support.example"],
            Targets = [.. messages.Skip(from).SelectMany(m => m.Message.Targets)],
            Recipients = 14,
            HeldTogetherBy = ["sender domain house-support.example"],
            Imitations = [new(ImitatedKind.Body, "the House of the Isles", ImitationManner.Domain, "the House of the Isles", "house.example", "IT Service Desk", "house-support.example", "\u201Chouse\u201D within a longer label")],
            FirstSeen = messages[from].Message.Date,
            LastSeen = messages[^1].Message.Date,
        };
    }

    private static Campaign Pose(List<JudgedMessage> messages)
    {
        messages.Add(Judged(messages.Count, "ada.okoro.office@mailbox.example", "Ada Okoro", "Quick favour, are you at your desk?", At(150, 17), [Roster.People[3].Id], "c-9c10ee54b2a7",
            Assess(Finding.Hostile,
                Weigh("impersonation.protected-name", 14.0, "Shows the name of Ada Okoro with an address that is not hers: ada.okoro.office@mailbox.example"),
                Weigh("text.secrecy", 3.1, "\u201Cplease keep this between us\u201D"),
                Weigh("relation.reply-to-elsewhere", 2.9, "Answers go to a.okoro@fast-reply.example"))));
        ImmutableArray<Imitation> worn =
        [
            new(ImitatedKind.Person, Roster.People[0].Id, ImitationManner.Freemail, "Ada Okoro", "ada.okoro@house.example", "Ada Okoro MP", "ada.okoro.office@mailbox.example", "All parts of the name agree; the mailbox adds \u201Coffice\u201D"),
            new(ImitatedKind.Body, "the House of the Isles", ImitationManner.ReplyTo, "the House of the Isles", "house.example", "", "ada.okoro@h\u043Euse.example", "One letter of the domain is Cyrillic"),
        ];
        messages[^1] = messages[^1] with { Message = messages[^1].Message with { Imitations = worn } };
        return new Campaign
        {
            Id = "c-9c10ee54b2a7",
            Imitations = worn,
            Messages = [messages[^1].Message.Id],
            Assessment = messages[^1].Assessment,
            Senders = ["ada.okoro.office@mailbox.example"],
            Targets = [Roster.People[3].Id],
            Recipients = 1,
            FirstSeen = messages[^1].Message.Date,
            LastSeen = messages[^1].Message.Date,
        };
    }

    /// <summary>Everything that could break a page, a terminal or a line of JSON, in every field that mail can fill.</summary>
    private static Campaign Odd(List<JudgedMessage> messages)
    {
        var from = messages.Count;
        var nasty = $"{Script}\"'&[red]{Override}\u001b]0;owned\u0007\u0000\ud800 https://evil.example/?a=1 " + string.Concat(Enumerable.Repeat("very long ", 60));
        for (var i = 0; i < 3; i++)
            messages.Add(Judged(messages.Count, $"{Script}@evil.example", nasty, nasty, i == 2 ? null : At(160 + i, 3), i == 0 ? ["nobody-known"] : [], "c-00000000dead",
                Assess(Finding.Suspect, Weigh("text.hidden", 5.5, nasty), Weigh("form.odd", double.NaN, nasty), Weigh("form.more", double.PositiveInfinity, Override))) with
            { Place = new MessagePlace($"mail/{Script}\u202E.mbox", i, i * 1000) });
        ImmutableArray<Imitation> worn =
        [
            new(ImitatedKind.Person, nasty, ImitationManner.DisplayName, nasty, nasty, Override, $"{Script}@{nasty}", nasty),
            new(ImitatedKind.Outlet, "World Wire", ImitationManner.LocalPart, "World Wire", "worldwire.example", "World\u200BWire", "w0rldwire@evil.example", ""),
            new(ImitatedKind.Correspondent, "x", ImitationManner.Text, "", "", "", "", ""),
        ];
        messages.Add(Judged(messages.Count, "", "", "", null, [], null, Assess(Finding.Suspect, Weigh("form.no-from", 4, "No author at all"), Weigh("text.right-to-left", 2, Override))));
        messages.Add(Judged(messages.Count, "prize@lotto.example", "\u202Eetteloc", "You have won 3.5 million at www.lotto.example", At(200, 4), [Roster.People[9].Id], null,
            Assess(Finding.Hostile, Weigh("text.payment", 18, "Asks for a fee; go to hxxp or http://198.51.100.7/pay"))));
        return new Campaign
        {
            Id = "c-00000000dead",
            Messages = [.. messages.Skip(from).Take(3).Select(m => m.Message.Id)],
            Assessment = Assess(Finding.Suspect, Weigh("text.hidden", 5.5, nasty)),
            Senders = [$"{Script}@evil.example", nasty],
            CallbackHosts = [nasty, "evil.example"],
            Targets = ["nobody-known"],
            Recipients = 3,
            Shared = [new(nasty, 1, 1, 1, 120, double.PositiveInfinity, double.NaN, double.PositiveInfinity, 0, 0)],
            Tokens = [new(nasty, nasty, 3, 3, TokenEncoding.PlainAddress, true)],
            HeldTogetherBy = [nasty],
            Imitations = worn,
            FirstSeen = At(160, 3),
            LastSeen = At(161, 3),
        };
    }

    private static Campaign Mailing(List<JudgedMessage> messages, int number)
    {
        string[] names = ["Harbour Weekly", "Open Seas Alliance", "Library of the House", "Isles Energy Forum", "Museum of the Coast", "Grain Traders\u2019 Letter"];
        var from = messages.Count;
        var sender = $"news@{names[number].ToLowerInvariant().Replace(' ', '-').Replace("\u2019", "", StringComparison.Ordinal)}.example";
        var id = $"c-{number:x12}";
        for (var i = 0; i < 60 - number * 7; i++)
            messages.Add(Judged(messages.Count, sender, names[number], $"{names[number]}, issue {i / 10 + 1}", At(i / 10 * 14, 6), [Roster.People[i % 30].Id], id, Ordinary(), number % 2 == 0 ? "Dispatchly" : null));
        return new Campaign
        {
            Id = id,
            Messages = [.. messages.Skip(from).Select(m => m.Message.Id)],
            Assessment = Ordinary(),
            Senders = [sender],
            Targets = [.. messages.Skip(from).SelectMany(m => m.Message.Targets).Distinct()],
            Recipients = 30,
            Tokens = number < 3 ? [new("t.dispatchly.example", "path 1", 10, 10, TokenEncoding.Opaque, true)] : [],
            FirstSeen = messages[from].Message.Date,
            LastSeen = messages[^1].Message.Date,
        };
    }

    public static DateTimeOffset At(int day, int hour) => new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day).AddHours(hour);

    public static Assessment Ordinary() => Assess(Finding.Ordinary, Weigh("relation.known", -9, "They have written to each other 14 times"));

    public static WeighedSignal Weigh(string code, double weight, string line) => new(new Signal(code, line), new Decibans(weight), line);

    public static Assessment Assess(Finding finding, params WeighedSignal[] signals) =>
        new(finding, new Decibans(-12 + signals.Select(s => s.Weight.Value).Where(double.IsFinite).Sum()), [.. signals]);

    public static JudgedMessage Judged(int number, string from, string name, string subject, DateTimeOffset? date, ImmutableArray<string> targets, string? campaign, Assessment assessment, string? service = null) =>
        new(new MessagePlace("mail/archive.mbox", number, number * 4096L), new KeptMessage
        {
            Id = Sha256.Of(Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture))),
            MessageId = $"{number}@mail.example",
            Date = date,
            Subject = subject,
            From = from,
            FromName = name,
            Targets = targets,
            Recipients = [.. targets.IsEmpty ? ["somebody@home.example"] : targets.Select(t => $"{t}@house.example")],
            MailingService = service,
            Signals = [.. assessment.Signals.Select(s => s.Signal)],
        }, assessment, campaign);

    private static Roster MakeRoster()
    {
        string[] parties = ["Harbour", "Meadow", "Union of the Isles"];
        var people = Enumerable.Range(0, 120).Select(i => new Person
        {
            Id = $"p{i:000}",
            Name = $"{First[i % 12]} {Last[i / 12]}",
            Attributes =
            [
                new("party", parties[i % 3]), .. i % 4 == 0 ? [new("alliance", "Open Seas")] : Array.Empty<PersonAttribute>(),
                .. i % 6 == 0 ? [new("committee", "Foreign Affairs")] : Array.Empty<PersonAttribute>(), new("role", i < 80 ? "member" : "staff"),
            ],
        });
        return new Roster("the House of the Isles", [.. people], [], [], []);
    }
}
