using System.Collections.Immutable;
using Serjeant.Campaigns;
using Serjeant.Judgement;
using Serjeant.Signals;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Campaigns;

/// <summary>Mailing programs that write from another mailbox each time are one sender; people never become one.</summary>
public sealed class SenderAccountTests
{
    [Theory]
    [InlineData("bounce-123-abc@post.example", "bounce-*@post.example")]
    [InlineData("bounces-gardens-77f1-9@post.example", "bounces-gardens-*@post.example")]
    [InlineData("newsletter+x=y@post.example", "newsletter+*@post.example")]
    [InlineData("news-anna=house.example@post.example", "news-*@post.example")]
    [InlineData("no-reply-4471@post.example", "no-reply-*@post.example")]
    [InlineData("notify+b4c2@post.example", "notify+*@post.example")]
    public void What_is_made_for_each_message_is_taken_away(string address, string account) => Assert.Equal(account, SenderAccount.Of(address, []));

    [Fact]
    public void The_recipients_own_address_is_taken_away_whatever_stands_before_it() =>
        Assert.Equal("the.gardens.*@post.example", SenderAccount.Of("the.gardens.mary-anne=house.example@post.example", ["other@house.example", "mary-anne@house.example"]));

    [Theory]
    [InlineData("anna.smith1974@firm.example")]
    [InlineData("anna-2@firm.example")]
    [InlineData("anna+letters@firm.example")]
    [InlineData("office-12@ministry.example")]
    [InlineData("newsom-3@firm.example")]
    [InlineData("bounce@post.example")]
    [InlineData("no-reply@post.example")]
    [InlineData("newsletter-weekly@post.example")]
    [InlineData("reply+8f3a9@relay.example")]
    [InlineData("8f3a9c1177@relay.example")]
    [InlineData("a=b@firm.example")]
    [InlineData("@")]
    [InlineData("")]
    [InlineData("=-+@x.example")]
    public void Everybody_else_keeps_his_address(string address) => Assert.Equal(address, SenderAccount.Of(address, ["=", "", "somebody@house.example"]));

    [Fact]
    public void Where_anybody_gets_a_mailbox_every_address_is_somebody_elses() =>
        Assert.Equal("bounce-123@freemail.example", new Mail { From = "bounce-123@freemail.example" }.Keep().Account);

    [Fact]
    public void A_sender_with_a_new_mailbox_each_time_is_long_known()
    {
        var mails = Enumerable.Range(0, 8).Select(i => new Mail { From = $"bounce-{i}9-{Words.Token(i, 6)}@post.example", Day = i * 30, Copy = i, Aligned = true }.Keep()).ToArray();
        var relations = new RelationSignals(Contacts.Of(mails), new(new()));
        Assert.Equal(["relation.long-known"], relations.Find(mails[^1]).Select(s => s.Code));
    }

    [Fact]
    public void An_answer_to_one_issue_makes_the_next_one_a_correspondents()
    {
        var answer = new Mail { From = $"person2@{FakeHouse.Own}", ToAddress = "news+11a@post.example" }.Keep();
        var next = new Mail { From = "news+12b@post.example", Day = 9 }.Keep();
        Assert.Equal(["relation.known-correspondent"], new RelationSignals(Contacts.Of([answer, next]), new(new())).Find(next).Select(s => s.Code));
    }

    [Fact]
    public void Forty_mailboxes_of_one_mailing_are_one_account_of_its_service()
    {
        var mails = Scenes.Newsletter("gardens", 4, 10).Select((m, i) => m with { From = $"bounce-{i}-x@gardens.example", Service = "Mailwave" });
        var kept = mails.Select(m => m.Keep()).ToDictionary(k => k.Id);
        var group = Assert.Single(new CampaignLinker().Link(kept.Values, LinkingTests.Nothing, TestContext.Current.CancellationToken).Groups);
        var found = ImmutableArray<Signal>.Empty;
        var campaign = new CampaignMaker(
            FakeHouse.House, Contacts.Of(kept.Values), kept.GetValueOrDefault, _ => Finding.Ordinary,
            signals =>
            {
                found = signals;
                return new(Finding.Ordinary, Decibans.Zero, []);
            }).Make(group);
        Assert.Equal(["bounce-*@gardens.example"], campaign!.Senders);
        Assert.DoesNotContain(found, s => s.Code == "campaign.rotating-accounts");
    }
}
