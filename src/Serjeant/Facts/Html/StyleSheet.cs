using System.Buffers;

namespace Serjeant.Facts.Html;

/// <summary>The classes that a style block hides outside of any @media rule, and the URLs in it. No cascade: enough to see hidden text.</summary>
internal static class StyleSheet
{
    /// <summary>Real newsletters hide a handful; a hostile one could list millions.</summary>
    private const int MaximumClasses = 200;

    private const int MaximumSelector = 1_000;

    private static readonly SearchValues<char> Combinators = SearchValues.Create(" ,>:.[#");

    public static void Read(ReadOnlySpan<char> css, HashSet<string> hiddenClasses)
    {
        var depth = 0;
        var start = 0;
        for (var i = 0; i < css.Length; i++)
        {
            if (css[i] == '{')
            {
                if (depth == 0)
                {
                    var selector = WithoutComments(css[start..i]);
                    var close = css[i..].IndexOf('}');
                    if (close < 0) return;
                    if (selector.Length is > 1 and < MaximumSelector && selector.Contains('.') && InlineStyle.Read(css[(i + 1)..(i + close)]).Hides) Add(selector, hiddenClasses);
                }
                depth++;
            }
            else if (css[i] == '}')
            {
                depth = Math.Max(0, depth - 1);
                start = i + 1;
            }
            else if (css[i] == ';' && depth == 0)
            {
                start = i + 1;
            }
        }
    }

    /// <summary>Comments in front of a selector, and the marks that hid style sheets from the browsers of old.</summary>
    private static ReadOnlySpan<char> WithoutComments(ReadOnlySpan<char> selector)
    {
        selector = selector.Trim();
        while (true)
        {
            if (selector.StartsWith("<!--")) selector = selector[4..].TrimStart();
            else if (selector.StartsWith("/*") && selector.IndexOf("*/") is > 0 and var end) selector = selector[(end + 2)..].TrimStart();
            else return selector;
        }
    }

    /// <summary>Single classes of a list of selectors: ".a, p.b"; what depends on where an element stands is left out.</summary>
    private static void Add(ReadOnlySpan<char> selectors, HashSet<string> hiddenClasses)
    {
        foreach (var range in selectors.Split(','))
        {
            var selector = selectors[range].Trim();
            var dot = selector.IndexOf('.');
            if (dot < 0 || hiddenClasses.Count >= MaximumClasses) continue;
            var name = selector[(dot + 1)..];
            if (!name.IsEmpty && name.IndexOfAny(Combinators) < 0 && selector[..dot].IndexOfAny(Combinators) < 0) hiddenClasses.Add(name.ToString());
        }
    }

    /// <summary>Calls back with each url(...) and @import target of a style sheet or attribute.</summary>
    public static void FindUrls(ReadOnlySpan<char> css, Action<string, LinkPlace> found)
    {
        var rest = css;
        var before = 0;
        while (true)
        {
            var at = rest.IndexOf("url(", StringComparison.OrdinalIgnoreCase);
            if (at < 0) break;
            var inside = rest[(at + 4)..];
            var close = inside.IndexOf(')');
            if (close < 0) break;
            var place = Context(css, before + at);
            found(inside[..close].Trim().Trim("\"'").ToString(), place);
            before += at + 4 + close;
            rest = inside[close..];
        }
        rest = css;
        while (rest.IndexOf("@import", StringComparison.OrdinalIgnoreCase) is >= 0 and var import)
        {
            rest = rest[(import + 7)..].TrimStart();
            if (rest.IsEmpty || rest[0] is not ('"' or '\'')) continue;
            var close = rest[1..].IndexOf(rest[0]);
            if (close < 0) break;
            found(rest[1..(close + 1)].ToString(), LinkPlace.StyleImport);
        }
    }

    private static LinkPlace Context(ReadOnlySpan<char> css, int at)
    {
        var before = css[Math.Max(0, at - 600)..at];
        if (before.TrimEnd().EndsWith("@import", StringComparison.OrdinalIgnoreCase)) return LinkPlace.StyleImport;
        var face = before.LastIndexOf("@font-face", StringComparison.OrdinalIgnoreCase);
        return face >= 0 && before[face..].IndexOf('}') < 0 ? LinkPlace.Font : LinkPlace.StyleUrl;
    }
}
