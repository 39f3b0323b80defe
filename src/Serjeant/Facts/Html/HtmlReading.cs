using System.Text;
using Serjeant.Facts.Unwrapping;

namespace Serjeant.Facts.Html;

/// <summary>The state of reading one HTML part: what is open, what is hidden, which link the text at hand belongs to.</summary>
internal sealed class HtmlReading(FactsLimits limits, LinkUnwrapper unwrapper, HtmlFacts facts)
{
    private const int MaximumHiddenText = 20_000;
    private const int MaximumAnchorText = 200;

    private readonly OpenElements _open = new();
    private readonly HashSet<string> _hiddenClasses = new(StringComparer.OrdinalIgnoreCase);
    private readonly LinkCollector _links = new(limits, unwrapper, facts.Links);
    private readonly StringBuilder _anchorText = new();
    private int _anchor = -1;
    private bool _anchorShows;
    private string _base = "";
    private ulong _skeleton = facts.Skeleton;
    private int _form = -1;
    private bool _inTitle;

    public void StartTag(ref HtmlScanner scanner)
    {
        var tag = scanner.Tag;
        facts.Tags++;
        _skeleton = (_skeleton ^ (ulong)tag) * 0x9E3779B97F4A7C15UL;
        _skeleton ^= _skeleton >> 29;
        if (HtmlTags.BreaksLine(tag)) FoldedText.Space(facts.Visible);
        var attributes = HtmlAttributes.Read(tag, scanner.Attributes);
        var style = attributes.Style.IsEmpty ? InlineStyle.None : InlineStyle.Read(attributes.Style);
        var hides = style.Hides || attributes.Hidden || (!attributes.Class.IsEmpty && _hiddenClasses.Count > 0 && HasHiddenClass(attributes.Class));
        var hidden = hides || _open.Hidden;
        if (attributes.Active) facts.HasActiveAttributes = true;
        if (attributes.Style.Contains('(')) StyleUrls(attributes.Style, !hidden);
        if (!attributes.Background.IsEmpty) Add(attributes.Background, LinkPlace.Background, LinkFire.Opening, !hidden);
        LinksOf(tag, scanner.Name, attributes, style, hidden);
        if (scanner.SelfClosing || HtmlTags.IsVoid(tag)) return;
        if (tag == HtmlTag.Title) _inTitle = true;
        _open.Push(tag, hides, style.Colour != InlineStyle.Unknown ? style.Colour : attributes.Colour,
            style.Background != InlineStyle.Unknown ? style.Background : attributes.BgColour);
    }

    public void EndTag(HtmlTag tag)
    {
        switch (tag)
        {
            case HtmlTag.A:
                CloseAnchor();
                break;
            case HtmlTag.Title:
                _inTitle = false;
                break;
            case HtmlTag.Form:
                _form = -1;
                break;
        }
        if (HtmlTags.BreaksLine(tag)) FoldedText.Space(facts.Visible);
        _open.Pop(tag);
    }

    public void Text(ReadOnlySpan<char> text)
    {
        if (_inTitle) return;
        if (text.Contains('&')) text = CharacterReferences.Read(text);
        if (_open.Hidden)
        {
            if (facts.Hidden.Length < MaximumHiddenText) FoldedText.Append(facts.Hidden, text, limits.TextCharacters);
            return;
        }
        FoldedText.Append(facts.Visible, text, limits.TextCharacters);
        if (_anchor >= 0 && _anchorText.Length < MaximumAnchorText) FoldedText.Append(_anchorText, text, MaximumAnchorText);
    }

    public void Style(ReadOnlySpan<char> css)
    {
        StyleSheet.Read(css, _hiddenClasses);
        StyleSheet.FindUrls(css, (url, place) => _links.Add(url, place, LinkFire.Opening, false));
    }

    public void Script(ReadOnlySpan<char> script)
    {
        facts.HasScript = true;
        facts.Smuggles |= script.Contains("Blob(", StringComparison.Ordinal) || script.Contains("msSaveOrOpenBlob", StringComparison.Ordinal)
            || script.Contains("createObjectURL", StringComparison.Ordinal) || (script.Contains("atob(", StringComparison.Ordinal) && script.Length > 10_000);
    }

    public void Finish()
    {
        CloseAnchor();
        facts.Skeleton = _skeleton;
        facts.TooManyLinks |= _links.BoundReached;
    }

