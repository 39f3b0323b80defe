using Serjeant.Facts;
using Xunit;

namespace Serjeant.Tests.Facts.Html;

/// <summary>What a reader sees and what is kept from his eyes.</summary>
public sealed class VisibilityTests
{
    private const string Pixel = "https://o.sender.example/p.gif";

    [Theory]
    [InlineData("width=1 height=1")]
    [InlineData("width=\"1px\" height=\"1px\"")]
    [InlineData("width=0 height=0")]
    [InlineData("width=3 height=2")]
    [InlineData("height=1")]
    [InlineData("width=1 height=100%")]
    [InlineData("style=\"width:1px;height:1px\"")]
    [InlineData("style=\"WIDTH: 1PX; HEIGHT: 1PX\"")]
    [InlineData("style='max-width:0;max-height:0'")]
    [InlineData("style=display:none")]
    [InlineData("style=\"display:none !important\"")]
    [InlineData("style=\"visibility:hidden\"")]
    [InlineData("style=\"opacity:0\"")]
    [InlineData("style=\"opacity:0.0\"")]
    [InlineData("style=\"mso-hide:all\"")]
    [InlineData("style=\"position:absolute;left:-9999px\"")]
    [InlineData("style=\"position:absolute;top:-999em\"")]
    [InlineData("width=600 style=\"width:1px\" height=1")]
    [InlineData("hidden")]
    public void An_image_that_nobody_can_see_is_invisible(string attributes)
    {
        var link = Pages.Link($"<img src=\"{Pixel}\" {attributes}>");
        Assert.False(link.Visible);
        Assert.True(link.IsCallback);
    }

    [Theory]
    [InlineData("width=600 height=200")]
    [InlineData("")]
    [InlineData("width=100%")]
    [InlineData("style=\"width:100%;height:auto\"")]
    [InlineData("style=\"left:auto;top:auto;text-indent:inherit\"")]
    [InlineData("style=\"display:block;visibility:visible;opacity:1\"")]
    [InlineData("style=\"max-height:400px\"")]
    [InlineData("style=\"margin-left:-5px\"")]
    public void An_image_that_is_shown_is_visible(string attributes) =>
        Assert.True(Pages.Link($"<img src=\"{Pixel}\" {attributes}>").Visible);

    [Theory]
    [InlineData("<div style=\"display:none\">x</div>")]
    [InlineData("<div style=\"DISPLAY : NONE\">x</div>")]
    [InlineData("<div style=\"font-size:0\">x</div>")]
    [InlineData("<div style=\"font-size:0px;line-height:0\">x</div>")]
    [InlineData("<div style=\"font-size:1px\">x</div>")]
    [InlineData("<div style=\"color:#fff\">x</div>")]
    [InlineData("<div style=\"color:white\">x</div>")]
    [InlineData("<font color=\"#ffffff\">x</font>")]
    [InlineData("<td bgcolor=\"#336699\"><span style=\"color:#369\">x</span></td>")]
    [InlineData("<div style=\"background-color:#000000\"><p style=\"color:#000\">x</p></div>")]
    [InlineData("<div style=\"color:transparent\">x</div>")]
    [InlineData("<div style=\"overflow:hidden;max-height:0\">x</div>")]
    [InlineData("<div style=\"overflow:hidden;height:0px\">x</div>")]
    [InlineData("<div style=\"text-indent:-9999px\">x</div>")]
    [InlineData("<div style=\"position:absolute;left:-2000px\">x</div>")]
    [InlineData("<div hidden>x</div>")]
    [InlineData("<style>.pre{display:none}</style><div class=\"pre\">x</div>")]
    [InlineData("<style>/* preview */ .a, p.pre { font-size: 0 }</style><p class=\"lead pre\">x</p>")]
    [InlineData("<style><!-- .pre{display:none} --></style><div class=pre>x</div>")]
    [InlineData("<div style=\"display:none\"><div><b>x</b></div></div>")]
    [InlineData("<div style=\"display:none\"/>x")]
    public void Text_that_nobody_can_see_is_hidden(string html) => Assert.Equal(("x", ""), (Pages.Hidden(html), Pages.Visible(html)));

    [Theory]
    [InlineData("<div style=\"color:#333\">x</div>")]
    [InlineData("<td bgcolor=\"#336699\"><span style=\"color:#fff\">x</span></td>")]
    [InlineData("<font color=white><font color=black>x</font></font>")]
    [InlineData("<style>@media (max-width:600px){.wide{display:none}}</style><div class=wide>x</div>")]
    [InlineData("<style>.pre .in{display:none}</style><div class=in>x</div>")]
    [InlineData("<div style=\"left:auto;top:initial\">x</div>")]
    [InlineData("<div style=\"text-indent:inherit\">x</div>")]
    [InlineData("<div style=\"display:none\"></div>x")]
    [InlineData("<div style=\"display:none;\"><br></div><p>x")]
    public void Text_that_can_be_seen_is_visible(string html) => Assert.Equal(("", "x"), (Pages.Hidden(html), Pages.Visible(html)));

    [Theory]
    [InlineData("<p style=\"display:none\">kept<p>shown")]
    [InlineData("<table><tr><td style=\"display:none\">kept<td>shown</table>")]
    [InlineData("<table><tr style=\"display:none\"><td>kept<tr><td>shown</table>")]
    [InlineData("<ul><li style=\"font-size:0\">kept<li>shown</ul>")]
    [InlineData("<p style=\"display:none\">kept<table><tr><td>shown</table>")]
    public void A_hidden_element_without_an_end_tag_does_not_hide_the_next(string html) =>
        Assert.Equal(("kept", "shown"), (Pages.Hidden(html), Pages.Visible(html)));

    [Fact]
    public void White_space_is_folded_and_blocks_are_parted() =>
        Assert.Equal("Dear Ann, the works begin. Clara", Pages.Visible("<div>Dear\n\n  Ann,&nbsp;\t</div><p>the <b>works</b> begin.</p>Clara"));

    [Fact]
    public void Titles_styles_scripts_and_comments_are_not_text()
    {
        var page = Pages.Read("<title>t</title><style>p{}</style><script>var a = 'b';</script><!-- c -->seen");
        Assert.Equal("seen", page.Visible.ToString().Trim());
        Assert.True(page.HasScript);
    }

    [Fact]
    public void The_text_of_a_link_is_what_its_reader_sees()
    {
        var link = Pages.Link("<a href=\"https://a.example/x\">  The <b>plan</b>\n of the drains </a>");
        Assert.Equal(("The plan of the drains", true, LinkFire.Clicking), (link.Text, link.Visible, link.Fires));
        Assert.False(Pages.Link("<a href=\"https://a.example/x\"></a>").Visible);
    }

    [Fact]
    public void A_form_that_asks_for_a_password_says_so()
    {
        var forms = Pages.Read("<form action=https://a.example/in><input name=user><input TYPE=Password></form><form action=/search><input name=q></form>").Forms;
        Assert.Equal([new("https://a.example/in", true), new("/search", false)], forms);
    }
}
