using Serjeant.Facts;
using Xunit;

namespace Serjeant.Tests.Facts.Html;

/// <summary>Every place in a page where a URL can stand, and what it takes for it to be fetched.</summary>
public sealed class LinkPlaceTests
{
    private const string Url = "https://h.example/x";

    /// <summary>Places that are read elsewhere than from HTML: attachments and the other parts of a message; see Body/PartTests for those of the body.</summary>
    private static readonly LinkPlace[] NotOfPages =
    [
        LinkPlace.PlainText, LinkPlace.ExternalBody, LinkPlace.Calendar, LinkPlace.RichText, LinkPlace.OfficeRelation, LinkPlace.Pdf,
        LinkPlace.ListHeader, // named for traits; nothing gives it yet, since List-* addresses are facts of their own
    ];

    public static TheoryData<string, LinkPlace, LinkFire> Places => new()
    {
        { $"<a href=\"{Url}\">x</a>", LinkPlace.Anchor, LinkFire.Clicking },
        { $"<A HREF='{Url}'>x", LinkPlace.Anchor, LinkFire.Clicking },
        { $"<a href=  {Url}  >x</a>", LinkPlace.Anchor, LinkFire.Clicking },
        { $"<svg><a xlink:href=\"{Url}\"><text>x</text></a></svg>", LinkPlace.Anchor, LinkFire.Clicking },
        { $"<v:roundrect xmlns:v=\"urn:schemas-microsoft-com:vml\" href=\"{Url}\">x</v:roundrect>", LinkPlace.Anchor, LinkFire.Clicking },
        { $"<map><area href=\"{Url}\"></map>", LinkPlace.Area, LinkFire.Clicking },
        { $"<img src=\"{Url}\">", LinkPlace.Image, LinkFire.Opening },
        { $"<img src=\"&#104;ttps://h.example/x\">", LinkPlace.Image, LinkFire.Opening },
        { $"<img src=\"ht\ntps://h.example/x\">", LinkPlace.Image, LinkFire.Opening },
        { "<img src=//h.example/x>", LinkPlace.Image, LinkFire.Opening },
        { "<img width=1 src= //h.example/x height=1>", LinkPlace.Image, LinkFire.Opening },
        { $"<img/src={Url}>", LinkPlace.Image, LinkFire.Opening },
        { $"<img/width=1 /src=\"{Url}\"/>", LinkPlace.Image, LinkFire.Opening },
        { $"<noscript><p><img src=\"{Url}\"></p></noscript>", LinkPlace.Image, LinkFire.Opening },
        { $"<input type=image src=\"{Url}\">", LinkPlace.Image, LinkFire.Opening },
        { $"<v:imagedata src=\"{Url}\" />", LinkPlace.Image, LinkFire.Opening },
        { $"<!--[if gte mso 9]><v:fill type=\"frame\" src=\"{Url}\" /><![endif]-->", LinkPlace.Image, LinkFire.Opening },
        { $"<img srcset=\"{Url} 2x\">", LinkPlace.SourceSet, LinkFire.Opening },
        { $"<picture><source srcset=\"{Url}\"></picture>", LinkPlace.SourceSet, LinkFire.Opening },
        { $"<table background=\"{Url}\"></table>", LinkPlace.Background, LinkFire.Opening },
        { $"<div style=\"background:url('{Url}')\"></div>", LinkPlace.StyleUrl, LinkFire.Opening },
        { $"<div style=\"list-style-image: URL( {Url} )\"></div>", LinkPlace.StyleUrl, LinkFire.Opening },
        { $"<style>p{{background:url({Url})}}</style>", LinkPlace.StyleUrl, LinkFire.Opening },
        { $"<style>@import url(\"{Url}\");</style>", LinkPlace.StyleImport, LinkFire.Opening },
        { $"<style>@import '{Url}';</style>", LinkPlace.StyleImport, LinkFire.Opening },
        { $"<link rel=stylesheet href=\"{Url}\">", LinkPlace.StyleSheet, LinkFire.Opening },
        { $"<link rel=canonical href=\"{Url}\">", LinkPlace.StyleSheet, LinkFire.Never },
        { $"<style>@font-face{{font-family:a;src:url({Url}) format('woff2')}}</style>", LinkPlace.Font, LinkFire.Opening },
        { $"<video src=\"{Url}\"></video>", LinkPlace.Media, LinkFire.Opening },
        { $"<audio><source src=\"{Url}\"></audio>", LinkPlace.Media, LinkFire.Opening },
        { $"<video poster=\"{Url}\"></video>", LinkPlace.Poster, LinkFire.Opening },
        { $"<iframe src=\"{Url}\"></iframe>", LinkPlace.Frame, LinkFire.Opening },
        { $"<iframe srcdoc=\"&lt;img src='{Url}'&gt;\"></iframe>", LinkPlace.Image, LinkFire.Opening },
        { $"<object data=\"{Url}\"></object>", LinkPlace.Object, LinkFire.Opening },
        { $"<embed src=\"{Url}\">", LinkPlace.Embed, LinkFire.Opening },
        { $"<svg><image href=\"{Url}\"/></svg>", LinkPlace.Svg, LinkFire.Opening },
        { $"<svg><image xlink:href=\"{Url}\"/></svg>", LinkPlace.Svg, LinkFire.Opening },
        { $"<svg><use href=\"{Url}\"/></svg>", LinkPlace.Svg, LinkFire.Opening },
        { $"<form action=\"{Url}\"></form>", LinkPlace.Form, LinkFire.Clicking },
        { $"<button formaction=\"{Url}\">x</button>", LinkPlace.Form, LinkFire.Clicking },
        { $"<meta http-equiv=refresh content=\"0; URL='{Url}'\">", LinkPlace.MetaRefresh, LinkFire.Opening },
        { $"<meta content=\"3;{Url}\" http-equiv=Refresh>", LinkPlace.MetaRefresh, LinkFire.Opening },
        { $"<link rel=prefetch href=\"{Url}\">", LinkPlace.Prefetch, LinkFire.Opening },
        { $"<link rel=\"dns-prefetch\" href=\"{Url}\">", LinkPlace.Prefetch, LinkFire.Opening },
        { $"<link rel=preconnect href=\"{Url}\">", LinkPlace.Preconnect, LinkFire.Opening },
        { $"<a ping=\"{Url}\">x</a>", LinkPlace.Ping, LinkFire.Clicking },
        { $"<script src=\"{Url}\"></script>", LinkPlace.Script, LinkFire.Opening },
        { $"<base href=\"{Url}\">", LinkPlace.Base, LinkFire.Never },
        { "<img src=\"\\\\h.example\\share\\x\">", LinkPlace.UncPath, LinkFire.Opening },
        { "<img src=\"file://h.example/share/x\">", LinkPlace.FilePath, LinkFire.Opening },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void A_url_is_found_where_it_stands(string html, LinkPlace place, LinkFire fires)
    {
        var link = Pages.Link(html);
        Assert.Equal((place, fires, "h.example"), (link.Place, link.Fires, link.Address.Host.Name));
    }

    [Fact]
    public void Every_place_has_a_sample() =>
        Assert.Empty(Enum.GetValues<LinkPlace>().Except(Places.Select(row => row.Data.Item2)).Except(NotOfPages));

    [Theory]
    [InlineData("https://h.example/a/b.html", "c.gif", "https://h.example/a/c.gif")]
    [InlineData("https://h.example/a/b.html", "/c.gif", "https://h.example/c.gif")]
    [InlineData("https://h.example/a/", "c.gif?u=http://x.example/", "https://h.example/a/c.gif?u=http://x.example/")]
    [InlineData("https://h.example", "c.gif", "https://h.example/c.gif")]
    [InlineData("https://h.example?q", "/c.gif", "https://h.example/c.gif")]
    [InlineData("http://h.example/", "//i.example/c.gif", "http://i.example/c.gif")]
    [InlineData("https://h.example/", "https://i.example/c.gif", "https://i.example/c.gif")]
    [InlineData("https://h.example/", "\\\\i.example\\c.gif", "\\\\i.example\\c.gif")]
    public void Relative_urls_are_read_against_the_base(string page, string url, string full)
    {
        var links = Pages.Read($"<base href=\"{page}\"><base href=\"https://second.example/\"><img src=\"{url}\"><style>p{{background:url({url})}}</style>").Links;
        Assert.Equal(full, links[2].Address.Text);
        Assert.Equal(full, links[3].Address.Text);
    }

    [Fact]
    public void Every_source_of_a_set_is_kept_commas_and_all() =>
        Assert.Equal(["https://h.example/a,b.png", "https://h.example/c.png", "https://h.example/d.png"],
            Pages.Read("<img srcset=\"https://h.example/a,b.png 1x,\n https://h.example/c.png 300w , https://h.example/d.png\">").Links.Select(l => l.Address.Text));

    [Fact]
    public void What_only_Outlook_shows_gives_links_but_neither_text_nor_skeleton()
    {
        const string plain = "<p>Seen</p>";
        var page = Pages.Read(plain + "<!--[if mso]><p>Not seen</p><a href=\"https://h.example/x\">y</a><![endif]--><!--[if !mso]><!--><img src=\"https://h.example/z\"><!--<![endif]-->");
        Assert.Equal("Seen", page.Visible.ToString().Trim());
        Assert.Equal(["/x", "/z"], page.Links.Select(l => l.Address.Path));
        Assert.Equal(Pages.Read(plain + "<img src=a>").Skeleton, page.Skeleton);
    }

    [Theory]
    [InlineData("<img src=\"cid:logo\">")]
    [InlineData("<a href=\"#top\">x</a>")]
    [InlineData("<a name=x>x</a>")]
    [InlineData("<img alt=x>")]
    public void What_leads_nowhere_is_no_link(string html) => Assert.Empty(Pages.Read(html).Links);
}