    private void LinksOf(HtmlTag tag, ReadOnlySpan<char> name, in HtmlAttributes attributes, in InlineStyle style, bool hidden)
    {
        switch (tag)
        {
            case HtmlTag.A:
            case HtmlTag.Area:
                CloseAnchor();
                var index = attributes.Href.IsEmpty ? -1 : Add(attributes.Href, tag == HtmlTag.A ? LinkPlace.Anchor : LinkPlace.Area, LinkFire.Clicking, !hidden);
                if (!attributes.Ping.IsEmpty) Add(attributes.Ping, LinkPlace.Ping, LinkFire.Clicking, false);
                if (index >= 0 && tag == HtmlTag.A) (_anchor, _anchorShows) = (index, false);
                break;
            case HtmlTag.Image:
            case HtmlTag.Input when attributes.Type.Equals("image", StringComparison.OrdinalIgnoreCase):
                Image(attributes, style, hidden);
                break;
            case HtmlTag.Base:
                _base = CharacterReferences.Read(attributes.Href);
                if (_base.Length > 0) _links.Add(_base, LinkPlace.Base, LinkFire.Never, false);
                break;
            case HtmlTag.Link:
                LinkElement(attributes);
                break;
            case HtmlTag.Form:
                facts.Forms.Add(new(CharacterReferences.Read(attributes.Action), false));
                _form = facts.Forms.Count - 1;
                if (!attributes.Action.IsEmpty) Add(attributes.Action, LinkPlace.Form, LinkFire.Clicking, !hidden);
                break;
            case HtmlTag.Input:
                if (attributes.AsksPassword) AsksPassword();
                break;
            case HtmlTag.Meta:
                if (!attributes.RefreshUrl.IsEmpty) Add(attributes.RefreshUrl, LinkPlace.MetaRefresh, LinkFire.Opening, false);
                break;
            case HtmlTag.Script:
                facts.HasScript = true;
                if (!attributes.Source.IsEmpty) Add(attributes.Source, LinkPlace.Script, LinkFire.Opening, false);
                break;
            default:
                if (!attributes.Source.IsEmpty && HtmlTags.EmbeddingPlace(tag, name) is { } place) Add(attributes.Source, place, LinkFire.Opening, !hidden);
                if (!attributes.Poster.IsEmpty) Add(attributes.Poster, LinkPlace.Poster, LinkFire.Opening, !hidden);
                if (!attributes.SourceSet.IsEmpty) SourceSet(attributes.SourceSet, !hidden);
                break;
        }
    }

    private void StyleUrls(ReadOnlySpan<char> style, bool visible) =>
        StyleSheet.FindUrls(CharacterReferences.Read(style), (url, place) => _links.Add(Resolve(url), place, LinkFire.Opening, visible));

    private int Add(ReadOnlySpan<char> url, LinkPlace place, LinkFire fires, bool visible, string text = "") =>
        _links.Add(Resolve(CharacterReferences.Read(url)), place, fires, visible, text);

    private void Image(in HtmlAttributes attributes, in InlineStyle style, bool hidden)
    {
        var width = style.Width >= 0 ? style.Width : attributes.Width;
        var height = style.Height >= 0 ? style.Height : attributes.Height;
        // Three pixels: some services make their pixel 2 or 3 wide to escape the simplest filters.
        var tiny = (width is >= 0 and <= 3 && height is not > 3) || (height is >= 0 and <= 3 && width is not > 3);
        var visible = !hidden && !tiny;
        if (visible) facts.ShownImages++;
        var alternative = attributes.Alt.IsEmpty ? "" : CharacterReferences.Read(attributes.Alt.Length > MaximumAnchorText ? attributes.Alt[..MaximumAnchorText] : attributes.Alt);
        if (!attributes.Source.IsEmpty) Add(attributes.Source, LinkPlace.Image, LinkFire.Opening, visible, alternative);
        if (!attributes.SourceSet.IsEmpty) SourceSet(attributes.SourceSet, visible);
        if (_anchor < 0) return;
        _anchorShows |= visible;
        if (alternative.Length > 0 && _anchorText.Length < MaximumAnchorText) FoldedText.Append(_anchorText, alternative, MaximumAnchorText);
    }

    private void LinkElement(in HtmlAttributes attributes)
    {
        if (attributes.Href.IsEmpty) return;
        var place = attributes.Rel.Contains("preconnect", StringComparison.OrdinalIgnoreCase) ? LinkPlace.Preconnect
            : attributes.Rel.Contains("fetch", StringComparison.OrdinalIgnoreCase) || attributes.Rel.Contains("preload", StringComparison.OrdinalIgnoreCase) ? LinkPlace.Prefetch
            : LinkPlace.StyleSheet;
        Add(attributes.Href, place, LinkFire.Opening, false);
    }

    private void SourceSet(ReadOnlySpan<char> sources, bool visible)
    {
        foreach (var part in sources.Split(','))
        {
            var candidate = sources[part].Trim();
            var space = candidate.IndexOf(' ');
            if (space > 0) candidate = candidate[..space];
            if (!candidate.IsEmpty) Add(candidate, LinkPlace.SourceSet, LinkFire.Opening, visible);
        }
    }

    private void AsksPassword()
    {
        if (_form >= 0) facts.Forms[_form] = facts.Forms[_form] with { AsksPassword = true };
        else facts.Forms.Add(new("", true));
    }

    private void CloseAnchor()
    {
        if (_anchor < 0) return;
        var text = _anchorText.ToString().Trim();
        _links.SetText(_anchor, text, facts.Links[_anchor].Visible && (_anchorShows || text.Length > 0));
        _anchorText.Clear();
        _anchor = -1;
    }

    private string Resolve(string url)
    {
        url = url.Trim();
        if (_base.Length == 0 || url.Length == 0 || url.Contains(':', StringComparison.Ordinal) || url.StartsWith("//", StringComparison.Ordinal)) return url;
        return url[0] == '/' ? _base.TrimEnd('/') + url : _base + url;
    }

    private bool HasHiddenClass(ReadOnlySpan<char> classes)
    {
        var lookup = _hiddenClasses.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var range in classes.Split(' '))
            if (lookup.Contains(classes[range])) return true;
        return false;
    }
}
