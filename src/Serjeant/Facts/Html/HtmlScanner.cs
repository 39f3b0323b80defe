namespace Serjeant.Facts.Html;

/// <summary>What a piece of HTML is.</summary>
internal enum HtmlPiece
{
    Text,
    StartTag,
    EndTag,
    /// <summary>The content of style.</summary>
    Style,
    /// <summary>The content of script.</summary>
    Script,
    /// <summary>The content of a comment that begins with a bracket, as those that only Outlook reads do; other comments are passed over.</summary>
    ConditionalComment,
}

/// <summary>
/// Cuts HTML into pieces by the WHATWG tokenizer's rules (HTML standard, section 13.2.5), without copying a character. Written here because a
/// library's tokenizer, which makes a string of every attribute, took half of the time of a whole scan (bench: speed); held against it on real
/// mail by a test.
/// </summary>
internal ref struct HtmlScanner(ReadOnlySpan<char> html)
{
    private readonly ReadOnlySpan<char> _html = html;
    private int _at;
    private HtmlTag _raw;

    public HtmlPiece Piece { get; private set; }

    /// <summary>Of a tag.</summary>
    public HtmlTag Tag { get; private set; }

    /// <summary>As written.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>Text or raw content as written, character references not yet read.</summary>
    public ReadOnlySpan<char> Content { get; private set; }

    /// <summary>The attributes of a start tag as written: for <see cref="HtmlAttributes.Read"/>.</summary>
    public ReadOnlySpan<char> Attributes { get; private set; }

    /// <summary>A start tag that ends in a slash.</summary>
    public readonly bool SelfClosing => Attributes.EndsWith("/");

    /// <summary>Moves to the next piece; false at the end.</summary>
    public bool Next()
    {
        if (_raw != HtmlTag.Other) return Raw();
        while (_at < _html.Length)
        {
            var rest = _html[_at..];
            var open = rest.IndexOf('<');
            if (open != 0)
            {
                // A lone < is text by itself; it goes with what stands in front of it.
                return Text(open < 0 ? rest.Length : open);
            }
            if (rest.Length == 1) return Text(1);
            var next = rest[1];
            if (char.IsAsciiLetter(next)) return StartTag(rest);
            if (next == '/' && rest.Length > 2 && char.IsAsciiLetter(rest[2])) return EndTag(rest);
            if (next is '!' or '?' or '/')
            {
                var length = CommentLength(rest);
                _at += length;
                if (!rest.StartsWith("<!--[")) continue;
                Piece = HtmlPiece.ConditionalComment;
                Content = rest[4..length];
                return true;
            }
            var after = rest[1..].IndexOf('<');
            return Text(after < 0 ? rest.Length : after + 1);
        }
        return false;
    }

    private bool Text(int length)
    {
        Piece = HtmlPiece.Text;
        Content = _html.Slice(_at, length);
        _at += length;
        return true;
    }

    private bool StartTag(ReadOnlySpan<char> rest)
    {
        var end = NameEnd(rest, 1);
        Piece = HtmlPiece.StartTag;
        Name = rest[1..end];
        Tag = HtmlTags.Of(Name);
        var close = TagEnd(rest, end);
        Attributes = rest[end..close];
        _at += Math.Min(rest.Length, close + 1);
        if (Tag is HtmlTag.Style or HtmlTag.Script or HtmlTag.Title or HtmlTag.TextArea && !SelfClosing) _raw = Tag;
        return true;
    }

    private bool EndTag(ReadOnlySpan<char> rest)
    {
        var end = NameEnd(rest, 2);
        Piece = HtmlPiece.EndTag;
        Name = rest[2..end];
        Tag = HtmlTags.Of(Name);
        _at += Math.Min(rest.Length, TagEnd(rest, end) + 1);
        return true;
    }

    /// <summary>The content of an element whose content is no HTML: up to its own end tag, whatever stands between.</summary>
    private bool Raw()
    {
        var tag = _raw;
        _raw = HtmlTag.Other;
        var rest = _html[_at..];
        var name = tag switch { HtmlTag.Style => "style", HtmlTag.Script => "script", HtmlTag.Title => "title", _ => "textarea" };
        var length = rest.Length;
        for (var from = 0; rest[from..].IndexOf("</") is >= 0 and var hit; from += hit + 2)
        {
            var candidate = rest[(from + hit + 2)..];
            if (!candidate.StartsWith(name, StringComparison.OrdinalIgnoreCase)) continue;
            if (candidate.Length > name.Length && candidate[name.Length] is not (' ' or '\t' or '\n' or '\r' or '\f' or '/' or '>')) continue;
            length = from + hit;
            break;
        }
        if (length == 0) return Next();
        Text(length);
        Piece = tag switch { HtmlTag.Style => HtmlPiece.Style, HtmlTag.Script => HtmlPiece.Script, _ => HtmlPiece.Text };
        return true;
    }

    private static int NameEnd(ReadOnlySpan<char> tag, int from)
    {
        var length = tag[from..].IndexOfAny(HtmlTags.NameEnds);
        return length < 0 ? tag.Length : from + length;
    }

    /// <summary>Where the tag's &gt; stands outside of quotes; a quote counts only where a value may begin.</summary>
    private static int TagEnd(ReadOnlySpan<char> tag, int at)
    {
        while (at < tag.Length)
        {
            var step = tag[at..].IndexOfAny('>', '=');
            if (step < 0) return tag.Length;
            at += step;
            if (tag[at] == '>') return at;
            at++;
            while (at < tag.Length && tag[at] is ' ' or '\t' or '\n' or '\r' or '\f') at++;
            if (at == tag.Length || tag[at] is not ('"' or '\'')) continue;
            var close = tag[(at + 1)..].IndexOf(tag[at]);
            if (close < 0) return tag.Length;
            at += close + 2;
        }
        return tag.Length;
    }

    private static int CommentLength(ReadOnlySpan<char> rest)
    {
        if (!rest.StartsWith("<!--"))
        {
            var bogus = rest.IndexOf('>');
            return bogus < 0 ? rest.Length : bogus + 1;
        }
        if (rest[4..].StartsWith(">")) return 5;
        if (rest[4..].StartsWith("->")) return 6;
        for (var from = 4; ;)
        {
            var hit = rest[from..].IndexOf("--");
            if (hit < 0) return rest.Length;
            var end = from + hit + 2;
            if (end < rest.Length && rest[end] == '>') return end + 1;
            if (end + 1 < rest.Length && rest[end] == '!' && rest[end + 1] == '>') return end + 2;
            from += hit + 1;
        }
    }
}
