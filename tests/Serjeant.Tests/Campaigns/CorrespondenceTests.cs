using Serjeant.Campaigns;
using Serjeant.Signals;
using Serjeant.Signals.Impersonation;
using Xunit;

namespace Serjeant.Tests.Campaigns;

/// <summary>Who poses as somebody with whom the house really writes: known only from all its mail together.</summary>
public sealed class CorrespondenceTests
{
    private const string Lawyer = "martina.kessler@brandhorst-legal.example";

    /// <summary>A year's exchange with a firm, from both sides.</summary>
    private static readonly Mail[] Exchange =
    [
        .. Enumerable.Range(0, 12).Select(i => new Mail { From = Lawyer, Name = "Martina Kessler", To = 2, Day = i * 30, Aligned = true, MessageId = $"k{i}@brandhorst-legal.example" }),
        .. Enumerable.Range(0, 12).Select(i => new Mail { From = FakeHouse.AddressOf(2), ToAddress = Lawyer, Day = i * 30 + 1, Aligned = true, MessageId = $"h{i}@house.example" }),
    ];

    [Theory]
    [InlineData("martina.kessler@brandhorst-iegal.example")]
    [InlineData("martina.kessler@brandhorst-legal-office.example")]
    [InlineData("martina.kessler@brandhorstlegal.example")]
    [InlineData("martina.kessler@brandhorts-legal.example")]
    public void A_look_alike_of_a_correspondents_domain_is_named_with_both_sides(string mask)
    {
        var found = Find(new Mail { From = mask, Name = "Martina Kessler", To = 2, Day = 370, Aligned = true }, Exchange);
        Assert.NotNull(found);
        Assert.Equal("impersonation.known-correspondent", found.Value.Signal.Code);
        Assert.Equal((Lawyer, mask), (found.Value.Imitation.TrueAddress, found.Value.Imitation.FalseAddress));
        Assert.Contains("with whom this very mailbox has written since 2026-01-05", found.Value.Signal.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void Answering_the_mask_does_not_make_it_known()
    {
        const string Mask = "martina.kessler@brandhorst-iegal.example";
        Mail[] taken = [.. Exchange, .. Enumerable.Range(0, 8).Select(i => new Mail { From = FakeHouse.AddressOf(2), ToAddress = Mask, Day = 371 + i, Aligned = true })];
        Assert.NotNull(Find(new Mail { From = Mask, Name = "Martina Kessler", To = 2, Day = 380, Aligned = true }, taken));
    }

    [Fact]
    public void Answers_that_go_to_a_look_alike_are_seen_where_From_is_a_stranger() =>
        Assert.Equal(ImitationManner.ReplyTo,
            Find(new Mail { From = "a@stranger.example", ReplyTo = "martina.kessler@brandhorst-iegal.example", To = 2, Day = 370 }, Exchange)?.Imitation.Manner);

    [Theory]
    [InlineData("kessler.martina@freemail.example", "impersonation.correspondent-elsewhere")]
    [InlineData("martina.kessler@other-firm.example", "relation.changed-address")]
    public void A_known_name_from_a_new_address_is_told_and_a_private_mailbox_more_so(string from, string code)
    {
        var found = Find(new Mail { From = from, Name = "Kessler, Martina", To = 2, Day = 370, Aligned = true }, Exchange);
        Assert.Equal(code, found?.Signal.Code);
        Assert.Equal(Lawyer, found?.Imitation.TrueAddress);
    }

    [Fact]
    public void Towards_somebody_who_never_wrote_with_her_it_is_a_changed_address_only() =>
        Assert.Equal("relation.changed-address", Find(new Mail { From = "kessler.martina@freemail.example", Name = "Martina Kessler", To = 4, Day = 370, Aligned = true }, Exchange)?.Signal.Code);

    [Theory]
    [InlineData(Lawyer, "Martina Kessler", false)]
    [InlineData("paul.ott@brandhorst-legal.example", "Paul Ott", false)]
    [InlineData("news@mail.brandhorst-legal.example", "Brandhorst", false)]
    [InlineData("list@lists.example", "Martina Kessler", true)]
    public void The_correspondent_her_firm_and_lists_are_no_masks(string from, string name, bool list) =>
        Assert.Null(Find(new Mail { From = from, Name = name, To = 2, Day = 370, Aligned = true, List = list }, Exchange));

    [Fact]
    public void Whom_nobody_here_wrote_with_for_weeks_is_no_measure() =>
        Assert.Null(Find(new Mail { From = "martina.kessler@brandhorst-iegal.example", Name = "Martina Kessler", To = 2, Day = 20 }, Exchange[..1]));

    [Fact]
    public void A_firm_that_moved_years_ago_is_no_mask_of_its_old_name()
    {
        const string Moved = "martina.kessler@brandhorst-legals.example";
        Mail[] settled =
        [
            .. Exchange,
            .. Enumerable.Range(0, 9).Select(i => new Mail { From = FakeHouse.AddressOf(2), ToAddress = Moved, Day = 400 + i * 30, Aligned = true }),
        ];
        Assert.Null(Find(new Mail { From = Moved, Name = "Martina Kessler", To = 2, Day = 700, Aligned = true }, settled));
    }

    [Fact]
    public void The_order_of_reading_changes_nothing()
    {
        var mask = new Mail { From = "martina.kessler@brandhorst-iegal.example", Name = "Martina Kessler", To = 2, Day = 370, Aligned = true };
        Assert.Equal(Find(mask, Exchange), Find(mask, [.. Exchange.Reverse()]));
    }

    [Theory]
    [InlineData(30, "relation.forged-thread")]
    [InlineData(300, "relation.invented-thread")]
    public void An_answer_to_what_nobody_here_sent_weighs_by_how_much_of_our_mail_is_known(int answers, string code)
    {
        var forged = new Mail { From = "x@stranger.example", To = 2, Day = 370, Answers = "never@house.example" };
        Assert.Equal(code, Threads([.. Exchange, .. Answering(answers, i => $"h{i % 12}@house.example"), forged]).Find(forged.Keep())?.Code);
    }

    [Fact]
    public void Where_half_of_what_others_answer_is_unknown_nothing_is_said()
    {
        var forged = new Mail { From = "x@stranger.example", To = 2, Day = 370, Answers = "never@house.example" };
        Assert.Null(Threads([.. Exchange, .. Answering(30, i => $"h{i % 12}@house.example"), .. Answering(30, i => $"unknown{i}@house.example"), forged]).Find(forged.Keep()));
    }

    [Fact]
    public void Words_of_ours_under_a_subject_that_nobody_wrote_are_a_forged_thread()
    {
        var forged = new Mail { From = "x@stranger.example", To = 4, Day = 370, Subject = "Fwd: Payment to the chapel", Forwards = 1, Text = $"---------- Forwarded message --------- From: Person 2 <{FakeHouse.AddressOf(2)}> Subject: Payment to the chapel" };
        var real = forged with { Subject = "Fwd: Site visit", Copy = 1 };
        Mail[] known = [.. Exchange, .. Answering(30, i => $"h{i % 12}@house.example"), new Mail { From = FakeHouse.AddressOf(2), ToAddress = Lawyer, Day = 300, Subject = "Site visit", Aligned = true }];
        Assert.Equal("relation.forged-thread", Threads([.. known, forged]).Find(forged.Keep())?.Code);
        Assert.Null(Threads([.. known, real]).Find(real.Keep()));
    }

    private static IEnumerable<Mail> Answering(int count, Func<int, string> identifier) =>
        Enumerable.Range(0, count).Select(i => new Mail { From = $"citizen{i}@freemail.example", To = 2, Day = 100 + (i / 10.0), Answers = identifier(i) });

    private static OwnThreads Threads(IEnumerable<Mail> mails)
    {
        var contacts = new Contacts();
        var threads = new OwnThreads(contacts);
        foreach (var message in mails.Select(m => m.Keep()))
        {
            contacts.Add(message);
            threads.Add(message);
        }
        return threads;
    }

    private static (Signal Signal, Imitation Imitation)? Find(Mail mail, Mail[] others)
    {
        var kept = others.Append(mail).Select(m => m.Keep()).ToDictionary(m => m.Id);
        var correspondents = new Correspondents(FakeHouse.House);
        foreach (var message in kept.Values) correspondents.Add(message);
        return new CorrespondenceSignals(FakeHouse.House, correspondents, kept.GetValueOrDefault).Find(mail.Keep());
    }
}
