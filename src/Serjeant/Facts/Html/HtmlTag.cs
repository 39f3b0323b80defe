using System.Buffers;

namespace Serjeant.Facts.Html;

/// <summary>The elements that matter for links and visibility.</summary>
internal enum HtmlTag : byte
{
    Other, A, Area, Audio, Base, BlockQuote, Body, Br, Button, Center, Col, Div, Embed, Font, Form, Frame, H1, H2, H3, H4, Hr, Html, IFrame, Image, Input, Li,
    Link, Map, Meta, Object, Ol, P, Param, Picture, Script, Source, Span, Style, Svg, Table, Td, TextArea, Th, Title, Tr, Track, Ul, Video, Wbr,
}

internal static class HtmlTags
{
    private const int LongestName = 10;

    public static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\n\r\f/>");

    public static HtmlTag Of(ReadOnlySpan<char> name)
    {
        if (name.Length > LongestName) return HtmlTag.Other;
        Span<char> lower = stackalloc char[LongestName];
        for (var i = 0; i < name.Length; i++) lower[i] = name[i] is >= 'A' and <= 'Z' ? (char)(name[i] | 0x20) : name[i];
        return lower[..name.Length] switch
        {
            "a" => HtmlTag.A,
            "area" => HtmlTag.Area,
            "audio" => HtmlTag.Audio,
            "base" => HtmlTag.Base,
            "blockquote" => HtmlTag.BlockQuote,
            "body" => HtmlTag.Body,
            "br" => HtmlTag.Br,
            "button" => HtmlTag.Button,
            "center" => HtmlTag.Center,
            "col" => HtmlTag.Col,
            "div" => HtmlTag.Div,
            "embed" => HtmlTag.Embed,
            "font" => HtmlTag.Font,
            "form" => HtmlTag.Form,
            "frame" => HtmlTag.Frame,
            "h1" => HtmlTag.H1,
            "h2" => HtmlTag.H2,
            "h3" => HtmlTag.H3,
            "h4" => HtmlTag.H4,
            "hr" => HtmlTag.Hr,
            "html" => HtmlTag.Html,
            "iframe" => HtmlTag.IFrame,
            "img" => HtmlTag.Image,
            "input" => HtmlTag.Input,
            "li" => HtmlTag.Li,
            "link" => HtmlTag.Link,
            "map" => HtmlTag.Map,
            "meta" => HtmlTag.Meta,
            "object" => HtmlTag.Object,
            "ol" => HtmlTag.Ol,
            "p" => HtmlTag.P,
            "param" => HtmlTag.Param,
            "picture" => HtmlTag.Picture,
            "script" => HtmlTag.Script,
            "source" => HtmlTag.Source,
            "span" => HtmlTag.Span,
            "style" => HtmlTag.Style,
            "svg" => HtmlTag.Svg,
            "table" => HtmlTag.Table,
            "td" => HtmlTag.Td,
            "textarea" => HtmlTag.TextArea,
            "th" => HtmlTag.Th,
            "title" => HtmlTag.Title,
            "tr" => HtmlTag.Tr,
            "track" => HtmlTag.Track,
            "ul" => HtmlTag.Ul,
            "video" => HtmlTag.Video,
            "wbr" => HtmlTag.Wbr,
            _ => HtmlTag.Other,
        };
    }

    /// <summary>Elements without content or end tag.</summary>
    public static bool IsVoid(HtmlTag tag) => tag is HtmlTag.Area or HtmlTag.Base or HtmlTag.Br or HtmlTag.Col or HtmlTag.Embed or HtmlTag.Hr
        or HtmlTag.Image or HtmlTag.Input or HtmlTag.Link or HtmlTag.Meta or HtmlTag.Param or HtmlTag.Source or HtmlTag.Track or HtmlTag.Wbr;

    /// <summary>Elements that set their text apart from what stands around them.</summary>
    public static bool BreaksLine(HtmlTag tag) => tag is HtmlTag.P or HtmlTag.Div or HtmlTag.Br or HtmlTag.Td or HtmlTag.Tr or HtmlTag.Th or HtmlTag.Li
        or HtmlTag.Table or HtmlTag.H1 or HtmlTag.H2 or HtmlTag.H3 or HtmlTag.H4 or HtmlTag.Hr or HtmlTag.Ul or HtmlTag.Ol or HtmlTag.BlockQuote or HtmlTag.Center;

    /// <summary>The place of an element that loads what it shows; null for others. VML's images (v:imagedata, v:fill) are Outlook's.</summary>
    public static LinkPlace? EmbeddingPlace(HtmlTag tag, ReadOnlySpan<char> name) => tag switch
    {
        HtmlTag.IFrame or HtmlTag.Frame => LinkPlace.Frame,
        HtmlTag.Object => LinkPlace.Object,
        HtmlTag.Embed => LinkPlace.Embed,
        HtmlTag.Source or HtmlTag.Video or HtmlTag.Audio or HtmlTag.Track => LinkPlace.Media,
        HtmlTag.Other when name.Equals("image", StringComparison.OrdinalIgnoreCase) || name.Equals("use", StringComparison.OrdinalIgnoreCase)
            || name.Equals("feImage", StringComparison.OrdinalIgnoreCase) => LinkPlace.Svg,
        HtmlTag.Other when name.StartsWith("v:", StringComparison.OrdinalIgnoreCase) => LinkPlace.Image,
        _ => null,
    };
}
