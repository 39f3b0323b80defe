using System.Net;
using CsCheck;
using MimeKit;
using Serjeant.Facts;
using Serjeant.Facts.Route;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Facts.Route;

public sealed class RouteReaderTests
{
    private static RouteFacts Read(MimeMessage message, params DomainName[] own) => new RouteReader(own).Read(message.Headers, message.Date);

    private static Hop Hop(string received) => new RouteReader([]).Read(FactsMaterial.Headers("Received: " + received), null).Hops[0];

    [Theory]
    [InlineData("from a.example (b.example [192.0.2.1]) by c.example (Postfix) with ESMTPS id 1 for <x@y.example>; Tue, 4 Mar 2025 09:00:10 +0000", "a.example", "b.example", "192.0.2.1", "c.example", "ESMTPS")]
    [InlineData("from a.example (unknown [192.0.2.1]) by c.example (Postfix) with ESMTP id 1", "a.example", "", "192.0.2.1", "c.example", "ESMTP")]
    [InlineData("from b.example ([192.0.2.1]:4711 helo=a.example) by c.example with esmtps (TLS1.3) tls X (Exim 4.96) (envelope-from <x@y.example>) id 1", "a.example", "b.example", "192.0.2.1", "c.example", "ESMTPS")]
    [InlineData("from b.example ([192.0.2.1]) by c.example with esmtp (Exim 4.96) id 1", "b.example", "b.example", "192.0.2.1", "c.example", "ESMTP")]
    [InlineData("from [192.0.2.1] (port=53468 helo=[127.0.0.1]) by c.example with esmtpsa (Exim 4.95) id 1", "[127.0.0.1]", "", "192.0.2.1", "c.example", "ESMTPSA")]
    [InlineData("from unknown (HELO a.example) (192.0.2.1) by c.example with SMTP", "a.example", "", "192.0.2.1", "c.example", "SMTP")]
    [InlineData("from unknown (HELO ?192.168.12.100?) (joe@192.0.2.1 with plain) by c.example with SMTP", "192.168.12.100", "", "192.0.2.1", "c.example", "SMTP")]
    [InlineData("from 127.0.0.1 (EHLO a.example) (192.0.2.1) by c.example with SMTP", "a.example", "", "192.0.2.1", "c.example", "SMTP")]
    [InlineData("from A.EXAMPLE (2001:db8::19) by C.EXAMPLE (2001:db8::20) with Microsoft SMTP Server (version=TLS1_2, cipher=X) id 15 via Frontend Transport", "a.example", "", "2001:db8::19", "c.example", "SMTP")]
    [InlineData("from a.example ([IPv6:2001:db8::1]) by c.example with ESMTP", "a.example", "", "2001:db8::1", "c.example", "ESMTP")]
    [InlineData("from [1.2.3.4] by c.example with HTTP", "[1.2.3.4]", "", "1.2.3.4", "c.example", "HTTP")]
    [InlineData("by 2002:a05:6512:3493:b0:500:807a:f1a4 with SMTP id v19", "", "", null, "2002:a05:6512:3493:b0:500:807a:f1a4", "SMTP")]
    [InlineData("(qmail 22380 invoked by uid 514)", "", "", null, "", "")]
    [InlineData("from <unknown> (unknown [192.0.2.1]) by c.example with ESMTP", "<unknown>", "", "192.0.2.1", "c.example", "ESMTP")]
    [InlineData("from a.example (b.example [192.0.2.1] (may be forged)) by c.example (8.12.8/8.12.5) with SMTP", "a.example", "b.example", "192.0.2.1", "c.example", "SMTP")]
    [InlineData("from desk (b.example [192.0.2.1]) (authenticated bits=0) by c.example (8.13.6) with ESMTP", "desk", "b.example", "192.0.2.1", "c.example", "ESMTPA")]
    [InlineData("from a.example[192.0.2.1] by c.example", "a.example", "", "192.0.2.1", "c.example", "")]
    public void A_received_field_is_read_in_the_form_its_host_writes(string field, string helo, string reverse, string? address, string by, string protocol)
    {
        var hop = Hop(field);
        Assert.Equal((helo, reverse, by, protocol), (hop.Helo, hop.ReverseName, hop.By, hop.Protocol));
        Assert.Equal(address is null ? null : IPAddress.Parse(address), hop.Address);
    }

