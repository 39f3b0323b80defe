using Serjeant.Campaigns;
using Serjeant.Judgement;
using Serjeant.Personas.Unwrapping;
using Serjeant.Personas;
using Serjeant.Signals.Impersonation;
using Serjeant.Storage;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Personas;

/// <summary>What machines and people return that was never sent is evidence; what was sent is none.</summary>
public sealed class BackscatterTests
{
    private static readonly string[] Spoofs = ["bounce-spoof.eml", "bounce-headers.eml", "bounce-old.eml", "abuse-report.eml"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("bounce-spoof.eml", "forged-1@bulk.example")]
    [InlineData("bounce-headers.eml", "forged-2@bulk.example")]
    [InlineData("bounce-old.eml", "forged-3@bulk.example")]
    [InlineData("abuse-report.eml", "forged-4@bulk.example")]
    public async Task The_original_is_read_out_of_every_form_of_return(string name, string id)
    {
        using var store = new MemoryStore();
        await Reported.ScanAsync(store, Reported.House, Stop, name);
        var returned = Assert.Single(store.ReadAll(), m => m.Channel == MessageChannel.Returned);
        Assert.Equal((id, Reported.True), (returned.MessageId, returned.From));
        var mask = Assert.Single(returned.Imitations, MaskFinder.IsOurs);
        Assert.Equal((ImitationManner.Spoof, "p001"), (mask.Manner, mask.Imitated));
        Assert.Equal("scan", Assert.Single(store.ReadTestimonies()).EnteredBy);
    }

    [Fact]
    public async Task Where_our_own_mail_is_not_known_a_returned_mail_in_our_name_weighs_nothing()
    {
        using var store = new MemoryStore();
        var reckoning = await Reported.ScanAsync(store, Reported.House, Stop, Spoofs);
        Assert.Equal(4, store.ReadAll().Count(m => m.Channel == MessageChannel.Returned));
        Assert.DoesNotContain(reckoning.Campaigns, c => c.Kind != CampaignKind.Unspecified);
        var side = Assert.Single(Assert.Single(Reported.Personas(store, reckoning, Reported.House)).FalseSides);
        Assert.Equal((0, 4), (side.TowardsOthers, side.Unproven));
    }

    [Fact]
    public async Task Where_our_own_mail_is_known_and_this_is_not_among_it_it_is_evidence()
    {
        using var store = new MemoryStore();
        var reckoning = await Reported.ScanAsync(store, Reported.House, Stop, [.. Spoofs, "sent.eml"]);
        var campaign = Assert.Single(reckoning.Campaigns, c => c.Kind == CampaignKind.ImpersonationTowardsOthers);
        Assert.Equal(4, campaign.Messages.Length);
        Assert.NotEqual(Finding.Ordinary, campaign.Assessment.Finding);
        Assert.Contains(campaign.Assessment.Signals, s => s.Signal.Code == "campaign.returned");
    }

    [Theory]
    [InlineData("bounce-honest.eml")]
    [InlineData("bounce-honest-sent.eml")]
    [InlineData("answer-honest.eml")]
    public async Task What_our_people_really_sent_is_no_evidence_when_it_comes_back(string name)
    {
        using var store = new MemoryStore();
        var reckoning = await Reported.ScanAsync(store, Reported.House, Stop, name, "sent.eml");
        Assert.Empty(reckoning.Campaigns);
        Assert.DoesNotContain(Reported.Personas(store, reckoning, Reported.House).SelectMany(p => p.FalseSides), f => f.TowardsOthers > 0);
    }

    [Fact]
    public async Task A_returned_mail_whose_identifier_is_like_ours_weighs_nothing_since_copies_of_sent_mail_go_missing()
    {
        using var store = new MemoryStore();
        using var folder = new Storage.TemporaryFolder();
        foreach (var (name, host) in (ReadOnlySpan<(string, string)>)[("own.eml", "kingsfold.example"), ("phone.eml", "phone.example")])
            File.WriteAllText(folder.File(name), System.Text.Encoding.UTF8.GetString(Reported.Bytes("bounce-spoof.eml")).Replace("forged-1@bulk.example", "unknown@" + host, StringComparison.Ordinal));
        var reckoning = await Reported.ScanAsync(store, Reported.House, Stop, folder.File("own.eml"), folder.File("phone.eml"), "sent.eml");
        Assert.Equal(2, store.ReadAll().Count(m => m.Channel == MessageChannel.Returned));
        Assert.DoesNotContain(reckoning.Campaigns, c => c.Kind != CampaignKind.Unspecified);
    }

    [Fact]
    public async Task A_bounce_that_our_own_server_made_is_of_mail_that_we_sent()
    {
        using var store = new MemoryStore();
        using var folder = new Storage.TemporaryFolder();
        var bounce = System.Text.Encoding.UTF8.GetString(Reported.Bytes("bounce-spoof.eml")).Replace("MAILER-DAEMON@mx.far.example", "MAILER-DAEMON@mail.kingsfold.example", StringComparison.Ordinal);
        await File.WriteAllTextAsync(folder.File("own.eml"), bounce, Stop);
        await Reported.ScanAsync(store, Reported.House, Stop, folder.File("own.eml"), "sent.eml");
        Assert.DoesNotContain(store.ReadAll(), m => m.Channel == MessageChannel.Returned);
    }

