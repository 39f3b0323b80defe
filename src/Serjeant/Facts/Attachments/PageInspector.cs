using System.Text;
using MimeKit.Text;

namespace Serjeant.Facts.Attachments;

/// <summary>
/// Looks into an HTML or SVG file as a browser would read it: its links, its forms, and what its scripts build (HTML smuggling,
/// T1027.006; login pages put together from strings). What is unwrapped from a script is read as a page again, to a bound.
/// </summary>
internal sealed class PageInspector
{
    /// <summary>Pages within scripts within pages; real kits nest two or three deep.</summary>
    private const int MaximumLayers = 4;

    private readonly AttachmentFindings _findings;

    private PageInspector(AttachmentFindings findings) => _findings = findings;

    public static void Inspect(ReadOnlySpan<byte> bytes, bool svg, AttachmentFindings findings)
    {
        if (svg) findings.Note(AttachmentTraits.Svg);
        var inspector = new PageInspector(findings);
        var text = Decode(bytes, findings.Budget.Characters * 4L);
        // A saved web archive is quoted-printable: its attributes are unreadable before that is undone.
        if (text.Contains("=3D\"", StringComparison.Ordinal))
            text = text.Replace("=\r\n", "", StringComparison.Ordinal).Replace("=\n", "", StringComparison.Ordinal).Replace("=3D", "=", StringComparison.Ordinal);
        inspector.Page(text, 0);
    }

    /// <summary>Reads text as a page.</summary>
    /// <param name="layer">How many scripts it was unwrapped from.</param>
    public void Page(string text, int layer)
    {
        if (layer > MaximumLayers || !TakeRoom(ref text)) return;
        using var reader = new StringReader(text);
        var tokenizer = new HtmlTokenizer(reader) { DecodeCharacterReferences = true };
        var script = false;
        while (tokenizer.ReadNextToken(out var token))
        {
            switch (token)
            {
                case HtmlTagToken { IsEndTag: false } tag:
                    script = tag.Id == HtmlTagId.Script && !tag.IsEmptyElement;
                    Tag(tag, layer);
                    break;
                case HtmlScriptDataToken data:
                    Script(data.Data, layer);
                    break;
                case HtmlDataToken data when script:
                    Script(data.Data, layer); // SVG: the tokenizer takes a script's text there for CDATA or plain text
                    script = false;
                    break;
            }
        }
    }

    /// <summary>Reads text as a script.</summary>
    public void Script(string text, int layer)
    {
        if (layer > MaximumLayers || string.IsNullOrWhiteSpace(text) || !TakeRoom(ref text)) return;
        _findings.Note(AttachmentTraits.Script);
        ScriptText.Inspect(text, _findings, out var unwrapped);
        foreach (var inner in unwrapped)
        {
            if (inner.Contains('<', StringComparison.Ordinal)) Page(inner, layer + 1);
            else Script(inner, layer + 1);
        }
    }