    [Theory]
    [InlineData("by c.example; Tue, 4 Mar 2025 09:00:10 +0000 (UTC)")]
    [InlineData("by c.example; 4 Mar 2025 09:00:10 -0000")]
    [InlineData("by c.example with SMTP id 1 Tue, 4 Mar 2025 09:00:10 +0000")]
    [InlineData("by c.example with SMTP id 1 2025-03-04 09:00:10.139889295 +0000 UTC m=+5918110.55")]
    [InlineData("by c.example id ;-''.673; Tue, 4 Mar 2025 10:00:10 +0100")]
    public void A_clock_is_read_however_it_is_written(string field) =>
        Assert.Equal(new DateTimeOffset(2025, 3, 4, 9, 0, 10, TimeSpan.Zero), Hop(field).Clock);

    [Theory]
    [InlineData("by c.example; Tue, 99 Mar 20255 09:00:10")]
    [InlineData("by c.example; yesterday")]
    [InlineData("by c.example")]
    public void A_clock_that_is_none_stays_empty(string field) => Assert.Null(Hop(field).Clock);

    [Fact]
    public void The_hand_over_lies_below_our_own_gateway_and_the_loop_on_it()
    {
        var route = Read(FactsMaterial.Sample("postfix-forwarded-by-gateway.eml"));
        Assert.Equal(2, route.HandOver);
        Assert.Equal("out.county.example", route.OriginHost);
        Assert.Equal(IPAddress.Parse("203.0.113.20"), route.OriginAddress);
        Assert.Equal(IPAddress.Parse("192.0.2.44"), route.ClientAddress);
        Assert.Equal("Mozilla Gecko Thunderbird", route.Software);
        Assert.Equal(60, route.ZoneMinutes);
        Assert.False(route.HeloContradicts);
        Assert.False(route.ClockRunsBackwards);
    }

    [Fact]
    public void A_gateway_with_another_name_is_ours_where_the_roster_says_so()
    {
        var headers = FactsMaterial.Headers("""
            Received: from gate.filter.test (gate.filter.test [198.51.100.7]) by mail.house.example (Postfix) with ESMTPS id 1
            Received: from out.county.example (out.county.example [203.0.113.20]) by gate.filter.test (Postfix) with ESMTPS id 2
            """);
        Assert.Equal("gate.filter.test", new RouteReader([]).Read(headers, null).OriginHost);
        Assert.Equal("out.county.example", new RouteReader([FactsMaterial.Domain("filter.test")]).Read(headers, null).OriginHost);
    }

    [Fact]
    public void Another_tenant_of_the_same_cloud_is_outside()
    {
        var route = Read(FactsMaterial.Sample("outlook-tenant-to-tenant.eml"));
        Assert.Equal(2, route.HandOver);
        Assert.Equal(IPAddress.Parse("198.51.100.99"), route.OriginAddress);
    }

    [Fact]
    public void Internal_hosts_of_a_large_provider_are_passed_over()
    {
        var route = Read(FactsMaterial.Sample("google-writes-below.eml"));
        Assert.Equal(1, route.HandOver);
        Assert.Equal("mta.paper.example", route.OriginHost);
        Assert.Equal("PHPMailer", route.Software);
        Assert.True(route.FromWebScript);
        Assert.NotNull(route.Hops[2].Clock);
    }

    [Fact]
    public void A_stranger_who_calls_himself_one_of_us_is_not_trusted_and_his_chain_not_believed()
    {
        var route = Read(FactsMaterial.Sample("forged-chain.eml"), FactsMaterial.Domain("house.example"));
        Assert.Equal(0, route.HandOver);
        Assert.Equal(IPAddress.Parse("203.0.113.66"), route.OriginAddress);
        Assert.True(route.ClockRunsBackwards);
    }

