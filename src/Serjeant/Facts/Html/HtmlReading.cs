using System.Text;
using Serjeant.Facts.Unwrapping;

namespace Serjeant.Facts.Html;

/// <summary>The state of reading one HTML part: what is open, what is hidden, which link the text at hand belongs to.</summary>
/// <param name="silent">Only links are taken: the text is of a page within the page, or stands outside the comment too.</param>
internal sealed class HtmlReading(FactsLimits limits, LinkUnwrapper unwrapper, HtmlFacts facts, bool silent = false)
{
    private const int MaximumHiddenText = 20_000;
    private const int MaximumAnchorText = 200;

    /// <summary>Forms kept; no real mail has more than a few.</summary>
    private const int MaximumForms = 50;

    private readonly OpenElements _open = new();
    private readonly HashSet<string> _hiddenClasses = new(StringComparer.OrdinalIgnoreCase);
    private readonly LinkCollector _links = new(limits, unwrapper, facts.Links);
    private readonly StringBuilder _anchorText = new();
    private int _anchor = -1;
    private bool _anchorShows;
    private readonly PageAddress _base = new();
    private string? _document;
    private ulong _skeleton = facts.Skeleton;
    private int _form = -1;
    private bool _inTitle;

    public void StartTag(ref HtmlScanner scanner)
    {
        var tag = scanner.Tag;
        if (!silent) facts.Tags++;
        _skeleton = (_skeleton ^ (ulong)tag) * 0x9E3779B97F4A7C15UL;
        _skeleton ^= _skeleton >> 29;
        if (!silent && HtmlTags.BreaksLine(tag)) FoldedText.Space(facts.Visible);
        var attributes = HtmlAttributes.Read(tag, scanner.Attributes);
        var style = attributes.Style.IsEmpty ? InlineStyle.None : InlineStyle.Read(attributes.Style);
        var hides = style.Hides || attributes.Hidden || (!attributes.Class.IsEmpty && _hiddenClasses.Count > 0 && HasHiddenClass(attributes.Class));
        var hidden = hides || _open.Hidden;
        if (attributes.Active) facts.HasActiveAttributes = true;
        if (attributes.Style.Contains('(')) StyleUrls(attributes.Style, !hidden);
        if (!attributes.Background.IsEmpty) Add(attributes.Background, LinkPlace.Background, LinkFire.Opening, !hidden);
        LinksOf(tag, scanner.Name, attributes, style, hidden);
        if (!attributes.Document.IsEmpty) _document = CharacterReferences.ReadAttribute(attributes.Document);
        // A slash ends an element of SVG or VML only; in HTML browsers pass over it.
        if (HtmlTags.IsVoid(tag) || (scanner.SelfClosing && tag == HtmlTag.Other)) return;
        if (tag == HtmlTag.Title) _inTitle = true;
        _open.Push(tag, hides, style.Colour != InlineStyle.Unknown ? style.Colour : attributes.Colour,
            style.Background != InlineStyle.Unknown ? style.Background : attributes.BgColour);
    }

    /// <summary>A reading of what lies within this one.</summary>
    public HtmlReading Within() => new(limits, unwrapper, facts, silent: true);

    /// <summary>The page that the last tag carried in an attribute; null where none.</summary>
    public string? TakeDocument()
    {
        var document = _document;
        _document = null;
        return document;
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
        if (!silent && HtmlTags.BreaksLine(tag)) FoldedText.Space(facts.Visible);
        _open.Pop(tag);
    }

