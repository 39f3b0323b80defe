using System.Buffers;

namespace Serjeant.Facts.Html;

/// <summary>The classes that a style block hides outside of any @media rule, and the URLs in it. No cascade: enough to see hidden text.</summary>
internal static class StyleSheet
{
    /// <summary>Real newsletters hide a handful; a hostile one could list millions.</summary>
    private const int MaximumClasses = 200;

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
                    var selector = css[start..i].Trim();
                    var close = css[i..].IndexOf('}');
                    if (close < 0) return;
                    if (selector.Length > 1 && selector[0] == '.' && hiddenClasses.Count < MaximumClasses)
                    {
                        var name = selector[1..];
                        if (name.IndexOfAny(Combinators) < 0 && InlineStyle.Read(css[(i + 1)..(i + close)]).Hides) hiddenClasses.Add(name.ToString());
                    }
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
