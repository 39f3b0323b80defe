using Serjeant.Hunts;
using Serjeant.Hunts.Patterns;
using Serjeant.Hunts.Tips;
using Serjeant.Hunts.Watches;
using Serjeant.Judgement;
using Serjeant.Retention;
using Xunit;

namespace Serjeant.Tests.Storage;

/// <summary>What every store does alike with hunts, watches and what a hunt must know of campaigns.</summary>
public abstract partial class StoreContract
{
    private IHuntStore Hunts => (IHuntStore)Store;

    [Fact]
    public async Task A_hunt_is_given_back_as_it_was_recorded()
    {
        var hunt = new Hunt
        {
            Kind = HuntKind.Outside,
            At = Then,
            By = "desk",
            Reason = "a tip \u0000 of\nfriends",
            Source = "tip.json",
            Digest = new string('a', 32),
            Sought = 3,
            Refused = 2,
            Window = new(new(2021, 1, 1), null),
            Messages = 5,
            Others = 4,
            People = 6,
            Over = 7,
        };
        Assert.Equal((1L, 2L), (Hunts.Record(hunt), Hunts.Record(hunt with { Window = HuntWindow.Always })));
        await Store.CommitAsync(Stop);
        Reopen();
        Assert.Equal([hunt with { Number = 1 }, hunt with { Number = 2, Window = HuntWindow.Always }], Hunts.ReadHunts());
    }

    [Fact]
    public async Task A_reason_is_needed_until_somebody_decides_otherwise()
    {
        Assert.True(Hunts.NeedsReason);
        Hunts.RequireReason(false);
        await Store.CommitAsync(Stop);
        Reopen();
        Assert.False(Hunts.NeedsReason);
    }

    [Fact]
    public async Task What_is_watched_for_is_given_back_until_the_watch_ends()
    {
        var leaf = new Sought { Text = "a", Any = [new(SelectorKind.Address, "a@b.example")], All = [new(SelectorKind.Host, "*.evil.example")], Roles = SelectorRole.Author, Origin = new() { Reference = "r", ValidUntil = Then } };
        Condition condition = new AllOf([new Leaf(leaf), new AnyOf([new Leaf(leaf)])]);
        Query query = new Together([new Within(new Sequence(new Observation(condition), new Repeated(new Observation(condition), 3)), TimeSpan.FromHours(2)), new Either([new During(new Observation(condition), Then, Then.AddDays(1))])]);
        var tip = new Tip("tip.json", TipKind.Stix) { Sought = [leaf], Patterns = [new("p", query) { Wider = true }], Likenesses = [new("m", [new("text", [leaf], 2, 3)], 4)] };
        var number = Hunts.Add(new Watch { Since = Then, By = "desk", Reason = "why", Source = "tip.json", Tips = [tip] });
        Assert.True(Hunts.Add(new WatchSighting(number, KeptMessages.Numbered(1).Id, 0, SelectorRole.Author)));
        Assert.False(Hunts.Add(new WatchSighting(number, KeptMessages.Numbered(1).Id, 0, SelectorRole.Link)));
        await Store.CommitAsync(Stop);
        Reopen();
        var watch = Assert.Single(Hunts.ReadWatches());
        Assert.Equal(["a", "p", "m"], watch.Sought.Select(s => s.Text));
        var read = Assert.Single(watch.Tips);
        Assert.Equal((leaf.Text, leaf.Roles, leaf.Origin), (read.Sought[0].Text, read.Sought[0].Roles, read.Sought[0].Origin));
        Assert.Equal(leaf.Any, read.Sought[0].Any.AsEnumerable());
        Assert.Equal(leaf.All, read.Sought[0].All.AsEnumerable());
        Assert.Equal(query.ToString(), read.Patterns[0].Query.ToString());
        Assert.True(read.Patterns[0].Wider);
        Assert.Equal((2, 3), (read.Likenesses[0].Parts[0].Least, read.Likenesses[0].Parts[0].Weight));
        Assert.True(Hunts.EndWatch(number, "clerk", Then.AddDays(1)));
        Assert.Empty(Hunts.ReadSightings());
        Assert.Empty(Assert.Single(Hunts.ReadWatches()).Tips);
        Assert.Equal(("clerk", Then.AddDays(1)), (Hunts.ReadWatches()[0].EndedBy, Hunts.ReadWatches()[0].Ended));
    }

    [Fact]
    public async Task What_was_hunted_and_what_campaigns_and_messages_were_judged_is_known_again()
    {
        var (message, other) = (KeptMessages.Numbered(1).Id, KeptMessages.Numbered(2).Id);
        var note = new CampaignNote("c-1", Finding.Hostile, "Mail from x", 2, 3, Then, null);
        Hunts.NoteHunted([new(1), new(ulong.MaxValue)]);
        Hunts.NoteCampaigns([note]);
        ((IStandingStore)Store).Save([new Standing(message, Finding.Hostile, "c-1"), new Standing(other, Finding.Suspect, "c-1")]);
        ((IStandingStore)Store).Save([new Standing(message, Finding.Hostile, "c-1")]);
        ((Serjeant.Campaigns.ICampaignStore)Store).Save([("c-1", message), ("c-1", other), ("c-2", KeptMessages.Numbered(3).Id)], [], Then);
        await Store.CommitAsync(Stop);
        Reopen();
        Assert.Equal([new SelectorKey(1), new SelectorKey(ulong.MaxValue)], Hunts.ReadHunted().Order());
        Assert.Equal(note, Hunts.FindNote("c-1"));
        Assert.Null(Hunts.FindNote("c-2"));
        Assert.Equal((Finding.Hostile, Finding.Ordinary), (Hunts.FindFinding(message), Hunts.FindFinding(other)));
        Assert.Equal("c-1", Hunts.FindCampaign(other));
        Assert.Null(Hunts.FindCampaign(KeptMessages.Numbered(4).Id));
        Assert.Equal(new[] { message, other }.Order(), Hunts.FindMembers("c-1", 9).Order());
        Assert.Single(Hunts.FindMembers("c-1", 1));
    }
}
