using CsCheck;
using Serjeant.Values;
using Xunit;

namespace Serjeant.Tests.Values;

public class WebAddressTests
{
    [Theory]
    [InlineData("https://www.example.org/a/b?c=d#e", "https", "www.example.org", "/a/b", "c=d", "e")]
    [InlineData("  HTTPS://WWW.Example.ORG  ", "https", "www.example.org", "", "", "")]
    [InlineData(@"https:\\example.org\a\b?c=\d", "https", "example.org", "/a/b", @"c=\d", "")]
    [InlineData("https:example.org/a", "https", "example.org", "/a", "", "")]
    [InlineData("https:/example.org/a", "https", "example.org", "/a", "", "")]
    [InlineData("https:////example.org/a", "https", "example.org", "/a", "", "")]
    [InlineData(@"https:/\/\example.org/a", "https", "example.org", "/a", "", "")]
    [InlineData("//example.org/a", "https", "example.org", "/a", "", "")]
    [InlineData("///example.org/a", "https", "example.org", "/a", "", "")]
    [InlineData("ht\ntps://exam\tple.org/a\r\nb", "https", "example.org", "/ab", "", "")]
    [InlineData("\u0001\u0002https://example.org\u0003", "https", "example.org", "", "", "")]
    [InlineData("https://example.org?a=b", "https", "example.org", "", "a=b", "")]
    [InlineData("https://example.org#a?b", "https", "example.org", "", "", "a?b")]
    [InlineData("https://%65xample.org/", "https", "example.org", "/", "", "")]
    [InlineData("https://example.org./", "https", "example.org", "/", "", "")]
    [InlineData(@"\\files.example\share\x.png", "unc", "files.example", "/share/x.png", "", "")]
    [InlineData("file://files.example/share", "file", "files.example", "/share", "", "")]
    [InlineData("file:////files.example/share", "file", "files.example", "/share", "", "")]
    [InlineData(@"file:\\files.example\share", "file", "files.example", "/share", "", "")]
    [InlineData("file:///C:/x", "file", "", "/C:/x", "", "")]
    [InlineData("file:/C:/x", "file", "", "/C:/x", "", "")]
    [InlineData("mailto:a@example.org", "mailto", "", "a@example.org", "", "")]
    [InlineData("JavaScript:alert(1)", "javascript", "", "alert(1)", "", "")]
    [InlineData("just words", "", "", "just words", "", "")]
    [InlineData("", "", "", "", "", "")]
    public void It_is_split_as_a_browser_would(string text, string scheme, string host, string path, string query, string fragment)
    {
        var address = WebAddress.Parse(text);

        Assert.Equal((scheme, host, path, query, fragment), (address.Scheme, address.Host.Name, address.Path, address.Query, address.Fragment));
    }

    [Theory]
    [InlineData("https://bank.example@evil.example/x", "bank.example", "evil.example")]
    [InlineData("https://bank.example:443@evil.example/x", "bank.example:443", "evil.example")]
    [InlineData("https://a@b@evil.example", "a@b", "evil.example")]
    [InlineData(@"https://first.example\@second.example", "", "first.example")]
    [InlineData("https://first.example/@second.example", "", "first.example")]
    [InlineData("https://first.example?@second.example", "", "first.example")]
    [InlineData("https://first.example#@second.example", "", "first.example")]
    public void What_stands_before_the_at_sign_is_not_the_host(string text, string user, string host)
    {
        var address = WebAddress.Parse(text);

        Assert.Equal((user, host), (address.UserInfo, address.Host.Name));
    }

    [Theory]
    [InlineData("http://192.0.2.1/", true)]
    [InlineData("http://192.0.2.1./", true)]
    [InlineData("http://3221225985/", true)]
    [InlineData("http://0xc0000201/", true)]
    [InlineData("http://0300.0.2.1/", true)]
    [InlineData("http://0xC0.0.0x2.1/", true)]
    [InlineData("http://[2001:db8::1]/", true)]
    [InlineData("http://[2001:db8::1]:8080/", true)]
    [InlineData("http://１９２.０.２.１/", true)]
    [InlineData("http://1.example/", false)]
    [InlineData("http://0xyz/", false)]
    [InlineData("http://example.org/192.0.2.1", false)]
    public void Addresses_are_known_in_every_notation(string text, bool expected)
    {
        Assert.Equal(expected, WebAddress.Parse(text).HostIsAddress);
        Assert.True(WebAddress.Parse(text).IsRemote);
    }

    [Theory]
    [InlineData("http://example.org:8080/", 8080)]
    [InlineData("http://example.org:/", 0)]
    [InlineData("http://example.org:99999/", 0)]
    [InlineData("http://example.org:x/", 0)]
    [InlineData("http://[2001:db8::1]:8443/", 8443)]
    [InlineData("http://[2001:db8::1]/", 0)]
    public void The_port_is_read_or_nought(string text, int port) => Assert.Equal(port, WebAddress.Parse(text).Port);

    [Theory]
    [InlineData("https://bücher.example/", "xn--bcher-kva.example")]
    [InlineData("https://xn--bcher-kva.example/", "xn--bcher-kva.example")]
    [InlineData("https://example。org/", "example.org")]
    [InlineData("https://ｅｘａｍｐｌｅ.org/", "example.org")]
    [InlineData("https://b%C3%BCcher.example/", "xn--bcher-kva.example")]
    [InlineData("https://exa\u00admple.org/", "example.org")]
    public void Names_in_other_letters_become_ascii(string text, string host) => Assert.Equal(host, WebAddress.Parse(text).Host.Name);

    [Theory]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("http://", false)]
    [InlineData("https:///", false)]
    [InlineData("cid:image1", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData(@"\\files.example\x", true)]
    [InlineData("ws://example.org", true)]
    [InlineData("ftp://example.org/x", true)]
    public void Remote_is_what_leaves_the_machine(string text, bool remote) => Assert.Equal(remote, WebAddress.Parse(text).IsRemote);

    [Fact]
    public void Fields_are_decoded_once_and_a_plus_is_a_space()
    {
        var address = WebAddress.Parse("https://example.org/a+b/%63?q=one+two%2Bthree&e=a%2540b&bare&=x;y=1&u=http://a.example/?b=c");

        Assert.Equal([new("q", "one two+three"), new("e", "a%40b"), new("", "bare"), new("", "x"), new("y", "1"), new("u", "http://a.example/?b=c")], address.Fields);
        Assert.Equal(["a+b", "c"], address.Segments);
    }

    [Fact]
    public void Huge_input_is_read_quickly_and_in_bounds()
    {
        var text = "https://" + new string('a', 100_000) + "/" + string.Concat(Enumerable.Repeat("x/", 50_000)) + "?" + string.Concat(Enumerable.Repeat("a=b&", 50_000));

        var address = WebAddress.Parse(text);

        Assert.True(address.Host.IsEmpty);
        Assert.Equal(64, address.Segments.Length);
        Assert.Equal(64, address.Fields.Length);
    }

    [Fact]
    public void No_text_makes_it_fail() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["ahtps:/\\@?#%[].;&=+0x1 \t\n\u202e\ud800ü。"], 0, 80]).Sample(text =>
        {
            var address = WebAddress.Parse(text);
            _ = address.Segments;
            _ = address.Fields;
            _ = address.IsRemote;
            Assert.Equal(address, WebAddress.Parse(address.Text));
        }, iter: 20_000);
}
