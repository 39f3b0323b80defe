using MimeKit.Text;

namespace Serjeant.Facts.Html;

/// <summary>The attributes of one tag that matter here, read in one pass; empty strings where absent.</summary>
internal ref struct HtmlAttributes
{
    private const double Absent = double.NegativeInfinity;

    public string Href = "", Source = "", SourceSet = "", Style = "", Class = "", Background = "", Poster = "", Ping = "", Alt = "", Rel = "", Action = "", Type = "", Name = "", FormAction = "", Document = "";
    private string _content = "";

    public HtmlAttributes()
    {
    }

    public double Width { get; private set; } = Absent;

    public double Height { get; private set; } = Absent;

    public int BgColour { get; private set; } = InlineStyle.Unknown;

    public int Colour { get; private set; } = InlineStyle.Unknown;

    public bool Hidden { get; private set; }

    /// <summary>An event handler or a javascript: address.</summary>
    public bool Active { get; private set; }

    private bool Refresh { get; set; }

    public readonly bool AsksPassword =>
        Type.Equals("password", StringComparison.OrdinalIgnoreCase)
        || Name.Contains("passw", StringComparison.OrdinalIgnoreCase) || Name.Equals("pwd", StringComparison.OrdinalIgnoreCase);

    /// <summary>The address of a meta refresh ("0; url=..."); null where the tag is none.</summary>
    public readonly string? RefreshUrl
    {
        get
        {
            if (!Refresh) return null;
            // "0; url=x" as everybody writes it, and "0; x" as browsers take it too.
            var at = _content.IndexOf("url=", StringComparison.OrdinalIgnoreCase);
            var start = at >= 0 ? at + 4 : _content.AsSpan().IndexOfAny(';', ',') + 1;
            return start == 0 ? null : _content[start..].Trim().Trim('"', '\'');
        }
    }

    public static HtmlAttributes Read(HtmlTagToken tag)
    {
        var read = new HtmlAttributes();
        foreach (var attribute in tag.Attributes)
        {
            var value = attribute.Value ?? "";
            switch (attribute.Id)
            {
                case HtmlAttributeId.Href:
                    read.Href = value;
                    if (read.Source.Length == 0 && tag.Id is not (HtmlTagId.A or HtmlTagId.Area or HtmlTagId.Link or HtmlTagId.Base)) read.Source = value;
                    read.Active |= value.AsSpan().TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase);
                    break;
                case HtmlAttributeId.Src:
                case HtmlAttributeId.Data:
                    read.Source = value;
                    break;
                case HtmlAttributeId.Style:
                    read.Style = value;
                    break;
                case HtmlAttributeId.Class:
                    read.Class = value;
                    break;
                case HtmlAttributeId.Width:
                    read.Width = InlineStyle.Pixels(value);
                    break;
                case HtmlAttributeId.Height:
                    read.Height = InlineStyle.Pixels(value);
                    break;
                case HtmlAttributeId.Background:
                    read.Background = value;
                    break;
                case HtmlAttributeId.BGColor:
                    read.BgColour = InlineStyle.ColourOf(value);
                    break;
                case HtmlAttributeId.Color:
                    read.Colour = InlineStyle.ColourOf(value);
                    break;
                case HtmlAttributeId.Alt:
                    read.Alt = value;
                    break;
                case HtmlAttributeId.Rel:
                    read.Rel = value;
                    break;
                case HtmlAttributeId.Action:
                    read.Action = value;
                    break;
                case HtmlAttributeId.Type:
                    read.Type = value;
                    break;
                case HtmlAttributeId.Name:
                    read.Name = value;
                    break;
                case HtmlAttributeId.Content:
                    read._content = value;
                    break;
                case HtmlAttributeId.HttpEquiv:
                    read.Refresh = value.Equals("refresh", StringComparison.OrdinalIgnoreCase);
                    break;
                default:
                    read.Rare(attribute.Name, value);
                    break;
            }
        }
        return read;
    }

    private void Rare(string name, string value)
    {
        if (name.Length < 4) return;
        if (name.Equals("srcset", StringComparison.OrdinalIgnoreCase)) SourceSet = value;
        else if (name.Equals("poster", StringComparison.OrdinalIgnoreCase)) Poster = value;
        else if (name.Equals("ping", StringComparison.OrdinalIgnoreCase)) Ping = value;
        else if (name.Equals("xlink:href", StringComparison.OrdinalIgnoreCase)) Source = Href = value;
        else if (name.Equals("srcdoc", StringComparison.OrdinalIgnoreCase)) Document = value;
        else if (name.Equals("formaction", StringComparison.OrdinalIgnoreCase)) FormAction = value;
        else if (name.Equals("hidden", StringComparison.OrdinalIgnoreCase)) Hidden = true;
        else if ((name[0] | 0x20) == 'o' && (name[1] | 0x20) == 'n' && value.Length > 0) Active = true;
    }

    /// <summary>The place of an element that loads what it shows; null for others. VML's images (v:imagedata, v:fill) are Outlook's.</summary>
    public static LinkPlace? EmbeddingPlace(HtmlTagToken tag)
    {
        switch (tag.Id)
        {
            case HtmlTagId.IFrame:
            case HtmlTagId.Frame:
                return LinkPlace.Frame;
            case HtmlTagId.Object:
                return LinkPlace.Object;
            case HtmlTagId.Embed:
                return LinkPlace.Embed;
            case HtmlTagId.Source:
            case HtmlTagId.Video:
            case HtmlTagId.Audio:
            case HtmlTagId.Track:
                return LinkPlace.Media;
            default:
                var name = tag.Name;
                if (name.Equals("image", StringComparison.OrdinalIgnoreCase) || name.Equals("use", StringComparison.OrdinalIgnoreCase)
                    || name.Equals("feImage", StringComparison.OrdinalIgnoreCase)) return LinkPlace.Svg;
                return name.StartsWith("v:", StringComparison.OrdinalIgnoreCase) ? LinkPlace.Image : null;
        }
    }

    public static bool IsVoid(HtmlTagId tag) => tag is HtmlTagId.Area or HtmlTagId.Base or HtmlTagId.Br or HtmlTagId.Col or HtmlTagId.Embed or HtmlTagId.HR
        or HtmlTagId.Image or HtmlTagId.Input or HtmlTagId.Link or HtmlTagId.Meta or HtmlTagId.Param or HtmlTagId.Source or HtmlTagId.Track or HtmlTagId.Wbr;

    public static bool BreaksLine(HtmlTagId tag) => tag is HtmlTagId.P or HtmlTagId.Div or HtmlTagId.Br or HtmlTagId.TD or HtmlTagId.TR or HtmlTagId.TH or HtmlTagId.LI
        or HtmlTagId.Table or HtmlTagId.H1 or HtmlTagId.H2 or HtmlTagId.H3 or HtmlTagId.H4 or HtmlTagId.HR or HtmlTagId.UL or HtmlTagId.OL or HtmlTagId.BlockQuote or HtmlTagId.Center;
}
