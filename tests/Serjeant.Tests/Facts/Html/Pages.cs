using Serjeant.Facts;
using Serjeant.Facts.Html;
using Serjeant.Facts.Unwrapping;

namespace Serjeant.Tests.Facts.Html;

/// <summary>Reads a page as the body of a message is read.</summary>
internal static class Pages
{
    private static readonly LinkUnwrapper Unwrapper = new();

    public static HtmlFacts Read(string html, FactsLimits? limits = null)
    {
        var facts = new HtmlFacts();
        new HtmlReader(limits ?? FactsLimits.Default, Unwrapper).Read(html, facts);
        return facts;
    }

    public static string Visible(string html) => Read(html).Visible.ToString().Trim();

    public static string Hidden(string html) => Read(html).Hidden.ToString().Trim();

    /// <summary>The only link of a page.</summary>
    public static Link Link(string html) => Xunit.Assert.Single(Read(html).Links);
}
