using MimeKit.Text;

namespace Serjeant.Facts.Html;

/// <summary>The stack of open elements, as far as visibility and colours need it. Mail is badly nested: end tags close what they can.</summary>
internal sealed class OpenElements
{
    /// <summary>Deeper nesting is not told apart; browsers stop at 512 as well.</summary>
    private const int MaximumDepth = 512;

    private readonly List<Element> _stack = [];

    public bool Hidden => _stack.Count > 0 && _stack[^1].Hidden;

    private int Background => _stack.Count > 0 ? _stack[^1].Background : InlineStyle.Unknown;

    public void Push(HtmlTagId tag, bool hides, int colour, int background)
    {
        EndImplied(tag);
        if (_stack.Count >= MaximumDepth) return;
        var behind = background != InlineStyle.Unknown ? background : Background;
        // Text in the colour of what is behind it; a page without a background is white.
        var invisible = colour != InlineStyle.Unknown && colour == (behind == InlineStyle.Unknown ? 0xffffff : behind);
        var recoloured = colour != InlineStyle.Unknown && !invisible;
        var parent = _stack.Count > 0 ? _stack[^1] : default;
        var faded = invisible || (parent.Faded && !recoloured && background == InlineStyle.Unknown);
        _stack.Add(new(tag, parent.Removed || hides, faded, behind));
    }

    /// <summary>What a start tag ends without an end tag (HTML, "optional tags"): else a hidden paragraph would hide all that follow.</summary>
    private void EndImplied(HtmlTagId tag)
    {
        while (_stack.Count > 0 && Ends(_stack[^1].Tag, tag)) _stack.RemoveAt(_stack.Count - 1);
    }

    private static bool Ends(HtmlTagId open, HtmlTagId tag) => open switch
    {
        HtmlTagId.P => HtmlAttributes.BreaksLine(tag) && tag != HtmlTagId.Br,
        HtmlTagId.TD or HtmlTagId.TH => tag is HtmlTagId.TD or HtmlTagId.TH or HtmlTagId.TR,
        HtmlTagId.TR => tag == HtmlTagId.TR,
        HtmlTagId.LI => tag == HtmlTagId.LI,
        _ => false,
    };

    public void Pop(HtmlTagId tag)
    {
        for (var i = _stack.Count - 1; i >= 0 && i >= _stack.Count - 32; i--)
        {
            if (_stack[i].Tag != tag) continue;
            _stack.RemoveRange(i, _stack.Count - i);
            return;
        }
    }

    private readonly record struct Element(HtmlTagId Tag, bool Removed, bool Faded, int Background)
    {
        public bool Hidden => Removed || Faded;
    }
}