    [Fact]
    public async Task A_returned_mail_from_a_look_alike_needs_no_knowledge_of_our_own_mail()
    {
        using var store = new MemoryStore();
        var reckoning = await Reported.ScanAsync(store, Reported.House, Stop, "bounce-look-alike.eml");
        var campaign = Assert.Single(reckoning.Campaigns);
        Assert.Equal((CampaignKind.ImpersonationTowardsOthers, Finding.Suspect), (campaign.Kind, campaign.Assessment.Finding));
        Assert.Equal(["House of Kingsfold", "p001"], campaign.Imitations.Select(i => i.Imitated).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_answer_to_a_mail_from_a_false_address_tells_of_that_mail()
    {
        using var store = new MemoryStore();
        var reckoning = await Reported.ScanAsync(store, Reported.House, Stop, "answer.eml");
        var told = Assert.Single(store.ReadTestimonies());
        Assert.Equal((LayerForm.Answered, "old.friend@far.example"), (told.Form, told.By));
        Assert.Equal("77120@postbox.example", store.Find(told.Message)!.MessageId);
        // Kept, and not suspect by itself: people do write from addresses that nobody told us of.
        Assert.All(reckoning.Campaigns, c => Assert.Equal(Finding.Ordinary, c.Assessment.Finding));
        Assert.Equal(Reported.False, Assert.Single(Assert.Single(Reported.Personas(store, reckoning, Reported.House)).FalseSides).Address);
    }

    [Fact]
    public async Task A_report_joins_the_mail_that_came_to_us_from_the_same_false_address()
    {
        using var store = new MemoryStore();
        await Reported.ScanAsync(store, Reported.House, Stop, "inbound.eml");
        Reported.Keep(store, Reported.Claims("itself.eml"));
        var reckoning = Reported.Reckon(store, Reported.House, Stop);
        var campaign = Assert.Single(reckoning.Campaigns);
        Assert.Equal((CampaignKind.ImpersonationTowardsOthers, 2), (campaign.Kind, campaign.Messages.Length));
        Assert.NotEqual(Finding.Ordinary, campaign.Assessment.Finding);
        Assert.Equal(["p002"], campaign.Targets);
    }

    [Fact]
    public void One_reported_message_is_a_campaign_and_a_second_good_source_makes_it_hostile()
    {
        using var store = new MemoryStore();
        Reported.Keep(store, Reported.Claims("itself.eml"));
        Assert.Equal(Finding.Suspect, Assert.Single(Reported.Reckon(store, Reported.House, Stop).Campaigns).Assessment.Finding);
        Reported.Keep(store, Reported.Claims("attached.eml"));
        Assert.Single(store.ReadTestimonies());
        Reported.Keep(store, Reported.Maker.OfReport(Reported.Raw(Reported.Bytes("attached.eml")), Reported.Reporter with { By = "Desk of the Senate" }));
        Assert.Equal(2, store.ReadTestimonies().Count);
        var campaign = Assert.Single(Reported.Reckon(store, Reported.House, Stop).Campaigns);
        Assert.Equal(Finding.Hostile, campaign.Assessment.Finding);
        Assert.Single(campaign.Messages);
    }

    [Fact]
    public void A_good_grade_makes_it_hostile_alone()
    {
        using var store = new MemoryStore();
        Reported.Keep(store, Reported.Maker.OfReport(Reported.Raw(Reported.Bytes("itself.eml")), Reported.Reporter with { Grade = new('B', 2) }));
        Assert.Equal(Finding.Hostile, Assert.Single(Reported.Reckon(store, Reported.House, Stop).Campaigns).Assessment.Finding);
    }

    [Fact]
    public void What_wears_nobodys_name_is_no_campaign()
    {
        using var store = new MemoryStore();
        Reported.Keep(store, Reported.Claims("nobody.eml"));
        Assert.Empty(Reported.Reckon(store, Reported.House, Stop).Campaigns);
        Assert.Single(store.ReadTestimonies());
    }

    [Fact]
    public async Task An_address_that_a_person_allowed_is_no_false_side_any_more()
    {
        using var store = new MemoryStore();
        await Reported.ScanAsync(store, Reported.House, Stop, "inbound.eml", "answer.eml");
        Reported.Keep(store, Reported.Claims("itself.eml"));
        _ = EmailAddress.TryParse(Reported.False, out var address);
        var house = Reported.With([("p001", address)]);
        Assert.NotEmpty(Reported.Reckon(store, Reported.House, Stop).Campaigns);
        var reckoning = Reported.Reckon(store, house, Stop);
        Assert.Empty(reckoning.Campaigns);
        Assert.Empty(Reported.Personas(store, reckoning, house));
        var claim = Assert.Single(Reported.MakerOf(house).OfReport(Reported.Raw(Reported.Bytes("itself.eml")), Reported.Reporter));
        Assert.DoesNotContain(claim.Message.Imitations, i => i.Manner != ImitationManner.Spoof);
    }

    [Fact]
    public async Task An_ordinary_letter_of_a_namesake_stays_out_of_the_register()
    {
        using var store = new MemoryStore();
        using var folder = new Storage.TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("namesake.eml"), "From: Amelia Hartwell <amelia@hartwell-bakery.example>\nTo: tomas.lindqvist@kingsfold.example\nSubject: Bread\nDate: Wed, 4 Mar 2026 09:00:00 +0000\nMessage-ID: <7@hartwell-bakery.example>\n\nYour bread is ready.\n", Stop);
        var reckoning = await Reported.ScanAsync(store, Reported.House, Stop, folder.File("namesake.eml"));
        var kept = Assert.Single(store.ReadAll());
        Assert.NotEmpty(kept.Imitations);
        var maker = new PersonaMaker(Reported.House.Roster, reckoning.Claims);
        Assert.Empty(maker.Make([new(kept, Finding.Ordinary, null)], [], [], []));
        Assert.Single(maker.Make([new(kept, Finding.Suspect, null)], [], [], []));
    }
}
