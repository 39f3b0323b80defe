using CsCheck;
using MimeKit;
using Serjeant.Facts;
using Serjeant.Facts.Authentication;
using Serjeant.Facts.Route;
using Serjeant.Tests.Facts.Route;
using Xunit;

namespace Serjeant.Tests.Facts.Authentication;

public sealed class AuthenticationReaderTests
{
    private static AuthenticationFacts Read(HeaderList headers, string from, params string[] trusted) =>
        new AuthenticationReader(new HashSet<string>(trusted)).Read(headers, FactsMaterial.Domain(from), new RouteReader([]).Read(headers, null));

    private static AuthenticationFacts Sample(string name, string from, params string[] trusted) => Read(FactsMaterial.Sample(name).Headers, from, trusted);

    private static AuthenticationFacts Results(string value, string from = "county.example") => Read(FactsMaterial.Headers("Authentication-Results: " + value), from);

    [Fact]
    public void Notes_at_the_hand_over_are_believed_and_those_below_it_are_not()
    {
        var facts = Sample("postfix-forwarded-by-gateway.eml", "county.example");
        Assert.Equal("gateway.house.example", facts.Authority);
        Assert.Equal((Verdict.Pass, Verdict.Pass, "reject"), (facts.Spf, facts.Dmarc, facts.DmarcPolicy));
        Assert.Equal("county.example", facts.SpfDomain.Name);
        Assert.True(facts.SpfAligned && facts.DkimAligned && facts.Aligned);
    }

    [Fact]
    public void What_a_sender_writes_into_his_own_message_is_never_believed()
    {
        var facts = Sample("forged-chain.eml", "ministry.example");
        Assert.False(facts.Noted);
        Assert.False(facts.Aligned);
        Assert.Equal((Verdict.Unknown, Verdict.Unknown, Verdict.Unknown), (facts.Spf, facts.Dmarc, facts.Arc));
    }

    [Fact]
    public void An_authority_that_was_not_configured_is_not_believed_where_others_are() =>
        Assert.False(Sample("postfix-forwarded-by-gateway.eml", "county.example", "mx.house.example").Noted);

    [Fact]
    public void Outlook_writes_no_authority_and_is_read_all_the_same()
    {
        var facts = Sample("outlook-tenant-to-tenant.eml", "tenant.example");
        Assert.True(facts.Noted);
        Assert.Equal("", facts.Authority);
        Assert.Equal((Verdict.Pass, Verdict.None), (facts.Spf, facts.Dmarc)); // bestguesspass: no record
        Assert.Equal([new DkimResult(Verdict.None, default, "")], facts.Dkim);
        Assert.True(facts.SpfAligned);
    }

    [Fact]
    public void Google_writes_below_its_own_received_field_and_is_read_there()
    {
        var facts = Sample("google-writes-below.eml", "paper.example");
        Assert.Equal("mx.google.com", facts.Authority);
        Assert.Equal("quarantine", facts.DmarcPolicy);
        Assert.Equal([new DkimResult(Verdict.Pass, FactsMaterial.Domain("paper.example"), "s1")], facts.Dkim);
    }

    [Fact]
    public void Forwarders_are_listed_by_instance_and_their_seals_are_not_ours()
    {
        var facts = Sample("arc-two-forwarders.eml", "author.example");
        Assert.Equal(Verdict.Unknown, facts.Arc);
        Assert.Equal([1, 2], facts.ArcSets.Select(s => s.Instance));
        var first = facts.ArcSets[0];
        Assert.Equal(("mx.relay.example", "relay.example", Verdict.None), (first.Authority, first.Sealer.Name, first.Chain));
        Assert.Equal((Verdict.Pass, Verdict.Pass, "s1"), (first.Spf, first.Dmarc, first.Dkim[0].Selector));
        Assert.Equal((Verdict.Pass, Verdict.Fail), (facts.ArcSets[1].Chain, facts.ArcSets[1].Spf));
    }

    [Fact]
    public void A_signature_is_read_field_by_field()
    {
        var signature = Assert.Single(Sample("postfix-forwarded-by-gateway.eml", "county.example").Signatures);
        Assert.Equal(("county.example", "k1", "rsa-sha256", 1200L), (signature.Domain.Name, signature.Selector, signature.Algorithm, signature.BodyLength));
        Assert.Equal(["from", "to", "subject", "date"], signature.SignedHeaders);
        Assert.Equal("clerk@county.example", signature.Identity?.ToString());
    }

