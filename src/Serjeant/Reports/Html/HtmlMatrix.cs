namespace Serjeant.Reports.Html;

/// <summary>
/// Which account wrote to whom: a row for each person while that can be read, those with the leading shared attribute first; beyond
/// that a row for each shared attribute.
/// </summary>
internal static class HtmlMatrix
{
    private const int Columns = 12, People = 40;

    public static void Write(HtmlOutput html, ScanDigest scan, CampaignDigest digest, bool numbered)
    {
        if (digest.Seen < 3 || digest.ByPerson.Count < 2) return;
        var rows = digest.ByPerson.GroupBy(p => p.Key.Person, StringComparer.Ordinal)
            .Select(g => new Row(scan.NameOf(g.Key), Fold(g.Select(p => (p.Key.Sender, p.Value))), g.Key)).ToList();
        var columns = rows.SelectMany(r => r.Counts.Keys).Concat(Fold(digest.ToOthers.Select(o => (o.Key, o.Value))).Keys)
            .Distinct().OrderBy(c => (uint)c).ToArray();
        var grouped = rows.Count > People;
        html.Write($"""
            <figure class="matrix"><figcaption><h4>Who wrote to whom</h4><p>{(grouped
                ? "Messages by account and by what the recipients share; one message counts in each row that fits."
                : "Messages by account and recipient.")} {(numbered ? "Accounts are numbered as above." : "")}</p></figcaption>

            """);
        if (!numbered) WriteAccounts(html, digest, columns);
        html.Write($"""
            <div class="scroll" tabindex="0" role="region" aria-label="Messages by account and recipient"><table>
            <thead><tr><th scope="col">{(grouped ? "Recipients" : "Recipient")}</th>
            """);
        foreach (var column in columns)
            if (column == CampaignDigest.OtherSender) html.Literal("""<th scope="col" class="c">other</th>""");
            else html.Write($"""<th scope="col" class="c"><abbr title="{MailText.Defang(digest.Campaign.Senders[column], 80)}">{column + 1}</abbr></th>""");
        html.Literal("<th scope=\"col\" class=\"n\">All</th></tr></thead>\n");
        if (grouped) WriteGroups(html, scan, digest, rows, columns);
        else WritePeople(html, scan, digest, rows, columns);
        if (digest.ToOthers.Count > 0)
        {
            html.Literal("<tbody class=\"apart\">");
            WriteRow(html, new Row("Addresses not on the roster", Fold(digest.ToOthers.Select(o => (o.Key, o.Value))), ""), columns);
            html.Literal("</tbody>");
        }
        html.Literal("</table></div></figure>\n");
    }

    private static void WriteAccounts(HtmlOutput html, CampaignDigest digest, int[] columns)
    {
        html.Literal("<ul class=\"accounts\">");
        foreach (var column in columns.Where(c => c != CampaignDigest.OtherSender))
        {
            html.Literal("<li class=\"who\">");
            HtmlTimeline.WriteAccount(html, digest, column, 0);
            html.Literal("</li>");
        }
        html.Literal("</ul>\n");
    }

    private static void WritePeople(HtmlOutput html, ScanDigest scan, CampaignDigest digest, List<Row> rows, int[] columns)
    {
        if (digest.Campaign.Shared is not [var shared, ..])
        {
            WriteBody(html, "", rows, columns);
            return;
        }
        WriteBody(html, shared.Attribute, [.. rows.Where(r => scan.Has(r.Person, shared.Attribute))], columns);
        WriteBody(html, "The others", [.. rows.Where(r => !scan.Has(r.Person, shared.Attribute))], columns);
    }

    private static void WriteGroups(HtmlOutput html, ScanDigest scan, CampaignDigest digest, List<Row> rows, int[] columns)
    {
        var groups = digest.Campaign.Shared.Take(10).Select(s => s.Attribute).ToArray();
        html.Literal("<tbody>");
        foreach (var group in groups)
            WriteGroup(html, group, [.. rows.Where(r => scan.Has(r.Person, group))], columns);
        WriteGroup(html, groups.Length == 0 ? "People on the roster" : "None of these", [.. rows.Where(r => !groups.Any(g => scan.Has(r.Person, g)))], columns);
        html.Literal("</tbody>");
    }

    private static void WriteGroup(HtmlOutput html, string name, List<Row> rows, int[] columns)
    {
        if (rows.Count > 0)
            WriteRow(html, new Row($"{name} ({Wording.Count(rows.Count, "person", "people")})", Fold(rows.SelectMany(r => r.Counts.Select(c => (c.Key, c.Value)))), ""), columns);
    }

    private static void WriteBody(HtmlOutput html, string heading, List<Row> rows, int[] columns)
    {
        if (rows.Count == 0) return;
        html.Literal("<tbody>");
        if (heading.Length > 0)
            html.Write($"""<tr class="group"><th scope="rowgroup" colspan="{columns.Length + 2}">{heading:120} <span>({Wording.Count(rows.Count, "person", "people")})</span></th></tr>""");
        foreach (var row in rows.OrderByDescending(r => r.Counts.Values.Sum()).ThenBy(r => r.Name, StringComparer.Ordinal))
            WriteRow(html, row, columns);
        html.Literal("</tbody>");
    }

    private static void WriteRow(HtmlOutput html, Row row, int[] columns)
    {
        html.Write($"""<tr><th scope="row">{row.Name:120}</th>""");
        var most = row.Counts.Values.Max();
        foreach (var column in columns)
        {
            var count = row.Counts.GetValueOrDefault(column);
            if (count == 0) html.Literal("<td class=\"c\"></td>");
            else html.Write($"""<td class="c l{(most > 9 ? 1 + 2L * count / most : Math.Min(3, count))}">{count}</td>""");
        }
        html.Write($"<td class=\"n\">{row.Counts.Values.Sum()}</td></tr>\n");
    }

    /// <summary>Counts by column: accounts beyond the last one share the column of the others.</summary>
    private static Dictionary<int, int> Fold(IEnumerable<(int Sender, int Count)> counts)
    {
        var folded = new Dictionary<int, int>();
        foreach (var (sender, count) in counts)
        {
            var column = sender < Columns ? sender : CampaignDigest.OtherSender;
            folded[column] = folded.GetValueOrDefault(column) + count;
        }
        return folded;
    }

    private sealed record Row(string Name, Dictionary<int, int> Counts, string Person);
}
