using Serjeant.Campaigns;
using Serjeant.Facts;
using Xunit;

namespace Serjeant.Tests.Campaigns;

/// <summary>A trait is what the sender controls and few others have.</summary>
public sealed class TraitMakerTests
{
    private static string[] Of(Mail mail, TraitKind kind) => [.. mail.Keep().Traits.Where(t => t.Kind == kind).Select(t => t.Value)];

    [Fact]
    public void Freemail_has_an_address_but_no_domain()
    {
        var mail = new Mail { From = "Somebody@Freemail.example" };
        Assert.Equal(["somebody@freemail.example"], Of(mail, TraitKind.SenderAddress));
        Assert.Empty(Of(mail, TraitKind.SenderDomain));
        Assert.Equal("somebody@freemail.example", mail.Keep().SenderIdentity);
        Assert.Equal("firm.example", (mail with { From = "x@mail.firm.example" }).Keep().SenderIdentity);
    }

    [Fact]
    public void Hosts_of_everybody_of_ours_and_of_mailing_services_are_no_traits()
    {
        var mail = new Mail
        {
            Pixels = ["https://a.popular.example/x/1a2b3c4d5e6f.gif", "https://www.house.example/1a2b3c4d5e6f.gif", "https://u.mailwave.example/1a2b3c4d5e6f.gif", "https://me.pages.example/1a2b3c4d5e6f.gif"],
            Links = ["https://sho.rt/abc", "https://www.herald.example/news"],
            Host = "mta7.mailwave.example",
            HostAddress = "203.0.113.5",
            Dkim = "mailwave.example",
            ReturnPath = "b@bounce.mailwave.example",
        };
        Assert.DoesNotContain(mail.Keep().Traits, t => t.Kind is TraitKind.CallbackHost or TraitKind.LinkHost or TraitKind.UrlShape or TraitKind.DkimDomain or TraitKind.ReturnPathDomain or TraitKind.OriginHost or TraitKind.OriginAddress);
    }

    [Fact]
    public void A_third_party_that_sends_the_mail_and_serves_its_pixels_is_a_service_not_a_callback()
    {
        var mail = new Mail { From = "news@gardens.example", Pixels = ["https://open.sendfast.example/" + Words.Token(1)], Dkim = "sendfast.example" };
        Assert.Empty(Of(mail, TraitKind.CallbackHost));
        Assert.Equal(["sendfast.example"], Of(mail, TraitKind.DkimDomain));
        // The same pixel in mail that somebody else sends is one.
        Assert.Equal(["sendfast.example"], Of(mail with { Dkim = "gardens.example" }, TraitKind.CallbackHost));
    }

    [Fact]
    public void A_visible_picture_without_a_token_is_no_callback_trait() =>
        Assert.Empty(Of(new Mail { Images = ["https://www.other.example/logo.png"] }, TraitKind.CallbackHost));

    [Fact]
    public void What_a_discussion_list_adds_is_left_out()
    {
        var mail = new Mail
        {
            From = "author@firm.example",
            List = true,
            ListId = "friends.lists.example",
            Host = "mail.lists.example",
            HostAddress = "198.51.100.9",
            ReturnPath = "friends-bounces@lists.example",
            ReplyTo = "friends@lists.example",
            Dkim = "lists.example",
            Text = Words.Text(1),
            Skeleton = 7,
            Links = ["https://lists.example/listinfo/" + Words.Token(3)],
        };
        Assert.Equal([TraitKind.SenderAddress, TraitKind.SenderDomain], mail.Keep().Traits.Select(t => t.Kind).Order());
        Assert.Equal(["firm.example"], Of(mail with { Dkim = "firm.example" }, TraitKind.DkimDomain));
    }

    [Fact]
    public void Near_copies_share_bands_and_strangers_do_not()
    {
        static HashSet<long> Bands(string text) => [.. new Mail { Text = text }.Keep().Traits.Where(t => t.Kind == TraitKind.TemplateBand).Select(t => t.Hash)];
        var text = Words.Text(1, 200);
        Assert.Equal(8, Bands(text).Count);
        Assert.True(Bands(text).Intersect(Bands("dear anna " + text)).Count() >= 6);
        Assert.Empty(Bands(text).Intersect(Bands(Words.Text(2, 200))));
    }

    [Theory]
    [InlineData("https://a.example/o/1a2b3c4d5e6f7a8b.gif?u=abc&utm_source=x", "/o/h16.gif?u=abc")]
    [InlineData("https://b.example/o/ffffffff00001111.gif?u=abc", "/o/h16.gif?u=abc")]
    [InlineData("https://a.example/2026/our-spring-letter.html", "/9/w.html")]
    [InlineData("https://a.example/uxz7dfiv-k6h71u6r-1dg5", "/b8-b8-b4")]
    [InlineData("https://a.example/", "/")]
    public void A_urls_shape_has_no_host_and_no_values(string url, string shape) => Assert.Equal(shape, UrlShape.Of(Serjeant.Values.WebAddress.Parse(url)).Text);

    [Fact]
    public void A_subjects_shape_loses_numbers_names_and_addresses()
    {
        var mail = new Mail { To = 0, Subject = "Dear person0, your invoice 4711 for a@b.example is ready" };
        Assert.Equal(["dear # your invoice # for @ is ready"], Of(mail, TraitKind.SubjectShape));
        Assert.Empty(Of(mail with { Subject = "Hello there" }, TraitKind.SubjectShape));
    }

    [Fact]
    public void A_message_id_given_by_the_receiving_host_is_not_the_senders()
    {
        Assert.Empty(Of(new Mail { MessageId = "20260105.ABC@mx.house.example" }, TraitKind.MessageIdShape));
        Assert.Equal(["98.a3@self"], Of(new Mail { MessageId = "20260105.abx@elsewhere.example" }, TraitKind.MessageIdShape));
    }

    [Fact]
    public void Pictures_and_signatures_are_no_attachments_that_link()
    {
        var mail = new Mail { Attachment = new byte[500], AttachmentName = "logo.png", AttachmentType = "image/png" };
        Assert.Empty(Of(mail, TraitKind.Attachment));
        Assert.Single(Of(mail with { AttachmentName = "x.pdf", AttachmentType = "application/pdf" }, TraitKind.Attachment));
        Assert.Empty(Of(mail with { AttachmentType = "application/pkcs7-signature" }, TraitKind.Attachment));
    }

    [Fact]
    public void Equal_hashes_mean_equal_kind_and_value()
    {
        Assert.NotEqual(TraitMaker.Hash(TraitKind.DkimDomain, "a.example"), TraitMaker.Hash(TraitKind.SenderDomain, "a.example"));
        Assert.Equal(TraitMaker.Hash(TraitKind.DkimDomain, "a.example"), TraitMaker.Hash(TraitKind.DkimDomain, "a.example"));
    }
}
