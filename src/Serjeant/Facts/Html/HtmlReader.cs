using System.Text;
using MimeKit.Text;
using Serjeant.Facts.Unwrapping;

namespace Serjeant.Facts.Html;

/// <summary>
/// Reads HTML the way a mail client shows it, as far as links, callbacks and what the reader sees are concerned. Tokens by MimeKit
/// (WHATWG tokenizer); no tree is built, nothing is fetched, nothing throws.
/// </summary>
internal sealed class HtmlReader(FactsLimits limits, LinkUnwrapper unwrapper)
{
    private const int MaximumHiddenText = 20_000;
    private const int MaximumAnchorText = 200;

    /// <summary>Forms kept; no real mail has more than a few.</summary>
    private const int MaximumForms = 50;

    /// <summary>Pages within pages (srcdoc, comments for Outlook); more than one within another is made to keep us busy.</summary>
    private const int MaximumLayers = 3;

    public void Read(string html, HtmlFacts facts)
    {
        var reading = new Reading(limits, unwrapper, facts);
        Read(html, reading, 0);
        reading.Finish();
    }

    private static void Read(string html, Reading reading, int layer)
    {
        var tokens = new HtmlTokenizer(new StringReader(TagRepair.Mend(html))) { IgnoreTruncatedTags = false };
        while (tokens.ReadNextToken(out var token))
        {
            switch (token.Kind)
            {
                case HtmlTokenKind.Tag:
                    if (reading.TakeNoScript() is { } shown) Read(shown, reading, layer + 1);
                    reading.Tag((HtmlTagToken)token, layer < MaximumLayers);
                    if (layer < MaximumLayers && reading.TakeDocument() is { } document) ReadWithin(document, reading, layer);
                    break;
                case HtmlTokenKind.Comment:
                    if (layer < MaximumLayers && ForOutlook(((HtmlCommentToken)token).Comment) is { } inside) ReadWithin(inside, reading, layer);
                    break;
                case HtmlTokenKind.Data:
                case HtmlTokenKind.CData:
                    reading.Text(((HtmlDataToken)token).Data);
                    break;
                case HtmlTokenKind.ScriptData:
                    reading.Raw(((HtmlDataToken)token).Data);
                    break;
            }
        }
        if (reading.TakeNoScript() is { } rest) Read(rest, reading, layer + 1);
    }

    private static void ReadWithin(string html, Reading reading, int layer)
    {
        var within = reading.Within();
        Read(html, within, layer + 1);
        within.Finish();
    }

    /// <summary>What stands in a comment "[if mso]>...&lt;![endif]": to Outlook for Windows no comment but a part of the page, and it fetches what is named there.</summary>
    private static string? ForOutlook(string comment)
    {
        var start = comment.AsSpan().TrimStart();
        if (!start.StartsWith("[if", StringComparison.OrdinalIgnoreCase)) return null;
        var close = start.IndexOf(']');
        if (close < 0 || !start[..close].Contains("mso", StringComparison.OrdinalIgnoreCase) || start[..close].Contains("!mso", StringComparison.OrdinalIgnoreCase)) return null;
        start = start[(close + 1)..].TrimStart('>');
        var end = start.LastIndexOf("<![endif]", StringComparison.OrdinalIgnoreCase);
        if (end >= 0) start = start[..end];
        // Most hold nothing but table cells for the layout.
        return start.Contains("src", StringComparison.OrdinalIgnoreCase) || start.Contains("href", StringComparison.OrdinalIgnoreCase) || start.Contains("url(", StringComparison.OrdinalIgnoreCase)
            ? start.ToString() : null;
    }

    /// <summary>The state of reading one part.</summary>
    /// <param name="silent">Only links are taken: the text is of a page within the page, or stands outside the comment too.</param>
    private sealed class Reading(FactsLimits limits, LinkUnwrapper unwrapper, HtmlFacts facts, bool silent = false)
    {
        private readonly OpenElements _open = new();
        private readonly HashSet<string> _hiddenClasses = new(StringComparer.OrdinalIgnoreCase);
        private readonly LinkCollector _links = new(limits, unwrapper, facts.Links);
        private readonly StringBuilder _anchorText = new();
        private HtmlTagId _raw;
        private int _anchor = -1;
        private bool _anchorShows;
        private readonly BaseAddress _base = new();
        private string? _document;
        private ulong _skeleton = facts.Skeleton;
        private int _form = -1;
        private bool _inTitle;
        private StringBuilder? _noScript;

