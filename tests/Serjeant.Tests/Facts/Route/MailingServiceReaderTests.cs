using Serjeant.Facts;
using Serjeant.Facts.Route;
using Serjeant.Registers;
using Xunit;

namespace Serjeant.Tests.Facts.Route;

public sealed class MailingServiceReaderTests
{
    private static readonly MailingServices Services = new(
    [
        new MailingService("Postbag", ["x-postbag-id"], [FactsMaterial.Domain("postbag.example")], ["x-postbag-account"], []),
        new MailingService("Courier", ["x-courier"], [FactsMaterial.Domain("courier.example")], [], []),
    ]);

    private static MailingServiceMark Read(string headers, string returnPath = "", string? messageId = null)
    {
        var list = FactsMaterial.Headers(headers);
        return new MailingServiceReader(Services).Read(list, new RouteReader([]).Read(list, null), FactsMaterial.Domain(returnPath), AuthenticationFacts.None, messageId);
    }

    [Fact]
    public void The_host_that_handed_the_mail_over_proves_the_service() =>
        Assert.Equal(new("Postbag", "customer 7", true), Read("""
            Received: from o1.postbag.example (o1.postbag.example [203.0.113.9]) by mx.house.example (Postfix) with ESMTPS id 1
            X-Courier: copied
            X-Postbag-Account: customer 7
            """));

    [Fact]
    public void A_header_alone_is_taken_for_what_it_says_and_no_more() =>
        Assert.Equal(new("Courier", null, false), Read("""
            Received: from vps.hoster.test (vps.hoster.test [203.0.113.9]) by mx.house.example (Postfix) with ESMTPS id 1
            X-COURIER: 1
            """));

    [Theory]
    [InlineData("bounce.postbag.example", null)]
    [InlineData("", "abc@mta.postbag.example")]
    public void A_return_path_or_message_id_names_the_service_where_nothing_better_does(string returnPath, string? messageId) =>
        Assert.Equal("Postbag", Read("Subject: x", returnPath, messageId).Name);

    [Fact]
    public void Mail_of_no_service_has_no_mark() => Assert.Equal(default, Read("Subject: x"));
}