    [Fact]
    public void A_signature_of_the_old_kind_is_told_apart()
    {
        var headers = FactsMaterial.Headers("DomainKey-Signature: a=rsa-sha1; q=dns; c=nofws; s=old; d=county.example; h=from:to; b=AA==");
        Assert.True(Assert.Single(Read(headers, "county.example").Signatures).IsDomainKeys);
    }

    [Theory]
    [InlineData("mx.house.example; none", Verdict.Unknown)]
    [InlineData("mx.house.example 1; spf=pass smtp.mailfrom=county.example", Verdict.Pass)]
    [InlineData("mx.house.example (house (inner) one) ; (c) spf (c) = (c) softfail (why; because) smtp (c) . (c) mailfrom (c) = (c) a@county.example", Verdict.SoftFail)]
    [InlineData("\"mx.house.example\"; spf=fail reason=\"not ; listed = here\" smtp.mailfrom=\"a b\"@county.example", Verdict.Fail)]
    [InlineData("mx.house.example; spf/1=TempError smtp.mailfrom=county.example", Verdict.TemporaryError)]
    [InlineData("mx.house.example; dkim=pass header.d=x.example; spf=hardfail smtp.mailfrom=county.example;", Verdict.Fail)]
    [InlineData("mx.house.example; spf=none smtp.helo=out.county.example; spf=pass smtp.mailfrom=county.example", Verdict.Pass)]
    [InlineData("mx.house.example; spf=", Verdict.Unknown)]
    [InlineData("mx.house.example; (never closed spf=pass", Verdict.Unknown)]
    [InlineData("", Verdict.Unknown)]
    public void Results_are_read_by_the_grammar_and_beyond_it(string value, Verdict spf)
    {
        var facts = Results(value);
        Assert.Equal(spf, facts.Spf);
        if (spf != Verdict.Unknown) Assert.Equal("county.example", facts.SpfDomain.Name);
    }

    [Theory]
    [InlineData("mail.county.example", "county.example", true)]
    [InlineData("county.example", "news.county.example", true)]
    [InlineData("county.example", "county.test", false)]
    [InlineData("notcounty.example", "county.example", false)]
    [InlineData("one.co.uk", "two.co.uk", false)]
    public void Alignment_goes_by_the_registrable_domain(string signer, string from, bool aligned) =>
        Assert.Equal(aligned, Results($"mx.house.example; dkim=pass header.d={signer}", from).DkimAligned);

    [Theory]
    [InlineData("Pass (mailfrom) identity=mailfrom; client-ip=192.0.2.1; helo=a.example; envelope-from=x@county.example; receiver=<UNKNOWN>", Verdict.Pass)]
    [InlineData("softfail (google.com: domain of transitioning x@county.example does not designate 192.0.2.1 as permitted sender) client-ip=192.0.2.1;", Verdict.SoftFail)]
    [InlineData("None (protection.outlook.com: county.example does not designate permitted sender hosts)", Verdict.None)]
    public void Received_spf_stands_in_where_no_results_were_noted(string value, Verdict verdict)
    {
        var facts = Read(FactsMaterial.Headers("Received-SPF: " + value), "county.example");
        Assert.Equal(verdict, facts.Spf);
        Assert.Equal(verdict == Verdict.None ? "" : "county.example", facts.SpfDomain.Name);
    }

    [Fact]
    public void No_bytes_whatsoever_make_a_reader_throw()
    {
        string[] names = ["Authentication-Results", "ARC-Seal", "ARC-Authentication-Results", "DKIM-Signature", "DomainKey-Signature", "Received-SPF", "Received"];
        string[] pieces = ["spf", "dkim", "dmarc", "=", "pass", ";", "(", ")", "\"", "\\", " ", ".", "/", "header.d", "smtp.mailfrom", "@", "i=1;", "i=", "d=", "h=", ":", "l=9", "domain of ", "mx.a.example", "\r\n ", "é", "p=reject"];
        var text = Gen.OneOf(FactsMaterial.OneOf(pieces), Gen.String[0, 5]).Array[0, 30].Select(string.Concat);
        Gen.Select(FactsMaterial.OneOf(names), text, Gen.Byte.Array[0, 40]).Array[1, 8].Sample(fields =>
        {
            var headers = new HeaderList();
            foreach (var (name, value, raw) in fields) headers.Add(FactsMaterial.RawHeader(name, [.. System.Text.Encoding.UTF8.GetBytes(value), .. raw]));
            Read(headers, "a.example");
            Read(headers, "a.example", "mx.a.example", "");
        }, iter: 3000);
    }
}
