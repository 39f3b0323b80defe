namespace Serjeant.Reports.Html;

/// <summary>What needs a line, not a section: mass mailings, campaigns beyond the bound, places that could not be read.</summary>
internal static class HtmlTables
{
    public static void WriteFurther(HtmlOutput html, ScanDigest scan, ReportLimits limits)
    {
        if (scan.Further.Count == 0) return;
        html.Literal("""
            <section id="further"><h2>Further campaigns</h2><div class="scroll" tabindex="0" role="region" aria-label="Further campaigns"><table class="stack"><caption>Smaller campaigns, a line each</caption>
            <thead><tr><th scope="col">Campaign</th><th scope="col">Judged</th><th scope="col" class="n">Messages</th><th scope="col" class="n">Recipients</th><th scope="col">Dates</th></tr></thead><tbody>

            """);
        foreach (var campaign in scan.Further.Take(limits.Rows))
        {
            html.Literal("<tr><th scope=\"row\">");
            html.Write(CampaignAccount.Title(campaign));
            html.Write($" <small>{campaign.Id:40}</small></th><td data-label=\"Judged\">");
            HtmlMessages.WriteFinding(html, campaign.Assessment.Finding);
            html.Write($"""
                </td><td class="n" data-label="Messages">{campaign.Messages.Length}</td><td class="n" data-label="Recipients">{campaign.Recipients}</td>
                <td data-label="Dates">{Wording.Span(campaign.FirstSeen, campaign.LastSeen)}</td></tr>

                """);
        }
        html.Literal("</tbody></table></div>");
        More(html, scan.Further.Count - Math.Min(scan.Further.Count, limits.Rows), "campaign", "campaigns");
        html.Literal("</section>\n");
    }

    public static void WriteMailings(HtmlOutput html, ScanDigest scan)
    {
        if (scan.MailingCount == 0) return;
        html.Literal("""
            <section id="mailings"><h2>Ordinary mass mailings</h2>
            <p>Newsletters, notices and other mail in many copies that is judged ordinary. A token made for each recipient is common here, and
            by itself proves nothing.</p><div class="scroll" tabindex="0" role="region" aria-label="Ordinary mass mailings"><table class="stack"><caption>Ordinary mass mailings, the largest first</caption>
            <thead><tr><th scope="col">Sender</th><th scope="col">First subject</th><th scope="col">Service</th><th scope="col" class="n">Copies</th>
            <th scope="col" class="n">Recipients</th><th scope="col">Token</th></tr></thead><tbody>

            """);
        foreach (var mailing in scan.Mailings)
        {
            var sender = mailing.Campaign.Senders is [var first, ..] ? first : "no author";
            html.Write($"""
                <tr><th scope="row">{mailing.Name:60} <small>{sender:80}</small></th><td data-label="Subject">{(mailing.Subject.Length == 0 ? "(no subject)" : mailing.Subject):100}</td>
                <td data-label="Service">{mailing.Service ?? "not known":60}</td><td class="n" data-label="Copies">{mailing.Campaign.Messages.Length}</td>
                <td class="n" data-label="Recipients">{Math.Max(mailing.Campaign.Recipients, mailing.Campaign.Targets.Length)}</td><td data-label="Token">{(mailing.Campaign.PerRecipientToken ? "yes" : "no")}</td></tr>

                """);
        }
        html.Literal("</tbody></table></div>");
        More(html, scan.MailingCount - scan.Mailings.Count, "mailing", "mailings");
        html.Literal("</section>\n");
    }

    public static void WriteUnreadable(HtmlOutput html, ScanDigest scan)
    {
        if (scan.UnreadableCount == 0) return;
        html.Literal("""
            <section id="unreadable"><h2>What could not be read</h2><p>Nothing is known of these: they are neither ordinary nor hostile.</p>
            <div class="scroll" tabindex="0" role="region" aria-label="What could not be read"><table class="stack"><caption>Places and reasons</caption><thead><tr><th scope="col">Place</th><th scope="col">Reason</th></tr></thead><tbody>

            """);
        foreach (var unreadable in scan.Unreadable)
            html.Write($"<tr><th scope=\"row\">{unreadable.Place.ToString():s200}</th><td data-label=\"Reason\">{unreadable.Reason:s200}</td></tr>\n");
        html.Literal("</tbody></table></div>");
        More(html, scan.UnreadableCount - scan.Unreadable.Count, "place", "places");
        html.Literal("</section>\n");
    }

    private static void More(HtmlOutput html, long more, string one, string many)
    {
        if (more > 0) html.Write($"""<p class="more">and {Wording.Count(more, one, many)} more; the JSON lines (--format jsonl) hold every one.</p>""");
    }
}
