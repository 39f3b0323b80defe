using System.Collections.Immutable;
using Serjeant.Campaigns;
using Serjeant.Judgement;
using Serjeant.Outbound;
using Serjeant.Tests.Campaigns;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Outbound;

public sealed class OutboundMakerTests
{
    private const string Mailbox = "person2@house.example";

    private static readonly DateTimeOffset Monday = new(2021, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private int _number;

    [Fact]
    public void A_night_of_one_text_made_by_something_new_to_strangers_is_found_with_its_messages()
    {
        KeptMessage[] burst = [.. Enumerable.Range(0, 40).Select(i => Letter(Night(i), $"s{i}@abroad.example", text: 7, network: 9))];
        var finding = Assert.Single(Find([.. Past(), .. burst]));
        Assert.Equal(Mailbox, finding.Unit);
        Assert.False(finding.IsServer);
        Assert.Equal(burst[0].Date, finding.Since);
        Assert.Equal(burst.Select(m => m.Id), finding.Messages);
        Assert.Equal(["outbound.flood", "outbound.hours", "outbound.same-text", "outbound.shape"], finding.Deviations.Select(d => d.Code).Order(StringComparer.Ordinal));
        Assert.Contains(finding.Deviations, d => d is { Code: "outbound.hours", Usual: "between 7 and 19 o'clock" });
    }

    [Fact]
    public void The_same_night_says_nothing_of_a_mailbox_without_a_past() =>
        Assert.Empty(Find([.. Past().TakeLast(10), .. Enumerable.Range(0, 40).Select(i => Letter(Night(i), $"s{i}@abroad.example", text: 7, network: 9))]));

    [Fact]
    public void Who_travels_sends_by_the_clock_of_the_place()
    {
        // Night here is afternoon there, and his own program says so.
        var away = Enumerable.Range(0, 40).Select(i => Letter(Night(i).ToOffset(TimeSpan.FromHours(-10)), $"s{i}@abroad.example", text: 7));
        Assert.DoesNotContain(Find([.. Past(), .. away]), f => f.Deviations.Any(d => d.Code == "outbound.hours"));
    }

    [Fact]
    public void Answers_to_all_who_wrote_are_no_letters_to_strangers()
    {
        var asked = Enumerable.Range(0, 60).Select(i => Received(Monday.AddDays(99).AddMinutes(i), $"s{i}@abroad.example"));
        var answers = Enumerable.Range(0, 60).Select(i => Letter(Monday.AddDays(101).AddHours(14).AddMinutes(i), $"s{i}@abroad.example", text: 7));
        Assert.Empty(Find([.. Past(), .. asked, .. answers]));
    }

    [Fact]
    public void When_everybody_moves_to_something_new_it_is_the_houses_own()
    {
        var burst = Enumerable.Range(0, 40).Select(i => Letter(Night(i), $"s{i}@abroad.example", text: 7, network: 9));
        var others = Enumerable.Range(3, 4).Select(p => Letter(Night(50 + p), "friend@abroad.example", network: 9) with { From = $"person{p}@house.example" });
        Assert.DoesNotContain(Find([.. Past(), .. burst, .. others]).SelectMany(f => f.Deviations), d => d.Code == "outbound.shape");
    }

    [Fact]
    public void Mail_of_nobody_that_a_server_lets_out_is_the_servers()
    {
        var spam = Enumerable.Range(0, 40).Select(i => Letter(Night(i), $"s{i}@abroad.example", text: 7, network: 9) with { From = "x@loans.example", Outbound = false, LeftBy = "mail.house.example" });
        var finding = Assert.Single(Find([.. Past(), .. spam]));
        Assert.Equal(("mail.house.example", true, 40), (finding.Unit, finding.IsServer, finding.Count));
        Assert.Equal(Finding.Hostile, finding.Assessment.Finding);
    }

    [Fact]
    public void Wild_dates_neither_break_nor_slow_it()
    {
        var wild = new[] { DateTimeOffset.MinValue, DateTimeOffset.MaxValue, DateTimeOffset.UnixEpoch }.Select(at => Letter(at, "friend@abroad.example"));
        Assert.Empty(Find([.. Past(), .. wild]));
    }

    private static ImmutableArray<OutboundFinding> Find(IEnumerable<KeptMessage> messages)
    {
        var maker = new OutboundMaker(FakeHouse.House, new Judge(WeightTable.Shipped));
        var contacts = new Contacts();
        foreach (var message in messages.OrderBy(m => m.Date))
        {
            maker.Add(message, contacts);
            contacts.Add(message);
        }
        return maker.Make(TestContext.Current.CancellationToken);
    }

    /// <summary>Fourteen weeks of three letters a working day to people he knows.</summary>
    private List<KeptMessage> Past() =>
    [
        .. from day in Enumerable.Range(0, 98)
           where day % 7 < 5
           from letter in Enumerable.Range(0, 3)
           select Letter(Monday.AddDays(day).AddHours(9 + (((day * 3) + (letter * 5)) % 8)), $"friend{letter}@abroad.example", text: 100 + (day * 3) + letter),
    ];

    private static DateTimeOffset Night(int minute) => Monday.AddDays(102).AddHours(2).AddMinutes(minute);

    private KeptMessage Letter(DateTimeOffset at, string to, int text = 1, int network = 1)
    {
        var number = ++_number;
        return new()
        {
            Id = Sha256.Of(BitConverter.GetBytes(number)),
            MessageId = $"{number}@house.example",
            Date = at,
            From = Mailbox,
            Recipients = [to],
            Outbound = true,
            Traits = [new(TraitKind.TemplateBand, text, ""), new(TraitKind.OriginNetwork, network, $"203.0.113.{network}")],
        };
    }

    private KeptMessage Received(DateTimeOffset at, string from) =>
        Letter(at, Mailbox) with { From = from, SenderIdentity = from, Outbound = false };
}
