using System.Collections.Immutable;
using Serjeant.Campaigns;
using Serjeant.Judgement;
using Serjeant.Signals;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Campaigns;

/// <summary>From linked messages to what a person wants to know of them.</summary>
public sealed class CampaignMakerTests
{
    private static ImmutableArray<Campaign> Make(params IEnumerable<Mail>[] mails)
    {
        var kept = mails.SelectMany(m => m).Select(m => m.Keep()).DistinctBy(k => k.Id).ToDictionary(k => k.Id);
        var groups = new CampaignLinker().Link(kept.Values, LinkingTests.Nothing, TestContext.Current.CancellationToken);
        var maker = new CampaignMaker(
            FakeHouse.House, Contacts.Of(kept.Values), kept.GetValueOrDefault,
            m => m.Signals.IsEmpty ? Finding.Ordinary : Finding.Suspect,
            signals => new(Finding.Ordinary, Decibans.Zero, [.. signals.Select(s => new WeighedSignal(s, Decibans.Zero, s.Evidence))]));
        return [.. groups.Groups.Select(maker.Make).OfType<Campaign>()];
    }

    private static string? Evidence(Campaign campaign, string code) => campaign.Assessment.Signals.FirstOrDefault(s => s.Signal.Code == code)?.Signal.Evidence;

    private static string[] Codes(Campaign campaign) => [.. campaign.Assessment.Signals.Select(s => s.Signal.Code)];

    [Fact]
    public void A_reconnaissance_shows_its_personas_its_beacon_and_whom_it_wants()
    {
        var sent = Enumerable.Range(0, 20).Select(i => new Mail { From = $"person2@{FakeHouse.Own}", ToAddress = $"friend{i}@abroad.example", Copy = i });
        var campaign = Make(Scenes.Reconnaissance(60).Select(m => m with { Signals = [new("impersonation.outlet", "Herald named")] }), Scenes.Correspondence(400, 1), sent).MaxBy(c => c.Messages.Length)!;
        Assert.Equal(60, campaign.Messages.Length);
        Assert.Equal(10, campaign.Senders.Length);
        Assert.Equal(["metrics-edge.example"], campaign.CallbackHosts);
        Assert.Equal("alliance: Friends of Letters", campaign.Shared[0].Attribute);
        Assert.True(campaign.PerRecipientToken);
        Assert.Contains(campaign.HeldTogetherBy, l => l.StartsWith("calls metrics-edge.example (60 of 60)", StringComparison.Ordinal));
        Assert.Equal(
            ["campaign.borrowed-mask", "campaign.family-reached", "campaign.per-recipient-callback", "campaign.rotating-senders", "campaign.shared-rare-attribute", "campaign.strangers", "campaign.suspect-members"],
            Codes(campaign).Order(StringComparer.Ordinal));
        Assert.StartsWith("path 3", Evidence(campaign, "campaign.per-recipient-callback"), StringComparison.Ordinal);
        Assert.Contains("alliance: Friends of Letters, which 12 of 120 on the roster have", Evidence(campaign, "campaign.shared-rare-attribute"), StringComparison.Ordinal);
        Assert.All(campaign.Assessment.Signals, s => Assert.InRange(s.Signal.Evidence.Length, 1, 300));
    }

    [Fact]
    public void A_steady_newsletter_speaks_for_itself()
    {
        var campaign = Assert.Single(Make(Scenes.Newsletter("gardens", 8, 12), Scenes.Correspondence(200, 2)));
        Assert.True(campaign.PerRecipientToken);
        Assert.Contains("campaign.steady-sender", Codes(campaign));
        Assert.DoesNotContain("campaign.per-recipient-callback", Codes(campaign));
        Assert.DoesNotContain("campaign.rotating-senders", Codes(campaign));
    }

    [Fact]
    public void Whoever_our_people_wrote_to_is_no_stranger()
    {
        var wrote = new Mail { From = $"person2@{FakeHouse.Own}", ToAddress = "news@gardens.example", Copy = 5 };
        var codes = Codes(Make(Scenes.Newsletter("gardens", 8, 12), [wrote]).MaxBy(c => c.Messages.Length)!);
        Assert.Contains("campaign.correspondent", codes);
        Assert.DoesNotContain("campaign.strangers", codes);
    }

    [Fact]
    public void Several_accounts_of_one_service_are_named()
    {
        var mails = Scenes.Reconnaissance(40).Select((m, i) => m with { Service = "Mailwave", Account = $"acct{i % 10}", ByService = true });
        Assert.StartsWith("10 accounts of Mailwave", Evidence(Make(mails, Scenes.Correspondence(300, 3)).MaxBy(c => c.Messages.Length)!, "campaign.rotating-accounts"), StringComparison.Ordinal);
    }

    [Fact]
    public void Senders_that_a_service_bears_out_are_its_accounts()
    {
        var mails = Scenes.Reconnaissance(40).Select(m => m with { Service = "Mailwave", ByService = true, Aligned = true });
        Assert.StartsWith("10 accounts of Mailwave", Evidence(Make(mails, Scenes.Correspondence(300, 3)).MaxBy(c => c.Messages.Length)!, "campaign.rotating-accounts"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("acct", false)]
    [InlineData(null, false)]
    public void Names_that_somebody_wrote_into_from_or_copied_into_a_header_are_no_accounts(string? account, bool byService)
    {
        var mails = Scenes.Reconnaissance(40).Select((m, i) => m with { Service = "Mailwave", Account = account is null ? null : $"{account}{i % 10}", ByService = byService });
        Assert.DoesNotContain("campaign.rotating-accounts", Codes(Make(mails, Scenes.Correspondence(300, 3)).MaxBy(c => c.Messages.Length)!));
    }

    [Fact]
    public void Two_messages_need_a_token_or_an_identical_file()
    {
        var pair = new[] { new Mail { To = 2, Text = Words.Text(1), Subject = "s" }, new Mail { To = 4, Text = Words.Text(1), Subject = "s" } };
        Assert.Empty(Make(pair, Scenes.Correspondence(200, 4)));
        Assert.Single(Make(pair.Select((m, i) => m with { Pixels = [$"https://t.example/{Words.Token(i)}.gif"] }), Scenes.Correspondence(200, 4)));
        Assert.Single(Make(pair.Select(m => m with { Attachment = new byte[900] }), Scenes.Correspondence(200, 4)));
    }

    [Fact]
    public void Without_history_and_without_outbound_mail_nobody_is_called_a_stranger() =>
        Assert.DoesNotContain("campaign.strangers", Codes(Assert.Single(Make(Scenes.Reconnaissance(30)))));
}
