namespace Serjeant.Facts.Html;

/// <summary>The attributes of one tag that matter here, found in one pass and left where they stand; empty where absent.</summary>
internal ref struct HtmlAttributes
{
    private const double Absent = double.NegativeInfinity;

    public ReadOnlySpan<char> Href, Source, SourceSet, Style, Class, Background, Poster, Ping, Alt, Rel, Action, Type, Name, FormAction, Document;
    private ReadOnlySpan<char> _content;
    private bool _refresh;

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

    public readonly bool AsksPassword =>
        Type.Equals("password", StringComparison.OrdinalIgnoreCase)
        || Name.Contains("passw", StringComparison.OrdinalIgnoreCase) || Name.Equals("pwd", StringComparison.OrdinalIgnoreCase);

    /// <summary>The address of a meta refresh ("0; url=..."); empty where the tag is none.</summary>
    public readonly ReadOnlySpan<char> RefreshUrl
    {
        get
        {
            if (!_refresh) return default;
            // "0; url=x" as everybody writes it, and "0; x" as browsers take it too.
            var at = _content.IndexOf("url=", StringComparison.OrdinalIgnoreCase);
            var start = at >= 0 ? at + 4 : _content.IndexOfAny(';', ',') + 1;
            return start == 0 ? default : _content[start..].Trim().Trim("\"'");
        }
    }

    /// <param name="text">What stands in a start tag behind its name.</param>
    public static HtmlAttributes Read(HtmlTag tag, ReadOnlySpan<char> text)
    {
        var read = new HtmlAttributes();
        var at = 0;
        while (true)
        {
            while (at < text.Length && (IsSpace(text[at]) || text[at] == '/')) at++;
            if (at >= text.Length) return read;
            var start = at++;
            while (at < text.Length && !IsSpace(text[at]) && text[at] is not ('/' or '=')) at++;
            var name = text[start..at];
            while (at < text.Length && IsSpace(text[at])) at++;
            if (at >= text.Length || text[at] != '=')
            {
                read.Take(tag, name, default);
                continue;
            }
            at++;
            while (at < text.Length && IsSpace(text[at])) at++;
            ReadOnlySpan<char> value;
            if (at < text.Length && text[at] is '"' or '\'')
            {
                var close = text[(at + 1)..].IndexOf(text[at]);
                value = close < 0 ? text[(at + 1)..] : text.Slice(at + 1, close);
                at += value.Length + 2;
            }
            else
            {
                start = at;
                while (at < text.Length && !IsSpace(text[at])) at++;
                value = text[start..at];
            }
            read.Take(tag, name, value);
        }
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';

    /// <summary>The first of several attributes of one name counts.</summary>
    private static void First(ref ReadOnlySpan<char> field, ReadOnlySpan<char> value)
    {
        if (field.IsEmpty) field = value;
    }

    private void Take(HtmlTag tag, ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        switch (name.Length)
        {
            case 3 when Is(name, "src"):
                First(ref Source, value);
                break;
            case 3 when Is(name, "alt"):
                First(ref Alt, value);
                break;
            case 3 when Is(name, "rel"):
                First(ref Rel, value);
                break;
            case 4 when Is(name, "href"):
                TakeHref(tag, value);
                break;
            case 4 when Is(name, "data"):
                First(ref Source, value);
                break;
            case 4 when Is(name, "type"):
                First(ref Type, value);
                break;
            case 4 when Is(name, "name"):
                First(ref Name, value);
                break;
            case 4 when Is(name, "ping"):
                First(ref Ping, value);
                break;
            case 5 when Is(name, "style"):
                First(ref Style, Plain(value));
                break;
            case 5 when Is(name, "class"):
                First(ref Class, value);
                break;
            case 5 when Is(name, "width"):
                Width = InlineStyle.Pixels(Plain(value));
                break;
            case 5 when Is(name, "color"):
                Colour = InlineStyle.ColourOf(value);
                break;
            case 6 when Is(name, "height"):
                Height = InlineStyle.Pixels(Plain(value));
                break;
            case 6 when Is(name, "srcset"):
                First(ref SourceSet, value);
                break;
            case 6 when Is(name, "poster"):
                First(ref Poster, value);
                break;
            case 6 when Is(name, "action"):
                First(ref Action, value);
                break;
            case 6 when Is(name, "srcdoc"):
                First(ref Document, value);
                break;
            case 6 when Is(name, "hidden"):
                Hidden = true;
                break;
            case 7 when Is(name, "bgcolor"):
                BgColour = InlineStyle.ColourOf(value);
                break;
            case 7 when Is(name, "content"):
                First(ref _content, value);
                break;
            case 10 when Is(name, "background"):
                First(ref Background, value);
                break;
            case 10 when Is(name, "formaction"):
                First(ref FormAction, value);
                break;
            case 10 when Is(name, "xlink:href"):
                TakeHref(tag, value);
                break;
            case 10 when Is(name, "http-equiv"):
                _refresh = Is(value, "refresh");
                break;
        }
        if (name.Length > 3 && (name[0] | 0x20) == 'o' && (name[1] | 0x20) == 'n' && !value.IsEmpty) Active = true;
    }

    private void TakeHref(HtmlTag tag, ReadOnlySpan<char> value)
    {
        First(ref Href, value);
        if (tag is not (HtmlTag.A or HtmlTag.Area or HtmlTag.Link or HtmlTag.Base)) First(ref Source, value);
        Active |= value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase);
    }

    private static ReadOnlySpan<char> Plain(ReadOnlySpan<char> value) => value.Contains('&') ? CharacterReferences.ReadAttribute(value) : value;

    private static bool Is(ReadOnlySpan<char> name, ReadOnlySpan<char> expected) => name.Equals(expected, StringComparison.OrdinalIgnoreCase);
}