    public void Text(ReadOnlySpan<char> text)
    {
        if (_inTitle || silent) return;
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
        StyleSheet.FindUrls(css, (url, place) => _links.Add(_base.Resolve(url), place, LinkFire.Opening, false));
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
        if (!silent) facts.Skeleton = _skeleton;
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
                foreach (var ping in attributes.Ping.Split(' '))
                    if (attributes.Ping[ping] is { IsEmpty: false } url) Add(url, LinkPlace.Ping, LinkFire.Clicking, false);
                if (index >= 0 && tag == HtmlTag.A) (_anchor, _anchorShows) = (index, false);
                break;
            case HtmlTag.Image:
            case HtmlTag.Input when attributes.Type.Equals("image", StringComparison.OrdinalIgnoreCase):
                Image(attributes, style, hidden);
                break;
            case HtmlTag.Base:
                var page = CharacterReferences.ReadAttribute(attributes.Href);
                _base.Set(page);
                if (page.Length > 0) _links.Add(page, LinkPlace.Base, LinkFire.Never, false);
                break;
            case HtmlTag.Link:
                LinkElement(attributes);
                break;
            case HtmlTag.Form:
                _form = AddForm(CharacterReferences.ReadAttribute(attributes.Action), false);
                if (!attributes.Action.IsEmpty) Add(attributes.Action, LinkPlace.Form, LinkFire.Clicking, !hidden);
                break;
            case HtmlTag.Input:
                if (attributes.AsksPassword) AsksPassword();
                if (!attributes.FormAction.IsEmpty) Add(attributes.FormAction, LinkPlace.Form, LinkFire.Clicking, !hidden);
                break;
            case HtmlTag.Button:
                if (!attributes.FormAction.IsEmpty) Add(attributes.FormAction, LinkPlace.Form, LinkFire.Clicking, !hidden);
                break;
            case HtmlTag.Meta:
                if (!attributes.RefreshUrl.IsEmpty) Add(attributes.RefreshUrl, LinkPlace.MetaRefresh, LinkFire.Opening, false);
                break;
            case HtmlTag.Script:
                facts.HasScript = true;
                if (!attributes.Source.IsEmpty) Add(attributes.Source, LinkPlace.Script, LinkFire.Opening, false);
                break;
            default:
                if (!attributes.Source.IsEmpty && HtmlTags.EmbeddingPlace(tag, name) is { } place)
                {
                    // A shape of VML leads somewhere by href and shows a picture by src.
                    var leads = place == LinkPlace.Image && !attributes.Href.IsEmpty;
                    Add(attributes.Source, leads ? LinkPlace.Anchor : place, leads ? LinkFire.Clicking : LinkFire.Opening, !hidden);
                }
                if (!attributes.Poster.IsEmpty) Add(attributes.Poster, LinkPlace.Poster, LinkFire.Opening, !hidden);
                if (!attributes.SourceSet.IsEmpty) SourceSet(attributes.SourceSet, !hidden);
                break;
        }
    }

    private void StyleUrls(ReadOnlySpan<char> style, bool visible) =>
        StyleSheet.FindUrls(CharacterReferences.ReadAttribute(style), (url, place) => _links.Add(Resolve(url), place, LinkFire.Opening, visible));

    private int Add(ReadOnlySpan<char> url, LinkPlace place, LinkFire fires, bool visible, string text = "") =>
        _links.Add(Resolve(CharacterReferences.ReadAttribute(url)), place, fires, visible, text);

    private void Image(in HtmlAttributes attributes, in InlineStyle style, bool hidden)
    {
        var width = style.Width >= 0 ? style.Width : attributes.Width;
        var height = style.Height >= 0 ? style.Height : attributes.Height;
        // Three pixels: some services make their pixel 2 or 3 wide to escape the simplest filters.
        var tiny = (width is >= 0 and <= 3 && height is not > 3) || (height is >= 0 and <= 3 && width is not > 3);
        var visible = !hidden && !tiny;
        if (visible && !silent) facts.ShownImages++;
        var alternative = attributes.Alt.IsEmpty ? "" : CharacterReferences.ReadAttribute(attributes.Alt.Length > MaximumAnchorText ? attributes.Alt[..MaximumAnchorText] : attributes.Alt);
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
        // Only named there, for whoever wants to know: nothing is fetched.
        var named = attributes.Rel.Trim().ToString().ToLowerInvariant() is "canonical" or "alternate" or "author" or "license" or "next" or "prev" or "help" or "search" or "shortlink";
        Add(attributes.Href, place, named ? LinkFire.Never : LinkFire.Opening, false);
    }

    private void SourceSet(ReadOnlySpan<char> sources, bool visible) =>
        Html.SourceSet.Read(CharacterReferences.ReadAttribute(sources), url => _links.Add(Resolve(url), LinkPlace.SourceSet, LinkFire.Opening, visible));

    private int AddForm(string action, bool asksPassword)
    {
        if (facts.Forms.Count >= MaximumForms) return -1;
        facts.Forms.Add(new(action.Length > limits.UrlCharacters ? action[..limits.UrlCharacters] : action, asksPassword));
        return facts.Forms.Count - 1;
    }

    private void AsksPassword()
    {
        if (_form >= 0) facts.Forms[_form] = facts.Forms[_form] with { AsksPassword = true };
        else AddForm("", true);
    }

    private void CloseAnchor()
    {
        if (_anchor < 0) return;
        var text = _anchorText.ToString().Trim();
        _links.SetText(_anchor, text, facts.Links[_anchor].Visible && (_anchorShows || text.Length > 0));
        _anchorText.Clear();
        _anchor = -1;
    }

    private string Resolve(string url) => _base.Resolve(url);

    private bool HasHiddenClass(ReadOnlySpan<char> classes)
    {
        var lookup = _hiddenClasses.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var range in classes.Split(' '))
            if (lookup.Contains(classes[range])) return true;
        return false;
    }
}
