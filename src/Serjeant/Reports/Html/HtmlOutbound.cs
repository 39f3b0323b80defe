using Serjeant.Outbound;

namespace Serjeant.Reports.Html;

/// <summary>The section on what left our own servers.</summary>
internal static class HtmlOutbound
{
    private const int MessagesShown = 12;

    public static void Write(HtmlOutput html, ScanReport report, ReportLimits limits)
    {
        if (report.Outbound.IsEmpty) return;
        html.Write($"<section id=\"own\"><h2>{OutboundAccount.Title}</h2>\n<p>{OutboundAccount.Guide}</p>\n");
        foreach (var finding in report.Outbound.Take(limits.Campaigns)) Write(html, finding);
        var rest = report.Outbound.Length - limits.Campaigns;
        if (rest > 0) html.Write($"<p>And {Wording.Count(rest, "mailbox or server", "mailboxes and servers")} more: see --format jsonl.</p>\n");
        html.Literal("</section>\n");
    }

    private static void Write(HtmlOutput html, OutboundFinding finding)
    {
        html.Literal("<h3>");
        html.Write($"{MailText.Defang(finding.Unit, 120)} ");
        HtmlMessages.WriteFinding(html, finding.Assessment.Finding);
        html.Literal("</h3>\n<p>");
        html.Write(OutboundAccount.Tell(finding));
        html.Write($"""
            </p>
            <div class="scroll" tabindex="0" role="region" aria-label="What is unusual"><table class="stack"><caption>What is unusual, beside what is usual for it</caption>
            <thead><tr><th scope="col" class="n">Decibans</th><th scope="col">Unusual</th><th scope="col">Usual</th></tr></thead><tbody>

            """);
        foreach (var (signal, deviation) in finding.Assessment.Signals.Zip(finding.Deviations))
            html.Write($"""
                <tr><td class="n" data-label="Decibans">{Wording.Weight(signal.Weight.Value)}</td><td data-label="Unusual">{Lead(signal.Line)}{MailText.Defang(deviation.Unusual, 240)}</td><td data-label="Usual">{MailText.Defang(deviation.Usual, 120)}</td></tr>

                """);
        html.Literal("</tbody></table></div>\n<details><summary>Which messages</summary><ul>");
        foreach (var message in finding.Messages.Take(MessagesShown)) html.Write($"<li><code>{message.ToString()}</code></li>");
        html.Literal("</ul>");
        if (finding.Count > MessagesShown) html.Write($"<p>And {Wording.Count(finding.Count - MessagesShown, "message", "messages")} more.</p>");
        html.Literal("</details>\n");
    }

    /// <summary>The data's wording up to the evidence.</summary>
    private static string Lead(string line) => line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon ? line[..(colon + 2)] : "";
}
