using MimeKit;
using Serjeant.Facts;
using Serjeant.Facts.Authentication;
using Serjeant.Facts.Route;
using Serjeant.Tests.Facts.Route;
using Xunit;

namespace Serjeant.Tests.Facts.Authentication;

/// <summary>The cases of dkim-verifier and mail-auth; skipped where ../shared is absent.</summary>
public sealed class SharedVectorTests
{
    private static AuthenticationFacts Read(HeaderList headers, params string[] trusted)
    {
        var from = FactsMaterial.Domain(HeaderDomain(headers));
        return new AuthenticationReader(new HashSet<string>(trusted)).Read(headers, from, new RouteReader([]).Read(headers, null));
    }

    private static string HeaderDomain(HeaderList headers)
    {
        var value = headers[HeaderId.From] ?? "";
        return value[(value.LastIndexOf('@') + 1)..].TrimEnd('>', ' ');
    }

    private static AuthenticationFacts Verifier(string name) =>
        Read(FactsMaterial.Message(Path.Combine(FactsMaterial.Shared("vectors/dkim-verifier"), name)).Headers);

    private static string Dkim(AuthenticationFacts facts) => string.Join(' ', facts.Dkim.Select(d => $"{d.Verdict}:{d.Domain}"));

    [Theory]
    [InlineData("alignment-auid_not_in_sdid", "example.net", "Pass:example.net", Verdict.Unknown, false)]
    [InlineData("alignment-from_not_in_sdid", "example.net", "Pass:unrelated.com", Verdict.Unknown, false)]
    [InlineData("dkim-unknown_result", "example.net", "TemporaryError:example.com", Verdict.Unknown, false)]
    [InlineData("fakePayPal", "example.net", "Pass:unrelated.com", Verdict.Unknown, false)]
    [InlineData("multiple_arh-newest_no_authserv", "", "Pass:01.example.com Pass:02.example.com", Verdict.Unknown, true)]
    [InlineData("multiple_arh-newest_no_result", "example.net", "Pass:example.com", Verdict.Unknown, true)]
    [InlineData("multiple_arh-newest_parsing_error_01", "example.net", "Pass:error.example.com Pass:example.com", Verdict.Unknown, true)]
    [InlineData("multiple_arh-newest_parsing_error_02", "example/net", "Pass:error.example.com Pass:example.com", Verdict.Unknown, true)]
    [InlineData("multiple_arh-newest_unknown_method", "example.net", "Pass:example.com", Verdict.Unknown, true)]
    [InlineData("multiple_arh-same_and_different_authserv", "example.net", "Pass:example.com Pass:football.example.com Pass:last.example.com", Verdict.Pass, true)]
    [InlineData("rfc6376-A.2-arh-failed-no_reason", "example.net", "Fail:example.com", Verdict.Pass, true)]
    [InlineData("rfc6376-A.2-arh-failed", "example.net", "Fail:example.com", Verdict.Pass, true)]
    [InlineData("rfc6376-A.2-arh-valid-a_tag", "example.net", "Pass:example.com", Verdict.Pass, true)]
    [InlineData("rfc6376-A.2-arh-valid-a_tag_sha1", "example.net", "Pass:example.com", Verdict.Pass, true)]
    [InlineData("rfc6376-A.2-arh-valid-auid", "example.net", "Pass:football.example.com", Verdict.Pass, true)]
    [InlineData("rfc6376-A.2-arh-valid-no_sdid_or_auid", "example.net", "Pass:example.com", Verdict.Pass, true)]
    [InlineData("rfc6376-A.2-arh-valid-sdid_and_auid", "example.net", "Pass:example.com", Verdict.Pass, true)]
    [InlineData("rfc6376-A.2-arh-valid", "example.net", "Pass:example.com", Verdict.Pass, true)]
    [InlineData("rfc6376-A.2-arh-valid_relaxed", "example.net", "Pass:example.com", Verdict.Pass, true)]
    public void A_case_of_results_is_read_as_its_authors_meant_it(string name, string authority, string dkim, Verdict spf, bool aligned)
    {
        var facts = Verifier($"arh/{name}.eml");
        Assert.Equal((authority, dkim, spf), (facts.Authority, Dkim(facts), facts.Spf));
        Assert.Equal(aligned, facts.Aligned);
    }

    [Fact]
    public void Many_results_in_one_field_are_all_kept_for_dkim_and_the_first_counts_for_spf()
    {
        var dkim = Verifier("arh/multiple_dkim_results.eml");
        Assert.True(dkim.Dkim.Length > 5);
        Assert.True(dkim.DkimAligned);
        Assert.Equal(Verdict.Fail, Verifier("arh/multiple_spf_and_dmarc_results.eml").Spf);
    }

    [Theory]
    [InlineData("added_header-from", "example.com", "brisbane", "football.example.com")]
    [InlineData("alignment-from_not_in_auid", "example.com", "brisbane", "support.example.com")]
    [InlineData("flags_s-auid_is_subdomain_of_sdid", "example.com", "s.flags", "football.example.com")]
    [InlineData("header_with_non_ascii_char", "example.com", "brisbane", "example.com")]
    [InlineData("time-received_after_creation", "football.example.com", "brisbane", "football.example.com")]
    public void The_fields_of_a_signature_are_read(string name, string domain, string selector, string identity)
    {
        var signature = Verifier($"dkim/{name}.eml").Signatures[0];
        Assert.Equal((domain, selector, identity), (signature.Domain.Name, signature.Selector, signature.IdentityDomain.Name));
        Assert.Contains("from", signature.SignedHeaders);
    }

    [Fact]
    public void Every_case_of_dkim_shows_its_signature_and_notes_nothing()
    {
        foreach (var file in Directory.GetFiles(FactsMaterial.Shared("vectors/dkim-verifier/dkim"), "*.eml"))
        {
            var facts = Read(FactsMaterial.Message(file).Headers);
            Assert.True(facts.Signatures.Length > 0, file);
            Assert.False(facts.Noted, file);
        }
    }

    [Theory]
    [InlineData("001.txt", "mx.google.com", 1)]
    [InlineData("002.txt", "manchego.org", 2)]
    public void A_chain_of_forwarders_is_read(string name, string authority, int sets)
    {
        var text = File.ReadAllText(Path.Combine(FactsMaterial.Shared("vectors/mail-auth/arc"), name)).ReplaceLineEndings("\n");
        var message = text[(text.IndexOf("\n\n", StringComparison.Ordinal) + 2)..]; // the keys stand in front
        // The Received field of the border was cut out of the first case: only configuration can tell whose notes these are.
        var facts = Read(FactsMaterial.HeadersOf(System.Text.Encoding.UTF8.GetBytes(message)), authority);
        Assert.Equal((authority, sets), (facts.Authority, facts.ArcSets.Length));
        Assert.Equal(Verdict.None, facts.ArcSets[0].Chain);
        if (sets == 2) Assert.Equal("manchego.org", facts.ArcSets[1].Sealer.Name);
    }
}
