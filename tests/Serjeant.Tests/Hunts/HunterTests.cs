using Serjeant.Hunts;
using Serjeant.Hunts.Patterns;
using Serjeant.Hunts.Tips;
using Serjeant.Registers;
using Serjeant.Reports.Hunts;
using Serjeant.Signals;
using Serjeant.Tests.Campaigns;
using Xunit;

namespace Serjeant.Tests.Hunts;

/// <summary>What a hunt answers from an index.</summary>
public sealed class HunterTests : IDisposable
{
    private static readonly House House = House.With(Roster.Empty);

    private readonly IndexedMail _mail = new();

    public void Dispose() => _mail.Dispose();

    [Fact]
    public void A_tip_finds_its_messages_and_what_hangs_on_their_campaign()
    {
        _mail.Add(1, 0, ["p001"], (IndexedMail.Host("evil.example"), SelectorRole.Callback))
            .Add(2, 1, ["p002"], (IndexedMail.Address("a@b.example"), SelectorRole.Author))
            .Add(3, 2, ["p001", "p003"], (IndexedMail.Host("other.example"), SelectorRole.Link))
            .Add(4, 3, ["p004"], (IndexedMail.Host("stranger.example"), SelectorRole.Link));
        _mail.Campaign("c-1", 1, 3);
        var result = Hunt("evil.example", "a@b.example", "unseen.example");
        Assert.Equal([IndexedMail.Id(1), IndexedMail.Id(2)], result.Messages.Select(m => m.Entry.Id));
        Assert.Equal([IndexedMail.Id(3)], Assert.Single(result.Campaigns).Others.Select(m => m.Entry.Id));
        Assert.Equal([("p001", 1, 1), ("p002", 1, 0), ("p003", 0, 1)], result.People.Select(p => (p.Id, p.Found, p.Others)));
        Assert.Equal([1, 1, 0], result.Answers.Select(a => (int)a.Messages));
        Assert.Equal((2, 1, 3, 4), ((int)result.Hunt.Messages, (int)result.Hunt.Others, (int)result.Hunt.People, (int)result.Hunt.Over));
    }

    [Fact]
    public void A_window_holds_both_its_days_and_undated_messages_stand_apart()
    {
        for (var day = 0; day < 5; day++) _mail.Add(day, day, ["p001"], (IndexedMail.Host("evil.example"), SelectorRole.Link));
        _mail.Add(9, null, ["p002"], (IndexedMail.Host("evil.example"), SelectorRole.Link));
        var first = DateOnly.FromDateTime(IndexedMail.Then.UtcDateTime);
        var result = Make(new HuntQuestion([Tip("evil.example")], "clerk") { Window = new(first.AddDays(1), first.AddDays(3)) });
        Assert.Equal([1, 2, 3], result.Messages.Select(m => (m.Entry.Date!.Value - IndexedMail.Then).Days));
        Assert.Equal(IndexedMail.Id(9), Assert.Single(result.Undated).Entry.Id);
        Assert.Equal(2, result.Elsewhen);
    }

    [Fact]
    public void What_everybody_uses_is_answered_with_a_number_unless_all_is_asked_for()
    {
        for (var i = 0; i < 7; i++) _mail.Add(i, i, ["p001"], (IndexedMail.Host("google.com"), SelectorRole.Link));
        var answer = Assert.Single(Hunt("google.com").Answers);
        Assert.Equal((AnswerKind.Everybodys, 7L), (answer.Kind, answer.Messages));
        Assert.Empty(Hunt("google.com").Messages);
        Assert.Equal(7, Make(new HuntQuestion([Tip("google.com")], "clerk") { All = true }).Found);
    }

    [Fact]
    public void What_is_in_much_mail_is_answered_with_a_number()
    {
        for (var i = 0; i < 30; i++) _mail.Add(i, i, ["p001"], (IndexedMail.Host("busy.example"), SelectorRole.Link));
        var result = new Hunter(_mail.Store, _mail.Store, House, TimeProvider.System, new() { Least = 20 }).Make(new HuntQuestion([Tip("busy.example")], "clerk"), CancellationToken.None);
        Assert.Equal((AnswerKind.TooWide, 30L), (result.Answers[0].Kind, result.Answers[0].Messages));
        Assert.Empty(result.Messages);
        // A window that leaves few of them is answered.
        var day = DateOnly.FromDateTime(IndexedMail.Then.UtcDateTime);
        result = new Hunter(_mail.Store, _mail.Store, House, TimeProvider.System, new() { Least = 20 })
            .Make(new HuntQuestion([Tip("busy.example")], "clerk") { Window = new(day, day.AddDays(4)) }, CancellationToken.None);
        Assert.Equal(5, result.Found);
    }

    [Fact]
    public void A_wildcard_stands_for_the_hosts_that_mail_names()
    {
        _mail.Add(1, 0, ["p001"], (IndexedMail.Host("a.evil.example"), SelectorRole.Link)).Add(2, 1, ["p002"], (IndexedMail.Host("b.evil.example"), SelectorRole.Link))
            .Add(3, 2, ["p003"], (IndexedMail.Host("c.good.example"), SelectorRole.Link));
        Assert.Equal(2, Hunt("*.evil.example").Found);
    }

