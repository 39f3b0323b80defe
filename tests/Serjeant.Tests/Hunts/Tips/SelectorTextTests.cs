using Serjeant.Hunts;
using Serjeant.Hunts.Tips;
using Xunit;

namespace Serjeant.Tests.Hunts.Tips;

public sealed class SelectorTextTests
{
    [Theory]
    [InlineData("evil.example", "Host: evil.example")]
    [InlineData("EVIL.Example.", "Host: evil.example")]
    [InlineData("evil[.]example", "Host: evil.example")]
    [InlineData("evil(dot)example", "Host: evil.example")]
    [InlineData("evil{.}example", "Host: evil.example")]
    [InlineData("evil\\.example", "Host: evil.example")]
    [InlineData("\"evil.example\",", "Host: evil.example")]
    [InlineData("b\u00fccher.example", "Host: xn--bcher-kva.example")]
    [InlineData("evil.example:8080", "Host: evil.example, wider")]
    [InlineData("_dmarc.evil.example", "Host: _dmarc.evil.example")]
    [InlineData("ann.lee@evil.example", "Address: ann.lee@evil.example")]
    [InlineData("Ann.Lee[@]evil[.]example", "Address: ann.lee@evil.example")]
    [InlineData("ann[at]evil[dot]example", "Address: ann@evil.example")]
    [InlineData("Ann Lee <ann@evil.example>", "Address: ann@evil.example")]
    [InlineData("<4411.ab@evil.example>", "MessageId: 4411.ab@evil.example or Address: 4411.ab@evil.example")]
    [InlineData("message-id: <4411@evil.example>", "MessageId: 4411@evil.example")]
    [InlineData("@evil.example", "Host: evil.example in Author, Envelope, ReplyTo")]
    [InlineData("*@evil.example", "Host: evil.example in Author, Envelope, ReplyTo")]
    [InlineData("203.0.113.5", "NetworkAddress: 203.0.113.5")]
    [InlineData("203[.]0[.]113[.]5", "NetworkAddress: 203.0.113.5")]
    [InlineData("203.0.113.5:8443", "NetworkAddress: 203.0.113.5, wider")]
    [InlineData("203.0.113.5/32", "NetworkAddress: 203.0.113.5")]
    [InlineData("203.0.113.0/24", "Network: 203.0.113.0/24")]
    [InlineData("203.0.113.77/31", "NetworkAddress: 203.0.113.76 or NetworkAddress: 203.0.113.77")]
    [InlineData("198.51.100.0/23", "Network: 198.51.100.0/24 or Network: 198.51.101.0/24")]
    [InlineData("2001:db8::1", "NetworkAddress: 2001:db8::1")]
    [InlineData("[2001:db8::1]:443", "NetworkAddress: 2001:db8::1, wider")]
    [InlineData("2001:db8:1::/48", "Network: 20010db80001/48")]
    [InlineData("2001:db8:2::/47", "Network: 20010db80002/48 or Network: 20010db80003/48")]
    [InlineData("2001:db8:1:5::/64", "Network: 20010db80001/48, wider")]
    [InlineData("hxxps://evil[.]example/a/b?c=d", "Url: evil.example/a/b?c=d in Link, Callback")]
    [InlineData("http://evil.example:80/a", "Url: evil.example/a or UrlPath: evil.example/a in Link, Callback")]
    [InlineData("https[:]//evil.example/a#top", "Url: evil.example/a or UrlPath: evil.example/a in Link, Callback")]
    [InlineData("evil.example/a.php", "Url: evil.example/a.php or UrlPath: evil.example/a.php in Link, Callback")]
    [InlineData("http://evil.example/", "Host: evil.example in Link, Callback")]
    [InlineData("http://203.0.113.5/", "NetworkAddress: 203.0.113.5 in Link, Callback")]
    [InlineData("http://203.0.113.5:8080/gate.php", "Url: 203.0.113.5:8080/gate.php or UrlPath: 203.0.113.5:8080/gate.php in Link, Callback")]
    [InlineData("https://evil.example/~ann@home/x", "Url: evil.example/~ann@home/x or UrlPath: evil.example/~ann@home/x in Link, Callback")]
    [InlineData("D41D8CD98F00B204E9800998ECF8427F", "File: d41d8cd98f00b204e9800998ecf8427f")]
    [InlineData("sha1: da39a3ee5e6b4b0d3255bfef95601890afd80700", "File: da39a3ee5e6b4b0d3255bfef95601890afd80700")]
    [InlineData("invoice.pdf", "FileName: invoice.pdf")]
    [InlineData("Annual report 2026.docx", "FileName: annual report 2026.docx")]
    [InlineData("letters.zip", "Host: letters.zip or FileName: letters.zip")]
    [InlineData("subject: Re: [news] Quarterly FIGURES", "Subject: quarterly figures")]
    [InlineData("name: Ann  Lee", "Name: ann lee in Author")]
    [InlineData("file: letters.zip", "FileName: letters.zip")]
    [InlineData("software: Foxmail 7.2", "Software: foxmail")]
    [InlineData("account: Mailwave 4711", "ServiceAccount: Mailwave 4711")]
    [InlineData("shape: /o/h32/b22.gif?u=b16", "UrlShape: /o/h32/b22.gif?u=b16")]
    [InlineData("layout: 00ab00ab00ab00ab", "Layout: 00ab00ab00ab00ab")]
    [InlineData("signature: S1 evil.example", "Signature: s1 evil.example")]
    [InlineData("from: ann@evil.example", "Address: ann@evil.example in Author")]
    [InlineData("reply-to: evil.example", "Host: evil.example in ReplyTo")]
    [InlineData("domain:evil.example", "Host: evil.example")]
    [InlineData("/intently61/kitchen/salmon.udb", "UrlShape: /b10/kitchen/salmon.udb in Link, Callback, wider")]
    [InlineData("*.evil.example", "pattern Host: *.evil.example")]
    [InlineData("mail-*.evil.example", "pattern Host: mail-*.evil.example")]
    [InlineData("https://*.evil.example/t/*/open.gif", "pattern Host: *.evil.example and pattern UrlShape: /t/*/open.gif in Link, Callback, wider")]
    [InlineData("https://evil.example/t/*", "Host: evil.example and pattern UrlShape: /t/* in Link, Callback, wider")]
    [InlineData("https://*.evil.example/*", "pattern Host: *.evil.example in Link, Callback")]
    public void A_selector_is_told_by_how_it_is_written(string written, string expected)
    {
        var asked = SelectorText.Read(written);
        Assert.Null(asked.Reason);
        Assert.Equal(expected, Show(asked));
    }

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("localhost", "one label")]
    [InlineData("two words", "several words")]
    [InlineData("10.1.2.3", "private")]
    [InlineData("192.168.0.0/24", "private")]
    [InlineData("8.0.0.0/8", "narrow")]
    [InlineData("203.0.113.5:22:443", "no name")]
    [InlineData("1.2.3", "ends in a number")]
    [InlineData("*", "every host")]
    [InlineData("*.com", "every host")]
    [InlineData("*.co.uk", "every host")]
    [InlineData("a*@evil.example", "keyed hashes")]
    [InlineData("subject: *figures*", "keyed hashes")]
    [InlineData("subject:", "nothing stands")]
    [InlineData("subject: Re:", "nothing is left")]
    [InlineData("/index.php", "without a host")]
    [InlineData("/um2NxySaF4L5mSYE/KY1hNeVvrE1XCrKP/", "without a host")]
    [InlineData("mailto://ann@evil.example", "scheme")]
    [InlineData("https://[2001:db8::1]/x", "IPv6")]
    [InlineData("https:///x", "one label")]
    [InlineData("ann@localhost", "one label")]
    [InlineData("cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e", "another kind")]
    public void What_cannot_be_asked_is_refused_with_its_reason(string written, string reason) =>
        Assert.Contains(reason, SelectorText.Read(written).Reason, StringComparison.Ordinal);

    internal static string Show(Asked asked)
    {
        var any = string.Join(" or ", asked.Any.Select(s => s.ToString()));
        var all = string.Join(" and ", asked.All.Select(w => $"pattern {w}"));
        return any + (any.Length > 0 && all.Length > 0 ? " and " : "") + all + (asked.Roles == SelectorRole.None ? "" : $" in {asked.Roles}") + (asked.Wider ? ", wider" : "");
    }
}