        /// <param name="deeper">Whether a page within this one may still be read.</param>
        public void Tag(HtmlTagToken tag, bool deeper)
        {
            if (deeper && tag is { Id: HtmlTagId.NoScript, IsEndTag: false }) _noScript = new();
            if (tag.IsEndTag)
            {
                EndTag(tag.Id);
                return;
            }
            if (silent)
            {
                StartTag(tag);
                return;
            }
            facts.Tags++;
            _skeleton = (_skeleton ^ (ulong)tag.Id) * 0x9E3779B97F4A7C15UL;
            _skeleton ^= _skeleton >> 29;
            if (HtmlAttributes.BreaksLine(tag.Id)) Space(facts.Visible);
            StartTag(tag);
        }

        /// <summary>A reading of what lies within this one.</summary>
        public Reading Within() => new(limits, unwrapper, facts, silent: true);

        /// <summary>The page that the last tag carried in an attribute; null where none.</summary>
        public string? TakeDocument()
        {
            var document = _document;
            _document = null;
            return document;
        }

        /// <summary>
        /// What stands in a noscript element: the tokenizer takes it for text, as if scripts ran; a mail client runs none, and shows
        /// it. Null where there was none.
        /// </summary>
        public string? TakeNoScript()
        {
            var taken = _noScript?.ToString();
            _noScript = null;
            return taken;
        }

        public void Text(string data)
        {
            if (_noScript is not null)
            {
                _noScript.Append(data);
                return;
            }
            if (_raw == HtmlTagId.Style)
            {
                StyleSheet.Read(data, _hiddenClasses);
                StyleSheet.FindUrls(data, (url, place) => _links.Add(_base.Resolve(url), place, LinkFire.Opening, false));
                return;
            }
            if (_raw == HtmlTagId.Script)
            {
                Script(data);
                return;
            }
            if (_inTitle || silent) return;
            if (_open.Hidden)
            {
                if (facts.Hidden.Length < MaximumHiddenText) AppendFolded(facts.Hidden, data, limits.TextCharacters);
                return;
            }
            AppendFolded(facts.Visible, data, limits.TextCharacters);
            if (_anchor >= 0 && _anchorText.Length < MaximumAnchorText) AppendFolded(_anchorText, data, MaximumAnchorText);
        }

        public void Raw(string data)
        {
            if (_raw == HtmlTagId.Style) Text(data);
            else Script(data);
        }

        public void Finish()
        {
            CloseAnchor();
            if (!silent) facts.Skeleton = _skeleton;
            facts.TooManyLinks |= _links.BoundReached;
        }

        private void StartTag(HtmlTagToken tag)
        {
            var attributes = HtmlAttributes.Read(tag);
            var style = InlineStyle.Read(attributes.Style);
            var hides = style.Hides || attributes.Hidden
                || (attributes.Class.Length > 0 && _hiddenClasses.Count > 0 && HasHiddenClass(attributes.Class));
            var hidden = hides || _open.Hidden;
            if (attributes.Active) facts.HasActiveAttributes = true;
            if (attributes.Style.AsSpan().IndexOf('(') >= 0)
                StyleSheet.FindUrls(attributes.Style, (url, place) => _links.Add(Resolve(url), place, LinkFire.Opening, !hidden));
            if (attributes.Background.Length > 0) _links.Add(Resolve(attributes.Background), LinkPlace.Background, LinkFire.Opening, !hidden);
            LinksOf(tag, attributes, style, hidden);
            if (attributes.Document.Length > 0) _document = attributes.Document;
            // A slash ends an element of SVG or VML only; in HTML browsers pass over it.
            if (HtmlAttributes.IsVoid(tag.Id) || (tag.IsEmptyElement && tag.Id == HtmlTagId.Unknown)) return;
            if (tag.Id is HtmlTagId.Style or HtmlTagId.Script) _raw = tag.Id;
            if (tag.Id == HtmlTagId.Title) _inTitle = true;
            var background = style.Background != InlineStyle.Unknown ? style.Background : attributes.BgColour;
            var colour = style.Colour != InlineStyle.Unknown ? style.Colour : attributes.Colour;
            _open.Push(tag.Id, hides, colour, background);
        }