    [Fact]
    public void A_pattern_of_two_things_needs_both_in_one_message()
    {
        var (host, address) = (IndexedMail.Host("evil.example"), IndexedMail.Address("a@b.example"));
        _mail.Add(1, 0, ["p001"], (host, SelectorRole.Link), (address, SelectorRole.Author)).Add(2, 1, ["p002"], (host, SelectorRole.Link)).Add(3, 2, ["p003"], (address, SelectorRole.Author));
        var pattern = new Pattern("both", new Observation(new AllOf([new Leaf(Of(host)), new Leaf(Of(address))])));
        var result = Make(new HuntQuestion([new Tip("t", TipKind.Stix) { Patterns = [pattern] }], "clerk"));
        Assert.Equal(IndexedMail.Id(1), Assert.Single(result.Messages).Entry.Id);
        var sequence = new Pattern("then", new Sequence(new Observation(new Leaf(Of(host))), new Observation(new Leaf(Of(address) with { Roles = SelectorRole.Author }))));
        result = Make(new HuntQuestion([new Tip("t", TipKind.Stix) { Patterns = [sequence] }], "clerk"));
        Assert.Equal([1, 2, 3], result.Messages.Select(m => (int)m.Number));
    }

    [Fact]
    public void A_role_that_is_asked_for_must_be_the_one()
    {
        _mail.Add(1, 0, ["p001"], (IndexedMail.Host("evil.example"), SelectorRole.Link)).Add(2, 1, ["p002"], (IndexedMail.Host("evil.example"), SelectorRole.Callback));
        var result = Make(new HuntQuestion([new Tip("t", TipKind.Lines) { Sought = [Of(IndexedMail.Host("evil.example")) with { Roles = SelectorRole.Callback }] }], "clerk"));
        Assert.Equal(IndexedMail.Id(2), Assert.Single(result.Messages).Entry.Id);
    }

    [Fact]
    public void The_digest_tells_tips_apart_and_depends_on_the_house()
    {
        Assert.Equal(Hunt("a.example", "b.example").Hunt.Digest, Hunt("b.example", "a.example").Hunt.Digest);
        Assert.NotEqual(Hunt("a.example").Hunt.Digest, Hunt("b.example").Hunt.Digest);
    }

    [Fact]
    public void A_pattern_directly_below_a_public_suffix_is_judged_by_what_it_hits()
    {
        _mail.Add(1, 0, ["p001"], (IndexedMail.Host("ip-7.example"), SelectorRole.Link)).Add(2, 1, ["p002"], (IndexedMail.Host("so-evil.com"), SelectorRole.Link))
            .Add(3, 2, ["p003"], (IndexedMail.Host("good.com"), SelectorRole.Link));
        Assert.Equal([IndexedMail.Id(1), IndexedMail.Id(2)], Hunt("ip-*.example", "*-evil.com").Messages.Select(m => m.Entry.Id));
        Assert.NotEmpty(Tip("*.com").Refusals);
    }

    [Fact]
    public void A_host_below_a_mailing_services_own_is_told_where_few_have_it()
    {
        for (var i = 0; i < 60; i++) _mail.Add(i, i, ["p001"], (IndexedMail.Host(i < 3 ? "us7.list-manage.com" : "us1.list-manage.com"), SelectorRole.Link));
        var result = Hunt("us7.list-manage.com", "us1.list-manage.com");
        Assert.Equal([(AnswerKind.Told, 3L), (AnswerKind.Everybodys, 57L)], result.Answers.Select(a => (a.Kind, a.Messages)));
        Assert.Equal(3, result.Found);
    }

    [Fact]
    public void What_most_of_a_small_houses_mail_has_is_answered_with_a_number()
    {
        for (var i = 0; i < 100; i++) _mail.Add(i, i, ["p001"], (IndexedMail.Host(i < 84 ? "busy.example" : "rare.example"), SelectorRole.Link));
        Assert.Equal([(AnswerKind.TooWide, 84L), (AnswerKind.Told, 16L)], Hunt("busy.example", "rare.example").Answers.Select(a => (a.Kind, a.Messages)));
    }

    [Fact]
    public void Our_own_domain_is_said_not_to_be_in_the_index_without_a_number()
    {
        var result = new Hunter(_mail.Store, _mail.Store, FakeHouse.House, TimeProvider.System).Make(new HuntQuestion([Tip("house.example")], "clerk"), CancellationToken.None);
        var answer = Assert.Single(result.Answers);
        Assert.Equal(AnswerKind.Unindexed, answer.Kind);
        var told = HuntAccount.Tell(answer);
        Assert.Contains("not in the index", told, StringComparison.Ordinal);
        Assert.DoesNotContain("0", told, StringComparison.Ordinal);
    }

    private static Sought Of(Selector selector) => new() { Text = selector.Value, Any = [selector] };

    private static Tip Tip(params string[] selectors) => new TipReader().Read(selectors);

    private HuntResult Hunt(params string[] selectors) => Make(new HuntQuestion([Tip(selectors)], "clerk"));

    private HuntResult Make(HuntQuestion question) => new Hunter(_mail.Store, _mail.Store, House, TimeProvider.System).Make(question, CancellationToken.None);
}
