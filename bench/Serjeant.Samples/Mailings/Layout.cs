using System.Text;
using Serjeant.Samples.Mime;

namespace Serjeant.Samples.Mailings;

/// <summary>Lays a newsletter out in one of four ways; which, and in what colours, is a matter of the brand.</summary>
internal static class Layout
{
    private static readonly string[] Colours = ["#1a4d6e", "#7a1f3d", "#2f6b3a", "#c24d00", "#333366", "#00707a", "#5b3a8c", "#8a6d00"];
    private static readonly string[] Fonts = ["Arial, Helvetica, sans-serif", "Georgia, 'Times New Roman', serif", "Verdana, Geneva, sans-serif", "'Trebuchet MS', Tahoma, sans-serif"];

    public static string ToHtml(Content content, Dispatch dispatch, Dice brand)
    {
        var (colour, font, style, width) = (brand.Pick(Colours), brand.Pick(Fonts), brand.Below(4), brand.Pick([580, 600, 620, 640]));
        var text = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
            .Append("<title>").Append(Html.Escape(content.Title)).Append("</title>\n<style type=\"text/css\">body{margin:0;padding:0;background:#f").Append(brand.Between(2, 6)).Append("f4f2}a{color:").Append(colour)
            .Append("}@media only screen and (max-width:").Append(width).Append("px){.w{width:100% !important}}</style></head>\n<body>\n");
        if (dispatch.Pixel is { } early && style == 1)
            text.Append(early).Append('\n');
        text.Append("<div style=\"display:none;max-height:0;overflow:hidden;mso-hide:all\">").Append(Html.Escape(content.Items[0].Teaser)).Append("</div>\n");
        text.Append("<table role=\"presentation\" class=\"w\" width=\"").Append(width).Append("\" align=\"center\" cellpadding=\"0\" cellspacing=\"0\" style=\"font-family:").Append(font).Append("\">\n<tr><td style=\"padding:16px\"><a href=\"")
            .Append(Link(dispatch, content.Site)).Append("\"><img src=\"").Append(content.Site).Append("/mail/logo.png\" width=\"").Append(brand.Between(120, 260)).Append("\" alt=\"").Append(Html.Escape(content.Title)).Append("\" border=\"0\"></a></td></tr>\n");
        text.Append("<tr><td style=\"padding:8px 16px;color:").Append(colour).Append("\"><h1>").Append(Html.Escape(content.Title)).Append("</h1><p>").Append(Html.Escape(content.Intro)).Append("</p></td></tr>\n");
        foreach (var item in content.Items)
            AppendItem(item, dispatch, style, colour, text);
        text.Append("<tr><td style=\"padding:16px;font-size:11px;color:#777\">").Append(Html.Escape(content.Footer)).Append("<br><a href=\"")
            .Append(Html.Escape(dispatch.Unsubscribe)).Append("\">Unsubscribe</a> | <a href=\"").Append(Link(dispatch, content.Site + "/privacy")).Append("\">Privacy</a></td></tr>\n</table>\n");
        if (dispatch.Pixel is { } pixel && style != 1)
            text.Append(pixel).Append('\n');
        return text.Append("</body></html>\n").ToString();
    }

    public static string ToText(Content content, Dispatch dispatch)
    {
        var text = new StringBuilder(content.Title).Append("\n\n").Append(Letters.LetterText.Wrapped(content.Intro)).Append("\n\n");
        foreach (var item in content.Items)
            text.Append("* ").Append(item.Heading).Append('\n').Append(Letters.LetterText.Wrapped(item.Teaser)).Append('\n').Append(dispatch.Link(item.Url)).Append("\n\n");
        return text.Append("--\n").Append(content.Footer).Append("\nUnsubscribe: ").Append(dispatch.Unsubscribe).Append('\n').ToString();
    }

    private static void AppendItem(Item item, Dispatch dispatch, int style, string colour, StringBuilder text)
    {
        var (link, heading, teaser) = (Link(dispatch, item.Url), Html.Escape(item.Heading), Html.Escape(item.Teaser));
        var picture = item.Picture is null ? "" : $"<img src=\"{item.Picture}\" width=\"{(style == 2 ? 180 : 540)}\" alt=\"{heading}\" style=\"display:block;max-width:100%\">";
        text.Append(style switch
        {
            0 => $"<tr><td style=\"padding:12px 16px;border-top:1px solid #ddd\">{picture}<h2><a href=\"{link}\" style=\"color:{colour};text-decoration:none\">{heading}</a></h2><p>{teaser}</p></td></tr>\n",
            1 => $"<tr><td style=\"padding:10px 16px\"><b>{heading}</b><br>{picture}{teaser} <a href=\"{link}\">More</a></td></tr>\n",
            2 => $"<tr><td style=\"padding:12px 16px\"><table role=\"presentation\"><tr><td width=\"190\" valign=\"top\">{picture}</td><td valign=\"top\"><h3>{heading}</h3><p>{teaser}</p><a href=\"{link}\">Read on</a></td></tr></table></td></tr>\n",
            _ => $"<tr><td style=\"padding:14px 16px;background:#ffffff\"><h2 style=\"color:{colour}\">{heading}</h2>{picture}<p style=\"line-height:1.5\">{teaser}</p><p><a href=\"{link}\" style=\"background:{colour};color:#fff;padding:8px 18px;border-radius:3px\">Find out more</a></p></td></tr>\n",
        });
    }

    private static string Link(Dispatch dispatch, string url) => Html.Escape(dispatch.Link(url));
}
