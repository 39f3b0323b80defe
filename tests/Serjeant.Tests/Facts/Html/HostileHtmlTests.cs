using System.Diagnostics;
using System.Text;
using CsCheck;
using Serjeant.Facts;
using Xunit;

namespace Serjeant.Tests.Facts.Html;

/// <summary>HTML made to break its reader: it is read to the end, in time, within the bounds.</summary>
public sealed class HostileHtmlTests
{
    private static readonly string[] Pieces =
    [
        "<", ">", "</", "/>", "\"", "'", "=", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE", "<p", "<div style=\"", "display:none", "<style>", "</style>", "<script>", "</script>", "<a href=",
        "<img src=//h.example/x ", "<base href=\"https://h.example/a/\">", "<!--[if mso]>", "<![endif]-->", "<iframe srcdoc=\"", "&lt;", "&#x0;", "&#55296;", "url(", ")", "{", "}", "@import ",
        "<noscript>", "</noscript>", "<title>", "</p>", "</a>", "<form action=x>", "<input type=password>", " ", "\n", "\0", "\ud800", "text", "<svg/onload=", "srcset=\"a 1x, b\"", "<table><tr><td>",
    ];

    private static readonly Gen<string> Soup = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 60].Select(string.Concat);

    [Fact]
    public void Nothing_that_is_strung_together_breaks_the_reader() => Soup.Sample(html => Pages.Read(html).Tags >= 0, iter: 5_000);

    [Fact]
    public void No_text_breaks_the_reader() => Gen.String.Sample(html => Pages.Read(html).Tags >= 0, iter: 2_000);

    [Fact]
    public void The_same_page_gives_the_same_facts() => Soup.Sample(html => Show(html) == Show(html), iter: 1_000);

    [Fact]
    public void What_is_visible_is_never_longer_than_its_source() =>
        Soup.Sample(html => Pages.Read(html).Visible.Length <= html.Length + html.Count(c => c == '<') * 2, iter: 2_000);

    [Theory]
    [InlineData("<div>", 10_000)]
    [InlineData("<div style=\"display:none\"><p>", 10_000)]
    [InlineData("<table><tr><td>", 10_000)]
    [InlineData("<a href=x>", 20_000)]
    [InlineData("</div>", 100_000)]
    [InlineData("<img src=x>", 50_000)]
    [InlineData("<!--[if mso]>", 20_000)]
    [InlineData("<!--[if mso]><a href=x><![endif]-->", 20_000)]
    [InlineData("<noscript>", 20_000)]
    [InlineData("<iframe srcdoc=\"<a href=x>\">", 20_000)]
    [InlineData("<style>.a{", 50_000)]
    [InlineData("<style>.a{}</style>", 50_000)]
    [InlineData("<form action=x><input type=password>", 20_000)]
    [InlineData("<base href=\"http://h.example/\">", 20_000)]
    [InlineData("<svg><path/>", 50_000)]
    [InlineData("<img src=/", 50_000)]
    [InlineData("<p style=\"background:url(", 20_000)]
    [InlineData("&", 200_000)]
    [InlineData("<", 200_000)]
    [InlineData("\"", 200_000)]
    public void Repetition_is_read_in_time(string piece, int times)
    {
        var html = new StringBuilder().Insert(0, piece, times).Append("last words").ToString();
        var watch = Stopwatch.StartNew();
        var page = Pages.Read(html);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed.TotalSeconds:F1} s for {html.Length} characters of {piece}");
        Assert.InRange(page.Links.Count, 0, FactsLimits.Default.Links);
        Assert.InRange(page.Forms.Count, 0, 50);
    }

    [Theory]
    [InlineData("<div style=\"{0}\">x</div>", ";color:red")]
    [InlineData("<div style=\"{0}\">x</div>", "url(")]
    [InlineData("<div style=\"{0}\">x</div>", "@import '")]
    [InlineData("<div class=\"{0}\">x</div>", "a ")]
    [InlineData("<img srcset=\"{0}\">x", "a,,, ")]
    [InlineData("<a href=\"https://h.example/?{0}\">x</a>", "a=b&")]
    [InlineData("<img src=\"data:image/png;base64,{0}\">x", "AAAA")]
    [InlineData("<img alt=\"{0}\" src=y>x", "long ")]
    [InlineData("<a ping=\"{0}\" href=y>x</a>", "z ")]
    [InlineData("<meta http-equiv=refresh content=\"{0}\">x", "0;url=")]
    [InlineData("<style>{0}</style>x", "url(a)")]
    [InlineData("<style>{0}{{display:none}}</style>x", ".a,")]
    [InlineData("<style>{0}</style>x", "/* */")]
    [InlineData("<p {0}>x", "a=b ")]
    [InlineData("<p {0}>x", "a=/b ")]
    public void An_attribute_of_two_megabytes_is_read_in_time(string frame, string piece)
    {
        var filler = new StringBuilder().Insert(0, piece, 2 * 1024 * 1024 / piece.Length).ToString();
        var watch = Stopwatch.StartNew();
        var page = Pages.Read(frame.Replace("{0}", filler, StringComparison.Ordinal).Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed.TotalSeconds:F1} s");
        Assert.All(page.Links, link => Assert.InRange(link.Address.Text.Length + link.Text.Length, 0, FactsLimits.Default.UrlCharacters + 400));
    }

    [Fact]
    public void Links_above_the_bound_are_counted_as_too_many()
    {
        var page = Pages.Read("<a href=x>a</a><a href=y>b</a><a href=z>c</a>", FactsLimits.Default with { Links = 2 });
        Assert.Equal((2, true), (page.Links.Count, page.TooManyLinks));
    }

    [Fact]
    public void Text_above_the_bound_is_cut()
    {
        var page = Pages.Read($"<p>{new string('x', 5_000)}</p><p hidden>{new string('y', 100_000)}</p>", FactsLimits.Default with { TextCharacters = 1_000 });
        Assert.InRange(page.Visible.Length, 999, 1_001);
        Assert.InRange(page.Hidden.Length, 1, 20_000);
    }

    [Theory]
    [InlineData("<p>seen <b>bold")]
    [InlineData("<p>seen <a href=\"x\">bold")]
    [InlineData("</p></b>seen bold</i>")]
    [InlineData("<table><p>seen <td>bold")]
    public void Unclosed_and_unopened_tags_lose_no_text(string html) => Assert.Equal("seen bold", Pages.Visible(html));

    private static string Show(string html)
    {
        var page = Pages.Read(html);
        return $"{page.Visible}|{page.Hidden}|{page.Skeleton}|{page.Tags}|{string.Join('|', page.Links)}|{string.Join('|', page.Forms)}";
    }
}