        private void EndTag(HtmlTagId tag)
        {
            switch (tag)
            {
                case HtmlTagId.A:
                    CloseAnchor();
                    break;
                case HtmlTagId.Style:
                case HtmlTagId.Script:
                    _raw = default;
                    break;
                case HtmlTagId.Title:
                    _inTitle = false;
                    break;
                case HtmlTagId.Form:
                    _form = -1;
                    break;
            }
            if (HtmlAttributes.BreaksLine(tag)) Space(facts.Visible);
            _open.Pop(tag);
        }

        private void LinksOf(HtmlTagToken tag, in HtmlAttributes attributes, in InlineStyle style, bool hidden)
        {
            switch (tag.Id)
            {
                case HtmlTagId.A:
                case HtmlTagId.Area:
                    CloseAnchor();
                    var index = attributes.Href.Length == 0 ? -1
                        : _links.Add(Resolve(attributes.Href), tag.Id == HtmlTagId.A ? LinkPlace.Anchor : LinkPlace.Area, LinkFire.Clicking, !hidden);
                    foreach (var ping in attributes.Ping.AsSpan().Split(' '))
                        if (attributes.Ping.AsSpan()[ping] is { IsEmpty: false } url) _links.Add(Resolve(url.ToString()), LinkPlace.Ping, LinkFire.Clicking, false);
                    if (index >= 0 && tag.Id == HtmlTagId.A) (_anchor, _anchorShows) = (index, false);
                    break;
                case HtmlTagId.Image:
                case HtmlTagId.Input when attributes.Type.Equals("image", StringComparison.OrdinalIgnoreCase):
                    Image(attributes, style, hidden);
                    break;
                case HtmlTagId.Base:
                    _base.Set(attributes.Href);
                    if (attributes.Href.Length > 0) _links.Add(attributes.Href, LinkPlace.Base, LinkFire.Never, false);
                    break;
                case HtmlTagId.Link:
                    LinkElement(attributes);
                    break;
                case HtmlTagId.Form:
                    _form = AddForm(attributes.Action, false);
                    if (attributes.Action.Length > 0) _links.Add(Resolve(attributes.Action), LinkPlace.Form, LinkFire.Clicking, !hidden);
                    break;
                case HtmlTagId.Input:
                    if (attributes.AsksPassword) AsksPassword();
                    if (attributes.FormAction.Length > 0) _links.Add(Resolve(attributes.FormAction), LinkPlace.Form, LinkFire.Clicking, !hidden);
                    break;
                case HtmlTagId.Button:
                    if (attributes.FormAction.Length > 0) _links.Add(Resolve(attributes.FormAction), LinkPlace.Form, LinkFire.Clicking, !hidden);
                    break;
                case HtmlTagId.Meta:
                    if (attributes.RefreshUrl is { Length: > 0 } refresh) _links.Add(Resolve(refresh), LinkPlace.MetaRefresh, LinkFire.Opening, false);
                    break;
                case HtmlTagId.Script:
                    facts.HasScript = true;
                    if (attributes.Source.Length > 0) _links.Add(Resolve(attributes.Source), LinkPlace.Script, LinkFire.Opening, false);
                    break;
                default:
                    if (HtmlAttributes.EmbeddingPlace(tag) is { } place && attributes.Source.Length > 0)
                    {
                        // A shape of VML leads somewhere by href and shows a picture by src.
                        var leads = place == LinkPlace.Image && attributes.Href.Length > 0;
                        _links.Add(Resolve(attributes.Source), leads ? LinkPlace.Anchor : place, leads ? LinkFire.Clicking : LinkFire.Opening, !hidden);
                    }
                    if (attributes.Poster.Length > 0) _links.Add(Resolve(attributes.Poster), LinkPlace.Poster, LinkFire.Opening, !hidden);
                    if (attributes.SourceSet.Length > 0) SourceSet(attributes.SourceSet, !hidden);
                    break;
            }
        }

