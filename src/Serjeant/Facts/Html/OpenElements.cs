namespace Serjeant.Facts.Html;

/// <summary>The stack of open elements, as far as visibility and colours need it. Mail is badly nested: end tags close what they can.</summary>
internal sealed class OpenElements
{
    /// <summary>Deeper nesting is not told apart; browsers stop at 512 as well.</summary>
    private const int MaximumDepth = 512;

    private readonly List<Element> _stack = [];

    public bool Hidden => _stack.Count > 0 && _stack[^1].Hidden;

    private int Background => _stack.Count > 0 ? _stack[^1].Background : InlineStyle.Unknown;

    public void Push(HtmlTag tag, bool hides, int colour, int background)
    {
        // What a start tag ends without an end tag (HTML, "optional tags"): else a hidden paragraph would hide all that follow.
        while (_stack.Count > 0 && Ends(_stack[^1].Tag, tag)) _stack.RemoveAt(_stack.Count - 1);
        if (_stack.Count >= MaximumDepth) return;
        var behind = background != InlineStyle.Unknown ? background : Background;
        // Text in the colour of what is behind it; a page without a background is white.
        var invisible = colour != InlineStyle.Unknown && colour == (behind == InlineStyle.Unknown ? 0xffffff : behind);
        var recoloured = colour != InlineStyle.Unknown && !invisible;
        var parent = _stack.Count > 0 ? _stack[^1] : default;
        var faded = invisible || (parent.Faded && !recoloured && background == InlineStyle.Unknown);
        _stack.Add(new(tag, parent.Removed || hides, faded, behind));
    }

    private static bool Ends(HtmlTag open, HtmlTag tag) => open switch
    {
        HtmlTag.P => HtmlTags.BreaksLine(tag) && tag != HtmlTag.Br,
        HtmlTag.Td or HtmlTag.Th => tag is HtmlTag.Td or HtmlTag.Th or HtmlTag.Tr,
        HtmlTag.Tr => tag == HtmlTag.Tr,
        HtmlTag.Li => tag == HtmlTag.Li,
        _ => false,
    };

    public void Pop(HtmlTag tag)
    {
        for (var i = _stack.Count - 1; i >= 0 && i >= _stack.Count - 32; i--)
        {
            if (_stack[i].Tag != tag) continue;
            _stack.RemoveRange(i, _stack.Count - i);
            return;
        }
    }

    private readonly record struct Element(HtmlTag Tag, bool Removed, bool Faded, int Background)
    {
        public bool Hidden => Removed || Faded;
    }
}
