using System.Collections.Immutable;
using Serjeant.Campaigns;

namespace Serjeant.Reports.Html;

/// <summary>What the targeted share, as odds ratios with their 95 % intervals on a logarithmic scale (a forest plot).</summary>
internal static class HtmlForest
{
    private const int Rows = 10;

    public static void Write(HtmlOutput html, ImmutableArray<SharedAttribute> shared)
    {
        if (shared.IsEmpty) return;
        var shown = shared.Take(Rows).ToArray();
        var low = Math.Floor(Math.Log10(Math.Clamp(shown.Min(s => Known(s.Low, 1)), 0.01, 1)));
        var high = Math.Max(low + 1, Math.Ceiling(Math.Log10(Math.Clamp(shown.Max(s => Known(s.High, 10)), 10, 1e6))));
        html.Literal("""
            <figure class="forest"><figcaption><h4>What the targeted share</h4>
            <p>How many times the odds of being targeted are for those who have the attribute. Dot: best estimate; line: 95 % interval, on a
            logarithmic scale; upright line: 1, no difference.</p></figcaption>
            """);
        foreach (var attribute in shown)
        {
            html.Write($"""
                <div class="odds"><span class="what">{attribute.Attribute:120} <small>{attribute.Targeted} of {attribute.TargetedTotal} targeted;
                {attribute.Roster} of {attribute.RosterTotal} on the roster</small></span><svg aria-hidden="true" height="26">
                """);
            Grid(html, low, high, 26);
            double At(double ratio) => 100 * Math.Clamp((Math.Log10(Math.Max(ratio, 1e-9)) - low) / (high - low), 0, 1);
            var (from, to, dot) = (At(Known(attribute.Low, 1e-9)), At(Known(attribute.High, 1e9)), At(Known(attribute.OddsRatio, 1)));
            html.Write($"""
                <line class="whisker" x1="{from}%" x2="{to}%" y1="13" y2="13"/><circle class="dot" cx="{dot}%" cy="13" r="5"/></svg>
                <span class="n"><b>{Wording.Ratio(attribute.OddsRatio)}</b> ({Wording.Ratio(attribute.Low)} to {Wording.Ratio(attribute.High)}) <small>q = {Wording.Chance(attribute.Q)}</small></span></div>

                """);
        }
        html.Literal("""<div class="odds axis"><span class="what"></span><svg aria-hidden="true" height="16">""");
        for (var decade = (int)low; decade <= high; decade += high - low > 4 ? 2 : 1)
        {
            var label = decade switch { -2 => "0.01", -1 => "0.1", 0 => "1", 1 => "10", 2 => "100", 3 => "1,000", 4 => "10,000", 5 => "100,000", _ => "1,000,000" };
            var anchor = decade == (int)low ? "start" : decade == (int)high ? "end" : "middle";
            html.Write($"""<text x="{100 * (decade - low) / (high - low)}%" y="12" text-anchor="{anchor}">{label}</text>""");
        }
        html.Literal("</svg><span class=\"n\"></span></div>");
        if (shared.Length > Rows)
            html.Write($"""<p class="more">and {Wording.Count(shared.Length - Rows, "weaker attribute", "weaker attributes")} more</p>""");
        html.Literal("</figure>\n");
    }

    private static void Grid(HtmlOutput html, double low, double high, double height)
    {
        for (var decade = (int)low; decade <= high; decade++)
        {
            var place = 100 * (decade - low) / (high - low);
            html.Write($"""<line class="{(decade == 0 ? "one" : "grid")}" x1="{place}%" x2="{place}%" y1="0" y2="{height}"/>""");
        }
    }

    private static double Known(double value, double otherwise) => double.IsPositiveInfinity(value) ? 1e9 : value > 0 ? value : otherwise;
}
