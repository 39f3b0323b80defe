using Serjeant.Hunts;
using Serjeant.Hunts.Knowledge;
using Serjeant.Hunts.Patterns;
using Serjeant.Hunts.Tips;
using Serjeant.Hunts.Watches;
using Serjeant.Judgement;
using Serjeant.Registers;
using Serjeant.Retention;
using Serjeant.Signals;
using Xunit;

namespace Serjeant.Tests.Hunts;

/// <summary>What is watched for, and looking back with what was learned.</summary>
public sealed class WatchTests : IDisposable
{
    private readonly IndexedMail _mail = new();

    public void Dispose() => _mail.Dispose();

    [Fact]
    public void A_message_with_what_is_watched_for_is_sighted_by_selector_and_by_wildcard()
    {
        var number = _mail.Store.Add(Watch("a@b.example", "*.evil.example", "unseen.example"));
        var list = new Watchlist(_mail.Store.ReadWatches(), new(_mail.Store.Keys));
        var sighted = list.Find(_mail.Message(1, 0, ["p001"], (IndexedMail.Address("a@b.example"), SelectorRole.Author), (IndexedMail.Host("x.evil.example"), SelectorRole.Callback)));
        Assert.Equal([(number, 0, SelectorRole.Author), (number, 1, SelectorRole.Callback)], sighted.Select(s => (s.Watch, s.Sought, s.Role)).Order());
        Assert.Empty(list.Find(_mail.Message(2, 0, ["p001"], (IndexedMail.Host("evil.example.other"), SelectorRole.Link))));
    }

    [Fact]
    public void A_watch_that_has_ended_sights_nothing_and_knows_nothing()
    {
        var number = _mail.Store.Add(Watch("evil.example"));
        Assert.True(_mail.Store.EndWatch(number, "clerk", IndexedMail.Then));
        Assert.False(_mail.Store.EndWatch(number, "clerk", IndexedMail.Then));
        Assert.True(new Watchlist(_mail.Store.ReadWatches(), new(_mail.Store.Keys)).IsEmpty);
    }

    [Fact]
    public void A_pattern_of_several_messages_is_sighted_once_the_scan_is_done()
    {
        var pattern = new Pattern("then", new Sequence(new Observation(new Leaf(Of(IndexedMail.Host("first.example")))), new Observation(new Leaf(Of(IndexedMail.Host("second.example"))))));
        _mail.Store.Add(Watch("unseen.example") with { Tips = [new TipReader().Read(["unseen.example"]) with { Patterns = [pattern] }] });
        _mail.Add(1, 0, ["p001"], (IndexedMail.Host("first.example"), SelectorRole.Link)).Add(2, 1, ["p002"], (IndexedMail.Host("second.example"), SelectorRole.Link));
        new WatchHunt(new Hunter(_mail.Store, _mail.Store, House.With(Roster.Empty), TimeProvider.System), _mail.Store).Make(_mail.Store.ReadWatches(), CancellationToken.None);
        Assert.Equal([(IndexedMail.Id(1), 1), (IndexedMail.Id(2), 1)], _mail.Store.ReadSightings().Select(s => (s.Message, s.Sought)));
        var alert = Assert.Single(new WatchAlertMaker(_mail.Store, _mail.Store).Make(_ => true));
        Assert.Equal(("then", 2, 2), (alert.Text, alert.Messages.Length, alert.People.Length));
    }

    [Fact]
    public void What_is_newly_known_is_hunted_once_outside_its_campaign_and_goes_on_record()
    {
        var thing = new KnownThing(IndexedMail.Host("evil.example"), SelectorRole.Callback, KnownAs.CallbackHost, "c-1");
        for (var i = 1; i <= 4; i++) _mail.Add(i, i, [$"p00{i}"], (IndexedMail.Host("evil.example"), i == 4 ? SelectorRole.Link : SelectorRole.Callback));
        _mail.Store.Save([new Standing(IndexedMail.Id(3), Finding.Suspect, "")]);
        var maker = new LookBackMaker(_mail.Store, _mail.Store, TimeProvider.System);
        var back = maker.Make([thing], _ => [IndexedMail.Id(1)], CancellationToken.None);
        // 1 is the campaign's own, 3 is suspected already, in 4 it stands elsewhere.
        Assert.Equal(["p002"], Assert.Single(back.Finds).People);
        Assert.Same(LookBack.Nothing, maker.Make([thing], _ => [], CancellationToken.None));
        Assert.Equal((HuntKind.LookingBack, "serjeant", 1L), _mail.Store.ReadHunts().Select(h => (h.Kind, h.By, h.Messages)).Single());
    }

    [Fact]
    public void What_is_in_more_than_a_thousandth_of_all_mail_says_nothing()
    {
        for (var i = 1; i <= 30; i++) _mail.Add(i, i, ["p001"], (IndexedMail.Host("busy.example"), SelectorRole.Link));
        var back = new LookBackMaker(_mail.Store, _mail.Store, TimeProvider.System).Make([new(IndexedMail.Host("busy.example"), SelectorRole.None, KnownAs.SenderDomain, "")], _ => [], CancellationToken.None);
        Assert.Empty(back.Finds);
        Assert.Equal(1, back.Silent);
    }

    private static Sought Of(Selector selector) => new() { Text = selector.Value, Any = [selector] };

    private static Watch Watch(params string[] selectors) => new() { Since = IndexedMail.Then, By = "clerk", Reason = "a tip", Source = "arguments", Tips = [new TipReader().Read(selectors)] };
}
