using System.Globalization;
using Serjeant.Reports.Html;
using Serjeant.Reports.Hunts;

namespace Serjeant.Reports;

/// <summary>
/// One self-contained page for people to read, on paper too: no script, no link out, nothing loaded. Its size is bounded
/// (<see cref="ReportLimits"/>), whatever the number of messages.
/// </summary>
public sealed class HtmlReport(ReportLimits limits) : IReport
{
    private const int LoosePairs = 10;

    public HtmlReport() : this(ReportLimits.Default) { }

    public void Write(ScanReport report, TextWriter output, CancellationToken cancellation = default)
    {
        var scan = new ScanDigest(report, limits, cancellation);
        var html = new HtmlOutput(output);
        HtmlPage.Begin(html, report.Title, "To what was found");
        WriteHead(html, report, scan);
        html.Literal("<main>\n");
        HtmlLearned.Write(html, report, scan.NameOf, limits.Rows);
        WriteCampaigns(html, scan, cancellation);
        HtmlOutbound.Write(html, report, limits);
        HtmlTables.WriteFurther(html, scan, limits);
        WriteLoose(html, scan);
        HtmlTables.WriteMailings(html, scan);
        HtmlTables.WriteUnreadable(html, scan);
        HtmlGuide.Write(html);
        html.Write($"""
            </main>
            <footer><p>Made by Serjeant on {Wording.Moment(report.MadeAt)}. {Wording.Bytes(report.Summary.Bytes)} read in {Wording.Duration(report.Summary.Seconds)}.</p></footer>
            </body>
            </html>

            """);
    }

    private static void WriteHead(HtmlOutput html, ScanReport report, ScanDigest scan)
    {
        var summary = report.Summary;
        html.Write($"""
            <header class="top"><p class="mark"><b>Serjeant</b> <span>Report on a scan of mail</span> <span>{Wording.Moment(report.MadeAt)}</span></p>
            <h1>{report.Title:s160}</h1>
            <p class="verdict">
            """);
        html.Write(ScanAccount.Tell(report));
        html.Write($"""
            </p>
            <dl class="figures"><div><dt>Messages</dt><dd>{summary.Messages}</dd></div><div class="hot"><dt>Hostile</dt><dd>{summary.Hostile}</dd></div>
            <div><dt>Suspect</dt><dd>{summary.Suspect}</dd></div><div><dt>Ordinary</dt><dd>{summary.Ordinary}</dd></div>
            <div><dt>Not readable</dt><dd>{summary.Unreadable}</dd></div><div><dt>On the roster</dt><dd>{report.Roster.People.Length}</dd></div></dl>

            """);
        if (scan.Campaigns.Count > 0 || scan.LooseCount > 0)
            html.Write($"""
                <p class="handling"><b>Handle with care.</b> This page names people{(report.Roster.House.Length > 0 ? " protected by " : "")}{report.Roster.House:80} and who wrote to them. It is for those who protect them, and
                is not made to be sent on.</p>

                """);
        html.Literal("<nav aria-label=\"Contents\"><ol>");
        for (var i = 0; i < scan.Campaigns.Count; i++)
        {
            var campaign = scan.Campaigns[i].Campaign;
            html.Write($"""<li><a href="#campaign-{(i + 1).ToString(CultureInfo.InvariantCulture)}">""");
            html.Write(CampaignAccount.Title(campaign));
            html.Literal("</a> ");
            HtmlMessages.WriteFinding(html, campaign.Assessment.Finding);
            html.Write($""" <span class="n">{Wording.Count(campaign.Messages.Length, "message", "messages")}</span></li>""");
        }
        html.Literal("</ol><p>");
        if (!report.Watched.IsEmpty) html.Write($"""<a href="#watched">Watched selectors seen ({report.Watched.Length})</a> """);
        if (!report.Back.Finds.IsEmpty) html.Write($"""<a href="#back">Looking back ({report.Back.Finds.Length})</a> """);
        if (scan.Further.Count > 0) html.Write($"""<a href="#further">Further campaigns ({scan.Further.Count})</a> """);
        if (!report.Outbound.IsEmpty) html.Write($"""<a href="#own">{OutboundAccount.Title} ({report.Outbound.Length})</a> """);
        if (scan.LooseCount > 0) html.Write($"""<a href="#loose">Messages outside campaigns ({scan.LooseCount})</a> """);
        if (scan.MailingCount > 0) html.Write($"""<a href="#mailings">Ordinary mass mailings ({scan.MailingCount})</a> """);
        if (scan.UnreadableCount > 0) html.Write($"""<a href="#unreadable">Not readable ({scan.UnreadableCount})</a> """);
        html.Literal("<a href=\"#guide\">How to read this</a></p></nav></header>\n");
    }

    private void WriteCampaigns(HtmlOutput html, ScanDigest scan, CancellationToken cancellation)
    {
        html.Literal("<section id=\"found\"><h2>Campaigns found</h2>\n");
        if (scan.Campaigns.Count == 0) html.Literal("<p>No hostile or suspect campaign was found.</p>\n");
        var section = new HtmlCampaign(scan, new HtmlMessages(scan, limits), limits);
        for (var i = 0; i < scan.Campaigns.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            section.Write(html, scan.Campaigns[i], i + 1);
        }
        html.Literal("</section>\n");
    }

    private void WriteLoose(HtmlOutput html, ScanDigest scan)
    {
        if (scan.LooseCount == 0) return;
        html.Literal("<section id=\"loose\"><h2>Messages outside campaigns</h2>\n<p>Judged hostile or suspect each by itself, the weightiest first.</p>\n");
        HtmlImitations.Write(html, scan.LooseImitations, LoosePairs);
        new HtmlMessages(scan, limits).Write(html, scan.Loose, scan.LooseCount);
        html.Literal("</section>\n");
    }
}
