using Xunit;

namespace Serjeant.Tests.Reports;

/// <summary>Reads a page of ours tag by tag and knows only the elements and attributes that we write ourselves: whatever mail got in would stand out.</summary>
internal static class HtmlTags
{
    private static readonly HashSet<string> Elements = new(StringComparer.Ordinal)
    {
        "html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section", "nav", "div", "p", "span", "b", "strong", "small", "bdi", "abbr", "mark",
        "h1", "h2", "h3", "h4", "a", "ol", "ul", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td",
        "figure", "figcaption", "details", "summary", "svg", "rect", "line", "circle", "text",
    };

    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "lang", "charset", "name", "content", "http-equiv", "class", "id", "href", "title", "scope", "colspan", "tabindex", "role", "aria-label", "aria-hidden", "data-label",
        "height", "width", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "text-anchor",
    };

    public static void Check(string page)
    {
        var open = new Stack<string>();
        foreach (var (name, attributes, closing, empty) in Read(page))
        {
            Assert.Contains(name, Elements);
            Assert.All(attributes, a => Assert.Contains(a.Name, Attributes));
            if (name == "meta" || empty) continue;
            if (closing) Assert.Equal(open.Pop(), name);
            else open.Push(name);
        }
        Assert.Empty(open);
    }

    public static IEnumerable<string> Values(string page, string attribute) =>
        Read(page).SelectMany(t => t.Attributes).Where(a => a.Name == attribute).Select(a => a.Value);

    private static IEnumerable<(string Name, List<(string Name, string Value)> Attributes, bool Closing, bool Empty)> Read(string page)
    {
        Assert.StartsWith("<!DOCTYPE html>\n", page, StringComparison.Ordinal);
        for (var at = page.IndexOf('<', 1); at >= 0; at = page.IndexOf('<', at))
        {
            var closing = page[++at] == '/';
            if (closing) at++;
            var name = Word(page, ref at);
            var attributes = new List<(string, string)>();
            while (page[at] is not ('>' or '/'))
            {
                while (page[at] is ' ' or '\n') at++;
                var attribute = Word(page, ref at);
                Assert.Equal("=\"", page.Substring(at, 2));
                var end = page.IndexOf('"', at + 2);
                attributes.Add((attribute, page[(at + 2)..end]));
                at = end + 1;
            }
            yield return (name, attributes, closing, page[at] == '/');
            if (name == "style" && !closing) at = page.IndexOf("</style>", at, StringComparison.Ordinal);
        }
    }

    private static string Word(string page, ref int at)
    {
        var start = at;
        while (char.IsAsciiLetterOrDigit(page[at]) || page[at] == '-') at++;
        Assert.True(at > start, $"Not a tag of ours: {page[Math.Max(0, start - 20)..Math.Min(page.Length, start + 20)]}");
        return page[start..at];
    }
}
