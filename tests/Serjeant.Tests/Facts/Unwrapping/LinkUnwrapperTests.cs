using System.Text;
using CsCheck;
using Serjeant.Facts.Unwrapping;
using Xunit;

namespace Serjeant.Tests.Facts.Unwrapping;

public class LinkUnwrapperTests
{
    private const string Plain = "https://www.target.example/path?a=1&b=2#frag";
    private static readonly string Encoded = Uri.EscapeDataString(Plain);
    private static readonly LinkUnwrapper Unwrapper = new();

    public static TheoryData<string, string> Wrapped => new()
    {
        { "Microsoft Safe Links", $"https://nam01.safelinks.protection.outlook.com/?url={Encoded}&data=05%7C01%7Cx&sdata=abc%3D&reserved=0" },
        { "Microsoft Safe Links", $"https://eur02.safelinks.protection.outlook.com/ap/t-59584e83/?url={Encoded}&amp;data=05" },
        { "Microsoft Safe Links", $"https://gcc02.safelinks.protection.outlook.com:443/GetUrlReputation?amp;data=1&url={Encoded}" },
        { "Proofpoint", $"https://urldefense.proofpoint.com/v1/url?u={Encoded}&k=oIvRg1%2BdGAg%3D%0A&r=x&m=y&s=z" },
        { "Proofpoint", "https://urldefense.proofpoint.com/v2/url?u=https-3A__www.target.example_path-3Fa-3D1-26b-3D2-23frag&d=DwMFaQ&c=x&r=y&m=z&s=w&e=" },
        { "Proofpoint", "https://urldefense.com/v3/__https://www.target.example/path?a=1&b=2*frag__;Iw!!GuAItXPztq0!abc$" },
        { "Proofpoint", "https://urldefense.com/v3/__https:/www.target.example/path?a=1&b=2*frag__;Iw!!GuAItXPztq0!abc$" },
        { "Proofpoint", "https://urldefense.us/v3/__https://www.target.example/path?a=1&b=2*frag__;Iw!!x!y$" },
        { "Barracuda", $"https://linkprotect.cudasvc.com/url?a={Encoded.ToLowerInvariant()}&c=E,1,abc&typo=1" },
        { "Cisco", $"https://secure-web.cisco.com/1fCCdfJv_BYjz/{Encoded}" },
        { "Symantec", $"https://clicktime.symantec.com/38YrYPLxxSqYhBQLb1?u={Encoded}" },
        { "Symantec", $"https://clicktime.symantec.com/15xVcHh2qpE?h=QCYV=&u={Plain}" },
        { "Trend Micro", $"https://ddec1-0-en-ctp.trendmicro.com:443/wis/clicktime/v1/query?url={Encoded}&umid=b1110db2&auth=53c7" },
        { "Trellix", $"https://protect2.fireeye.com/v1/url?k=84f6a8c0-e57dbdd9&q=1&e=6739af06&u={Encoded}" },
        { "Trellix", $"https://protect2.fireeye.com/url?k=1ffa720f&u={Plain}" },
        { "Sophos", $"https://eu-central-1.protection.sophos.com/?d=target.example&u={Convert.ToBase64String(Encoding.UTF8.GetBytes(Plain))}&i=NWY1&t=QkNX&h=abc" },
        { "Sophos", $"https://us-west-2.protection.sophos.com?d=target.example&u={Convert.ToBase64String(Encoding.UTF8.GetBytes(Plain)).TrimEnd('=')}&i=NWY1" },
        { "Check Point", $"https://protect.checkpoint.com/v2/___{Plain}___.YzJlOmFiYw" },
        { "Check Point", $"https://protect.checkpoint.com/v2/r02/___{Plain.Replace("https://", "https:/", StringComparison.Ordinal)}___.YzJlOmFiYw" },
        { "Check Point", $"https://url.avanan.click/v2/___{Plain}___.YXAzOmFiYw" },
        { "Check Point", $"https://avanan.url-protection.com/v1/r01/url?o={Encoded}&g=YWQ2&h=YzM4" },
        { "Hornetsecurity", $"https://atpscan.global.hornetsecurity.com/?d=HzV&f=rhm&i=&k=Eb5a&m=on&n=Ux&r=nf&s=a1b0&u={Encoded}" },
        { "Trustwave", $"https://scanmail.trustwave.com/?c=20988&d=i-GP5uRI&u={Encoded}" },
        { "Libraesva", $"https://urlsand.esvalabs.com/?u={Encoded}&e=4935d002&h=2f2f90a5&f=n&p=y" },
        { "Mimecast", $"https://protect-us.mimecast.com/s/abc123?url={Encoded}&token=xyz" },
        { "Google", $"https://www.google.com/url?q={Encoded}&sa=D&source=editors&usg=AOv" },
        { "Google", $"https://www.google.com/url?sa=t&url={Encoded}&usg=AOv" },
        { "Google", "https://www.google.com/amp/s/www.target.example/path?a=1&b=2#frag" },
        { "Google", "https://www-target-example.cdn.ampproject.org/c/s/www.target.example/path?a=1&b=2#frag" },
        { "Google", $"https://ad.doubleclick.net/ddm/clk/1;2;3?adurl={Plain}" },
        { "Google", $"https://adclick.g.doubleclick.net/pcs/click?xai=AKA&sig=Cg0&adurl={Encoded}" },
        { "Facebook", $"https://l.facebook.com/l.php?u={Encoded}&h=AT0" },
        { "LinkedIn", $"https://www.linkedin.com/redir/redirect?url={Encoded}&urlhash=abc" },
        { "YouTube", $"https://www.youtube.com/redirect?event=video_description&q={Encoded}&v=abc" },
        { "Bing", $"https://www.bing.com/ck/a?!&&p=6dec&ptn=3&u=a1{Convert.ToBase64String(Encoding.UTF8.GetBytes(Plain)).TrimEnd('=').Replace('+', '-').Replace('/', '_')}&ntb=1" },
        { "VK", $"https://vk.com/away.php?to={Encoded}" },
        { "Steam", $"https://steamcommunity.com/linkfilter/?url={Encoded}" },
        { "Yahoo", $"https://r.search.yahoo.com/_ylt=A0/RV=2/RE=1/RO=10/RU={Encoded}/RK=2/RS=x-" },
    };

    [Theory]
    [MemberData(nameof(Wrapped))]
    public void A_wrapped_url_is_unwrapped_to_the_letter(string wrapper, string url) => Assert.Equal((Plain, wrapper), Unwrapper.Unwrap(url));

    [Theory]
    [InlineData("https://urldefense.com/v3/__https://t.example/a**Ab__;w6TDtg!!x!y$", "https://t.example/aäöb")] // a run of two
    [InlineData("https://urldefense.com/v3/__https://t.example/*20x*?y=*__;JUA_!!x!y$", "https://t.example/%20x@?y=?")]
    [InlineData("https://urldefense.proofpoint.com/v2/url?u=http-3A__t.example_a-5Fb-2Dc-2520d&d=x&c=y", "http://t.example/a_b-c%20d")]
    [InlineData("https://protect-eu.mimecast.com/s/0RnpCrmB6fnzpmDtYCsC4?domain=docs.t.example", "https://docs.t.example/")]
    [InlineData("https://url.us.m.mimecastprotect.com/s/abc?domain=t.example", "https://t.example/")]
    [InlineData("https://my--site-t-example.translate.goog/a?x=1&_x_tr_sl=auto&_x_tr_tl=en", "https://my-site.t.example/a?x=1")]
    [InlineData("https://steamcommunity.com/linkfilter/?http://t.example/", "http://t.example/")]
    [InlineData("https://www.google.com/url?q=http%253A%252F%252Ft.example%252Fx", "http://t.example/x")]
    public void The_finer_points_of_a_format_are_kept(string url, string target) => Assert.Equal(target, Unwrapper.Unwrap(url).Url);

    [Theory]
    [InlineData("https://www.target.example/?url=https://other.example/")]
    [InlineData("https://nam01.safelinks.protection.outlook.com/?url=")]
    [InlineData("https://nam01.safelinks.protection.outlook.com/?url=javascript:alert(1)")]
    [InlineData("https://safelinks.protection.outlook.com.evil.example/?url=https%3A%2F%2Ft.example%2F")]
    [InlineData("https://evilsafelinks.protection.outlook.com.example/?url=https%3A%2F%2Ft.example%2F")]
    [InlineData("https://urldefense.com/v3/__https://t.example/*__;!!x!y$")]
    [InlineData("https://urldefense.com/v3/__https://t.example/**__;Iw!!x!y$")]
    [InlineData("https://urldefense.com/v3/__https://t.example/*__;***!!x!y$")]
    [InlineData("https://urldefense.proofpoint.com/v2/url?u=&d=x")]
    [InlineData("https://secure-web.cisco.com/1fCCdfJv_BYjz")]
    [InlineData("https://protect-us.mimecast.com/s/3q3MC73OWPFz8wYGs8erQY")]
    [InlineData("https://notifications.google.com/g/p/APNL1TjJltVk6EcLPyFTJ8V")]
    [InlineData("https://eu-central-1.protection.sophos.com/?d=t.example&u=%%%")]
    [InlineData("https://www.bing.com/ck/a?u=a1!!!")]
    [InlineData("https://www.google.com/search?q=https://t.example/")]
    [InlineData("mailto:a@t.example")]
    [InlineData("no url")]
    [InlineData("")]
    public void What_is_not_wrapped_or_does_not_hold_together_stays_as_it_was(string url) => Assert.Equal((url, null), Unwrapper.Unwrap(url));

    [Fact]
    public void Wrappers_in_wrappers_are_undone_from_the_outside_in()
    {
        var google = $"https://www.google.com/url?q={Encoded}";
        var safe = $"https://nam01.safelinks.protection.outlook.com/?url={Uri.EscapeDataString(google)}&data=1";

        Assert.Equal((Plain, "Microsoft Safe Links, Google"), Unwrapper.Unwrap(safe));
    }

    [Fact]
    public void After_eight_layers_it_stops()
    {
        var url = "https://t.example/";
        for (var i = 0; i < 10; i++) url = $"https://vk.com/away.php?to={Uri.EscapeDataString(url)}";

        var (inner, wrapper) = Unwrapper.Unwrap(url);

        Assert.Equal("VK", wrapper);
        Assert.StartsWith("https://vk.com/away.php?to=https%3A%2F%2Fvk.com", inner, StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_makes_it_fail_or_grow()
    {
        var pieces = Gen.OneOf("https://", "urldefense.com/v3/__", "__;", "!!", "*", "**", "A", "urldefense.proofpoint.com/v2/url?u=", "-3A__", "&d=", "%", "%3", "=", "/", "?",
            "www.google.com/url?q=", "x.safelinks.protection.outlook.com/?url=", "a.translate.goog", "google.com/amp/s/", "www.bing.com/ck/a?u=a1", "aHR0cHM6", "___", "protect.checkpoint.com/v2/",
            "r.search.yahoo.com", "/RU=", "secure-web.cisco.com/1/", "mimecast.com/s/?domain=", "\ud800", ".", ":", "#");
        Gen.OneOf(Gen.String, pieces.Array[0, 12].Select(string.Concat)).Sample(text =>
        {
            var (url, wrapper) = Unwrapper.Unwrap(text);
            Assert.True(wrapper is null ? url == text : url.Length < text.Length);
        }, iter: 20_000);
    }
}
