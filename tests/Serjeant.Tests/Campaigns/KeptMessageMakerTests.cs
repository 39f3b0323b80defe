using System.Net;
using Serjeant.Campaigns;
using Serjeant.Facts;
using Xunit;

namespace Serjeant.Tests.Campaigns;

public sealed class KeptMessageMakerTests
{
    private static readonly MessageFacts FromUs = new Mail { From = "person2@house.example", ToAddress = "friend@abroad.example" }.ToFacts();

    private static bool Outbound(MessageFacts facts) => new KeptMessageMaker(FakeHouse.House).Make(facts, []).Outbound;

    private static RouteFacts HandedOver(string? address, string host = "x.abroad.example", int handOver = 0, string by = "mx.house.example") => new()
    {
        Hops = [new(host, host, address is null ? null : IPAddress.Parse(address), by, null, "ESMTP", null)],
        HandOver = handOver,
        OriginAddress = address is null ? null : IPAddress.Parse(address),
        OriginHost = host,
    };

    [Fact]
    public void A_copy_from_a_sent_folder_is_outbound() => Assert.True(Outbound(FromUs));

    [Fact]
    public void Mail_handed_over_from_inside_is_outbound() => Assert.True(Outbound(FromUs with { Route = HandedOver("10.1.2.3") }));

    [Fact]
    public void Mail_of_ours_that_came_around_with_an_aligned_signature_is_outbound() =>
        Assert.True(Outbound(FromUs with { Route = HandedOver("203.0.113.9"), Authentication = new() { DkimAligned = true } }));

    [Fact]
    public void Our_name_handed_over_from_outside_is_a_spoof() => Assert.False(Outbound(FromUs with { Route = HandedOver("203.0.113.9") }));

    [Fact]
    public void A_helo_that_names_us_does_not_make_it_ours() => Assert.False(Outbound(FromUs with { Route = HandedOver("203.0.113.9", "mail.house.example") }));

    [Fact]
    public void Hops_without_addresses_that_none_of_our_hosts_wrote_are_no_proof() =>
        Assert.False(Outbound(FromUs with { Route = HandedOver(null, handOver: -1, by: "mx.elsewhere.example") }));

    [Fact]
    public void A_failed_check_contradicts_even_a_bare_copy() => Assert.False(Outbound(FromUs with { Authentication = new() { Dmarc = Verdict.Fail } }));

    [Fact]
    public void Who_logged_in_to_our_server_from_outside_wrote_from_our_mailbox() =>
        Assert.True(Outbound(FromUs with { Route = LoggedIn("mx.house.example") }));

    [Fact]
    public void Who_logged_in_elsewhere_did_not() => Assert.False(Outbound(FromUs with { Route = LoggedIn("mx.elsewhere.example") }));

    [Fact]
    public void What_a_server_of_ours_lets_out_for_nobody_of_ours_is_kept_with_its_name()
    {
        string LeftBy(MessageFacts facts) => new KeptMessageMaker(FakeHouse.House).Make(facts, []).LeftBy;
        var abroad = new Mail { From = "x@loans.example", ToAddress = "friend@abroad.example" }.ToFacts();
        Assert.Equal("mx.house.example", LeftBy(abroad with { Route = HandedOver("10.0.0.9", "localhost", -1) }));
        Assert.Equal("mx.house.example", LeftBy(abroad with { Route = LoggedIn("mx.house.example") }));
        Assert.Equal("", LeftBy(abroad with { Route = HandedOver("203.0.113.9") })); // handed on
        Assert.Equal("", LeftBy(new Mail { From = "x@loans.example" }.ToFacts() with { Route = HandedOver("10.0.0.9", "localhost", -1) }));
        Assert.Equal("", LeftBy(FromUs with { Route = HandedOver("10.0.0.9", "localhost", -1) }));
    }

    private static RouteFacts LoggedIn(string by) => new()
    {
        Hops = [new("[203.0.113.9]", "", IPAddress.Parse("203.0.113.9"), by, null, "ESMTPSA", null)],
        HandOver = 0,
        OriginAddress = IPAddress.Parse("203.0.113.9"),
    };

    [Fact]
    public void Somebody_elses_mail_is_never_outbound() => Assert.False(Outbound(new Mail { Aligned = true }.ToFacts()));

    [Fact]
    public void A_private_address_of_ours_is_ours_too() =>
        Assert.True(Outbound(new Mail { From = FakeHouse.AddressOf(11), ToAddress = "friend@abroad.example" }.ToFacts()));

    [Fact]
    public void Urls_are_kept_in_order_and_bounded()
    {
        var kept = new Mail { Links = [.. Enumerable.Range(0, 900).Select(i => $"https://n.example/{i}")], Pixels = ["https://n.example/" + new string('x', 5_000)] }.Keep();
        Assert.Equal(500, kept.Urls.Length);
        Assert.Equal(2_048, kept.Urls[0].Url.Length);
        Assert.Equal("https://n.example/0", kept.Urls[1].Url);
    }

    [Fact]
    public void Hostile_facts_throw_nothing()
    {
        var facts = new MessageFacts { Place = new("x", 0, 0), Sha256 = default, Size = 0, Sender = SenderFacts.None, Recipients = RecipientFacts.None };
        var kept = new KeptMessageMaker(FakeHouse.House).Make(facts, []);
        Assert.Equal("", kept.SenderIdentity);
        Assert.Empty(kept.Traits);
        _ = new KeptMessageMaker(FakeHouse.House).Make(
            facts with
            {
                MessageId = "@",
                Sender = new() { From = [new("\ud800 half a pair", null, null, "")] },
                Subject = new(new string(' ', 9_000), new string('@', 9_000), 0, 0),
                Links = [.. new[] { "http://", "http://[::1]/%%%", "\\\\host", "https://%2e%2e/?=&&;=", "https://a.example/" + new string('/', 5_000) + "#" }.Select(u => new Link(Serjeant.Values.WebAddress.Parse(u), LinkPlace.Image, LinkFire.Opening, false))],
            }, []);
    }
}