    private void Tag(HtmlTagToken tag, int layer)
    {
        var place = Place(tag);
        var hasDownload = false;
        var target = "";
        foreach (var attribute in tag.Attributes)
        {
            var name = attribute.Name;
            var value = attribute.Value ?? "";
            if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase) && name.Length > 3)
            {
                Script(value, layer);
                continue;
            }
            if (name.Equals("download", StringComparison.OrdinalIgnoreCase)) hasDownload = true;
            else if (name.Equals("type", StringComparison.OrdinalIgnoreCase) && tag.Id == HtmlTagId.Input && value.Trim().Equals("password", StringComparison.OrdinalIgnoreCase))
                _findings.Note(AttachmentTraits.LoginForm);
            else if (name.Equals("srcdoc", StringComparison.OrdinalIgnoreCase)) Page(value, layer + 1);
            else if (name.Equals("content", StringComparison.OrdinalIgnoreCase) && tag.Id == HtmlTagId.Meta) Refresh(value);
            else if (name.Equals("style", StringComparison.OrdinalIgnoreCase)) Style(value);
            else if (IsReference(name))
            {
                target = value;
                Reference(value, name, place, layer);
            }
        }
        if (hasDownload && target.StartsWith("data:", StringComparison.OrdinalIgnoreCase)) _findings.Note(AttachmentTraits.HtmlSmuggling);
    }

    private static bool IsReference(string name) =>
        name.Equals("href", StringComparison.OrdinalIgnoreCase) || name.Equals("src", StringComparison.OrdinalIgnoreCase)
        || name.Equals("action", StringComparison.OrdinalIgnoreCase) || name.Equals("formaction", StringComparison.OrdinalIgnoreCase)
        || name.Equals("data", StringComparison.OrdinalIgnoreCase) || name.Equals("xlink:href", StringComparison.OrdinalIgnoreCase)
        || name.Equals("background", StringComparison.OrdinalIgnoreCase) || name.Equals("poster", StringComparison.OrdinalIgnoreCase);

    private void Reference(string value, string name, LinkPlace place, int layer)
    {
        var trimmed = value.AsSpan().TrimStart();
        if (trimmed.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))
        {
            Script(Unescape(trimmed[11..]), layer);
            return;
        }
        if (trimmed.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            DataUrl(trimmed[5..], layer);
            return;
        }
        if (name.Equals("background", StringComparison.OrdinalIgnoreCase)) place = LinkPlace.Background;
        if (name.Equals("poster", StringComparison.OrdinalIgnoreCase)) place = LinkPlace.Poster;
        if (name.Equals("formaction", StringComparison.OrdinalIgnoreCase)) place = LinkPlace.Form;
        _findings.AddLink(value, place);
    }

    /// <summary>A page or script inside a data: URL (RFC 2397); pictures are of no interest.</summary>
    private void DataUrl(ReadOnlySpan<char> url, int layer)
    {
        var comma = url.IndexOf(',');
        if (comma < 0 || url.StartsWith("image/png", StringComparison.OrdinalIgnoreCase) || url.StartsWith("image/jp", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith("image/gif", StringComparison.OrdinalIgnoreCase) || url.StartsWith("font/", StringComparison.OrdinalIgnoreCase)) return;
        var kind = url[..comma];
        var content = url[(comma + 1)..];
        if (content.Length > _findings.Budget.Characters) return;
        var text = kind.Contains(";base64", StringComparison.OrdinalIgnoreCase) ? ScriptText.FromBase64(content) : Unescape(content);
        if (kind.Contains("script", StringComparison.OrdinalIgnoreCase)) Script(text, layer + 1);
        else if (text.Contains('<', StringComparison.Ordinal)) Page(text, layer + 1);
    }

    private void Refresh(string value)
    {
        var at = value.IndexOf("url=", StringComparison.OrdinalIgnoreCase);
        if (at >= 0) _findings.AddLink(value[(at + 4)..].Trim(' ', '"', '\''), LinkPlace.MetaRefresh);
    }

    private void Style(string value)
    {
        if (value.Contains("url(", StringComparison.OrdinalIgnoreCase))
            TextUrls.Add(value.Replace('(', ' ').Replace(')', ' '), LinkPlace.StyleUrl, _findings);
    }

    private static LinkPlace Place(HtmlTagToken tag) => tag.Id switch
    {
        HtmlTagId.A => LinkPlace.Anchor,
        HtmlTagId.Area => LinkPlace.Area,
        HtmlTagId.Image => LinkPlace.Image,
        HtmlTagId.Script => LinkPlace.Script,
        HtmlTagId.Link => LinkPlace.StyleSheet,
        HtmlTagId.IFrame or HtmlTagId.Frame => LinkPlace.Frame,
        HtmlTagId.Object => LinkPlace.Object,
        HtmlTagId.Embed => LinkPlace.Embed,
        HtmlTagId.Form or HtmlTagId.Button => LinkPlace.Form,
        HtmlTagId.Base => LinkPlace.Base,
        HtmlTagId.Audio or HtmlTagId.Video or HtmlTagId.Source => LinkPlace.Media,
        _ => tag.Name.Equals("img", StringComparison.OrdinalIgnoreCase) ? LinkPlace.Image
            : tag.Name.Equals("use", StringComparison.OrdinalIgnoreCase) || tag.Name.Equals("feImage", StringComparison.OrdinalIgnoreCase) ? LinkPlace.Svg
            : LinkPlace.Anchor,
    };

    private static string Unescape(ReadOnlySpan<char> text) => Uri.UnescapeDataString(text);

    private bool TakeRoom(ref string text)
    {
        var room = _findings.Budget.Characters;
        if (text.Length > room)
        {
            _findings.Note(AttachmentTraits.BoundReached);
            text = text[..room];
        }
        _findings.Budget.TakeCharacters(text.Length);
        return text.Length > 0;
    }

    private static string Decode(ReadOnlySpan<byte> bytes, long atMost)
    {
        if (bytes.Length > atMost) bytes = bytes[..(int)atMost];
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe])) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff])) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        return Encoding.UTF8.GetString(bytes);
    }
}