        private void Image(in HtmlAttributes attributes, in InlineStyle style, bool hidden)
        {
            var width = style.Width >= 0 ? style.Width : attributes.Width;
            var height = style.Height >= 0 ? style.Height : attributes.Height;
            // Three pixels: some services make their pixel 2 or 3 wide to escape the simplest filters.
            var tiny = width is >= 0 and <= 3 && height is not > 3 || height is >= 0 and <= 3 && width is not > 3;
            var visible = !hidden && !tiny;
            if (visible && !silent) facts.ShownImages++;
            if (attributes.Source.Length > 0)
                _links.Add(Resolve(attributes.Source), LinkPlace.Image, LinkFire.Opening, visible, attributes.Alt.Length > MaximumAnchorText ? attributes.Alt[..MaximumAnchorText] : attributes.Alt);
            if (attributes.SourceSet.Length > 0) SourceSet(attributes.SourceSet, visible);
            if (_anchor < 0) return;
            _anchorShows |= visible;
            if (attributes.Alt.Length > 0 && _anchorText.Length < MaximumAnchorText) AppendFolded(_anchorText, attributes.Alt, MaximumAnchorText);
        }

        private void LinkElement(in HtmlAttributes attributes)
        {
            if (attributes.Href.Length == 0) return;
            var place = attributes.Rel switch
            {
                var rel when rel.Contains("preconnect", StringComparison.OrdinalIgnoreCase) => LinkPlace.Preconnect,
                var rel when rel.Contains("fetch", StringComparison.OrdinalIgnoreCase) || rel.Contains("preload", StringComparison.OrdinalIgnoreCase) => LinkPlace.Prefetch,
                _ => LinkPlace.StyleSheet,
            };
            // Only named there, for whoever wants to know: nothing is fetched.
            var named = attributes.Rel.Trim().ToLowerInvariant() is "canonical" or "alternate" or "author" or "license" or "next" or "prev" or "help" or "search" or "shortlink";
            _links.Add(Resolve(attributes.Href), place, named ? LinkFire.Never : LinkFire.Opening, false);
        }

        private void SourceSet(string sources, bool visible) =>
            Html.SourceSet.Read(sources, url => _links.Add(Resolve(url), LinkPlace.SourceSet, LinkFire.Opening, visible));

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

        private void Script(string data)
        {
            facts.HasScript = true;
            facts.Smuggles |= data.Contains("Blob(", StringComparison.Ordinal) || data.Contains("msSaveOrOpenBlob", StringComparison.Ordinal)
                || data.Contains("createObjectURL", StringComparison.Ordinal) || (data.Contains("atob(", StringComparison.Ordinal) && data.Length > 10_000);
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

        private bool HasHiddenClass(string classes)
        {
            var lookup = _hiddenClasses.GetAlternateLookup<ReadOnlySpan<char>>();
            foreach (var range in classes.AsSpan().Split(' '))
                if (lookup.Contains(classes.AsSpan()[range])) return true;
            return false;
        }

        private static void Space(StringBuilder text)
        {
            if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
        }

        /// <summary>Appends with runs of white space folded into one.</summary>
        private static void AppendFolded(StringBuilder text, string data, int maximum)
        {
            var rest = data.AsSpan();
            while (!rest.IsEmpty && text.Length < maximum)
            {
                var end = 0;
                while (end < rest.Length && !IsSpace(rest[end])) end++;
                if (end > 0) text.Append(rest[..Math.Min(end, maximum - text.Length)]);
                rest = rest[end..];
                if (rest.IsEmpty) return;
                Space(text);
                var next = 0;
                while (next < rest.Length && IsSpace(rest[next])) next++;
                rest = rest[next..];
            }
        }

        private static bool IsSpace(char c) => c is ' ' or '\n' or '\r' or '\t' or '\u00a0' or '\f';
    }
}
