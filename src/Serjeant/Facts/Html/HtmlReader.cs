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

    public void Read(string html, HtmlFacts facts)
    {
        var reading = new Reading(limits, unwrapper, facts);
        var tokens = new HtmlTokenizer(new StringReader(html)) { IgnoreTruncatedTags = false };
        while (tokens.ReadNextToken(out var token))
        {
            switch (token.Kind)
            {
                case HtmlTokenKind.Tag:
                    reading.Tag((HtmlTagToken)token);
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
        reading.Finish();
    }

    /// <summary>The state of reading one part.</summary>
    private sealed class Reading(FactsLimits limits, LinkUnwrapper unwrapper, HtmlFacts facts)
    {
        private readonly OpenElements _open = new();
        private readonly HashSet<string> _hiddenClasses = new(StringComparer.OrdinalIgnoreCase);
        private readonly LinkCollector _links = new(limits, unwrapper, facts.Links);
        private readonly StringBuilder _anchorText = new();
        private HtmlTagId _raw;
        private int _anchor = -1;
        private bool _anchorShows;
        private string _base = "";
        private ulong _skeleton = facts.Skeleton;
        private int _form = -1;
        private bool _inTitle;

        public void Tag(HtmlTagToken tag)
        {
            if (tag.IsEndTag)
            {
                EndTag(tag.Id);
                return;
            }
            facts.Tags++;
            _skeleton = (_skeleton ^ (ulong)tag.Id) * 0x9E3779B97F4A7C15UL;
            _skeleton ^= _skeleton >> 29;
            if (HtmlAttributes.BreaksLine(tag.Id)) Space(facts.Visible);
            StartTag(tag);
        }

        public void Text(string data)
        {
            if (_raw == HtmlTagId.Style)
            {
                StyleSheet.Read(data, _hiddenClasses);
                StyleSheet.FindUrls(data, (url, place) => _links.Add(url, place, LinkFire.Opening, false));
                return;
            }
            if (_raw == HtmlTagId.Script)
            {
                Script(data);
                return;
            }
            if (_inTitle) return;
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
            facts.Skeleton = _skeleton;
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
            if (tag.IsEmptyElement || HtmlAttributes.IsVoid(tag.Id)) return;
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
                    if (attributes.Ping.Length > 0) _links.Add(Resolve(attributes.Ping), LinkPlace.Ping, LinkFire.Clicking, false);
                    if (index >= 0 && tag.Id == HtmlTagId.A) (_anchor, _anchorShows) = (index, false);
                    break;
                case HtmlTagId.Image:
                case HtmlTagId.Input when attributes.Type.Equals("image", StringComparison.OrdinalIgnoreCase):
                    Image(attributes, style, hidden);
                    break;
                case HtmlTagId.Base:
                    _base = attributes.Href;
                    if (_base.Length > 0) _links.Add(_base, LinkPlace.Base, LinkFire.Never, false);
                    break;
                case HtmlTagId.Link:
                    LinkElement(attributes);
                    break;
                case HtmlTagId.Form:
                    facts.Forms.Add(new(attributes.Action, false));
                    _form = facts.Forms.Count - 1;
                    if (attributes.Action.Length > 0) _links.Add(Resolve(attributes.Action), LinkPlace.Form, LinkFire.Clicking, !hidden);
                    break;
                case HtmlTagId.Input:
                    if (attributes.AsksPassword) AsksPassword();
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
                        _links.Add(Resolve(attributes.Source), place, LinkFire.Opening, !hidden);
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
            if (visible) facts.ShownImages++;
            if (attributes.Source.Length > 0) _links.Add(Resolve(attributes.Source), LinkPlace.Image, LinkFire.Opening, visible, attributes.Alt);
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
            _links.Add(Resolve(attributes.Href), place, LinkFire.Opening, false);
        }

        private void SourceSet(string sources, bool visible)
        {
            foreach (var part in sources.AsSpan().Split(','))
            {
                var candidate = sources.AsSpan()[part].Trim();
                var space = candidate.IndexOf(' ');
                if (space > 0) candidate = candidate[..space];
                if (!candidate.IsEmpty) _links.Add(Resolve(candidate.ToString()), LinkPlace.SourceSet, LinkFire.Opening, visible);
            }
        }

        private void AsksPassword()
        {
            if (_form >= 0) facts.Forms[_form] = facts.Forms[_form] with { AsksPassword = true };
            else facts.Forms.Add(new("", true));
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

        private string Resolve(string url)
        {
            url = url.Trim();
            if (_base.Length == 0 || url.Length == 0 || url.Contains(':', StringComparison.Ordinal) || url.StartsWith("//", StringComparison.Ordinal)) return url;
            return url[0] == '/' ? _base.TrimEnd('/') + url : _base + url;
        }

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
