using Serjeant.Reports.Html;

namespace Serjeant.Reports.Hunts;

/// <summary>The scan page's sections on what is watched, and on what was learned for old mail.</summary>
internal static class HtmlLearned
{
    private const int Names = 8;

    public static void Write(HtmlOutput html, ScanReport report, Func<string, string> nameOf, int rows)
    {
        WriteWatched(html, report, nameOf, rows);
        WriteBack(html, report, nameOf, rows);
    }

    private static void WriteWatched(HtmlOutput html, ScanReport report, Func<string, string> nameOf, int rows)
    {
        if (report.Watched.IsEmpty) return;
        html.Literal("<section id=\"watched\"><h2>Watched selectors were seen</h2>\n");
        foreach (var alert in report.Watched.Take(rows))
        {
            html.Literal("<p>");
            html.Write(LearnedAccount.Tell(alert));
            WriteNames(html, alert.People, nameOf);
        }
        if (report.Watched.Length > rows) html.Write($"""<p class="more">and {Wording.Count(report.Watched.Length - rows, "selector", "selectors")} more; the JSON lines (--format jsonl) hold every one.</p>""");
        html.Literal("</section>\n");
    }

    private static void WriteBack(HtmlOutput html, ScanReport report, Func<string, string> nameOf, int rows)
    {
        var back = report.Back;
        if (back.Finds.IsEmpty) return;
        html.Literal("<section id=\"back\"><h2>Looking back</h2><p>");
        html.Write(LearnedAccount.Tell(back));
        html.Literal(" What hostile and suspect mail alone has was sought in all other mail. It is a reason to look, not a judgement.</p>\n");
        foreach (var find in back.Finds.Take(rows))
        {
            html.Literal("<p>");
            html.Write(LearnedAccount.Tell(find));
            WriteNames(html, find.People, nameOf);
        }
        if (back.Finds.Length > rows) html.Write($"""<p class="more">and {Wording.Count(back.Finds.Length - rows, "find", "finds")} more; the JSON lines (--format jsonl) hold every one.</p>""");
        if (back.Silent > 0) html.Write($"""<p class="more">{Wording.Count(back.Silent, "thing is", "things are")} in so much mail that nothing can be said of it.</p>""");
        html.Literal("</section>\n");
    }

    private static void WriteNames(HtmlOutput html, IReadOnlyList<string> people, Func<string, string> nameOf)
    {
        if (people.Count > 0) html.Literal(" <small>");
        for (var i = 0; i < Math.Min(people.Count, Names); i++) html.Write($"{(i > 0 ? ", " : "")}{nameOf(people[i]):80}");
        if (people.Count > Names) html.Write($" and {Wording.Count(people.Count - Names, "other person", "other people")}");
        html.Literal(people.Count > 0 ? "</small></p>\n" : "</p>\n");
    }
}
