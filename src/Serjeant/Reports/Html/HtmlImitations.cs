using System.Collections.Immutable;
using Serjeant.Reports.Comparisons;
using Serjeant.Signals.Impersonation;

namespace Serjeant.Reports.Html;

/// <summary>
/// The true and the false beside each other, on a phone below each other. What differs is marked, and said in words beneath, since a mark is
/// not read out and two letters that look alike do so in any colour.
/// </summary>
internal static class HtmlImitations
{
    public static void Write(HtmlOutput html, ImmutableArray<Imitation> imitations, int most = 4)
    {
        if (imitations.IsEmpty) return;
        var pairs = ImitationAccount.Pairs(imitations);
        html.Literal("""
            <figure class="worn"><figcaption><h4>Whose name is worn</h4><p>On one side what is really theirs, on the other what the mail shows. What differs is marked.</p></figcaption>

            """);
        foreach (var imitation in pairs.Take(most)) WritePair(html, imitation);
        if (pairs.Length > most)
            html.Write($"""<p class="more">and {Wording.Count(pairs.Length - most, "more pair of names and addresses", "more pairs of names and addresses")}; the messages below tell each</p>""");
        html.Literal("</figure>\n");
    }

    private static void WritePair(HtmlOutput html, Imitation imitation)
    {
        var names = SideBySide.OfNames(imitation.TrueName, imitation.FalseName);
        var addresses = SideBySide.OfAddresses(imitation.TrueAddress, imitation.FalseAddress);
        html.Literal("<div class=\"worn-by\"><p class=\"whose\">");
        html.Write(ImitationAccount.Headline(imitation));
        html.Literal("</p><div class=\"pair\">\n");
        WriteSide(html, "Really", names, addresses, guise: false);
        WriteSide(html, imitation.Manner == ImitationManner.ReplyTo ? "Where answers go" : "In the mail", names, addresses, guise: true);
        html.Literal("</div>");
        var reasons = addresses.Reasons.Concat(names.Reasons).ToArray();
        if (reasons.Length > 0)
        {
            html.Literal("<ul class=\"differs\" aria-label=\"What differs\">");
            foreach (var reason in reasons) html.Write($"<li><bdi>{reason}</bdi></li>");
            html.Literal("</ul>");
        }
        if (imitation.Explanation.Length > 0 && imitation.Explanation != imitation.TrueName) html.Write($"""<p class="aside">{imitation.Explanation:300}</p>""");
        html.Literal("</div>\n");
    }

    private static void WriteSide(HtmlOutput html, string heading, SideBySide names, SideBySide addresses, bool guise)
    {
        html.Write($"""<div class="side{(guise ? " false" : "")}"><p class="where">{heading}</p><dl>""");
        WriteText(html, "Name", names, guise, guise ? "none shown" : "none on the roster");
        WriteText(html, "Address", addresses, guise, guise ? "none shown" : "none on the roster");
        html.Literal("</dl></div>\n");
    }

    private static void WriteText(HtmlOutput html, string what, SideBySide sides, bool guise, string otherwise)
    {
        html.Write($"""<div class="{what.ToLowerInvariant()}"><dt>{what}</dt><dd>""");
        if (sides.Differences.All(d => (guise ? d.False : d.True).Length == 0)) html.Write($"<small>{otherwise}</small>");
        else
        {
            html.Literal("<bdi>");
            foreach (var difference in sides.Differences)
            {
                var text = guise ? difference.False : difference.True;
                if (guise ? difference.MarkFalse : difference.MarkTrue) html.Write($"<mark>{text}</mark>");
                else html.Write($"{text}");
            }
            html.Literal("</bdi>");
        }
        html.Literal("</dd></div>");
    }
}