    [Theory]
    [InlineData("from 192.0.2.9 (b.example [203.0.113.5]) by mx.house.example with ESMTP", true)]
    [InlineData("from [203.0.113.5] (b.example [203.0.113.5]) by mx.house.example with ESMTP", false)]
    [InlineData("from localhost.localdomain (b.example [203.0.113.5]) by mx.house.example with ESMTP", true)]
    [InlineData("from mx.house.example (b.example [203.0.113.5]) by mx.house.example with ESMTP", true)]
    [InlineData("from mail.gmail.com (b.example [203.0.113.5]) by mx.house.example with ESMTP", true)]
    [InlineData("from mail-x.gmail.com (mail-x.google.com [203.0.113.5]) by mx.house.example with ESMTP", false)]
    [InlineData("from customer.example (vps12.hoster.test [203.0.113.5]) by mx.house.example with ESMTP", false)]
    [InlineData("from desk-12 (b.example [203.0.113.5]) by mx.house.example with ESMTPSA", false)]
    [InlineData("from desk-12 (unknown [10.0.0.5]) by mx.house.example with ESMTP", false)]
    public void A_greeting_that_cannot_be_true_is_noted(string field, bool contradicts) =>
        Assert.Equal(contradicts, new RouteReader([]).Read(FactsMaterial.Headers("Received: " + field), null).HeloContradicts);

    [Theory]
    [InlineData("Microsoft Outlook Express 6.00.2900.2869", "Microsoft Outlook Express")]
    [InlineData("Microsoft Outlook, Build 10.0.2627", "Microsoft Outlook")]
    [InlineData("Apple Mail (2.3445.104.11)", "Apple Mail")]
    [InlineData("PHPMailer [version 1.73]", "PHPMailer")]
    [InlineData("git-send-email 2.25.1", "git-send-email")]
    [InlineData("12345", "")]
    public void Software_is_named_without_what_changes_at_every_update(string written, string name) => Assert.Equal(name, Software.Name(written));

    [Fact]
    public void A_message_without_trace_fields_has_no_route()
    {
        var route = new RouteReader([]).Read(FactsMaterial.Headers("Subject: x"), null);
        Assert.Equal(-1, route.HandOver);
        Assert.Empty(route.Hops);
    }

    [Fact]
    public void Hops_beyond_the_bound_are_left_out()
    {
        var headers = FactsMaterial.Headers(string.Join('\n', Enumerable.Repeat("Received: by c.example; Tue, 4 Mar 2025 09:00:10 +0000", 500)));
        Assert.Equal(100, new RouteReader([]).Read(headers, null).Hops.Length);
    }

    [Fact]
    public void A_field_of_nothing_but_parentheses_takes_no_time()
    {
        var headers = FactsMaterial.Headers(string.Join('\n', Enumerable.Repeat("Received: from " + new string('(', 4000), 100)));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        new RouteReader([]).Read(headers, null);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{watch.Elapsed}");
    }

    [Fact]
    public void No_bytes_whatsoever_make_a_reader_throw()
    {
        string[] pieces = ["from ", "by ", "with ", "for ", "(", ")", "[", "]", ";", "HELO ", "helo=", "1.2.3.4", "::1", "<", ">", "@", "Tue, ", "4 Mar 2025 ", "2025-03-04 09:00:10", "\r\n ", "\"", "%", "..", "xn--", "é", "\u2603", "?", "=", "a.example"];
        var text = Gen.OneOf(FactsMaterial.OneOf(pieces), Gen.String[0, 6]).Array[0, 40].Select(string.Concat);
        Gen.Select(text, Gen.Byte.Array[0, 60]).Sample((value, raw) =>
        {
            var headers = new HeaderList();
            foreach (var id in new[] { "Received", "X-Originating-IP", "X-Mailer", "X-Source-Dir", "Received", "X-PHP-Script" })
                headers.Add(FactsMaterial.RawHeader(id, [.. System.Text.Encoding.UTF8.GetBytes(value), .. raw]));
            new RouteReader([FactsMaterial.Domain("a.example")]).Read(headers, null);
        }, iter: 3000);
    }

    [Theory]
    [InlineData("ham-lists", 0.003)]
    [InlineData("ham-2007", 0.003)]
    public void Ordinary_mail_is_rarely_called_a_liar(string corpus, double most)
    {
        var reader = new RouteReader([]);
        var (messages, handedOver, lies) = (0, 0, 0);
        foreach (var file in Directory.GetFiles(FactsMaterial.Shared("corpora/" + corpus)))
        {
            var route = reader.Read(FactsMaterial.Message(file).Headers, null);
            messages++;
            if (route.HandOver >= 0) handedOver++;
            if (route.HeloContradicts) lies++;
        }
        Assert.True(lies <= messages * most, $"{lies} of {messages}");
        Assert.Equal(messages, handedOver);
    }
}
