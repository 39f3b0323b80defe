using Serjeant.Reports.Html;
using Serjeant.Traces;

namespace Serjeant.Reports.Hunts;

/// <summary>A hunt as one self-contained page: people first, then what was sought, campaigns, messages, what could not be used. Bounded as reports are.</summary>
public sealed class HtmlHunt(ReportLimits limits) : IHuntReport
{
    private const int MostPeople = 2_000;

    public HtmlHunt() : this(ReportLimits.Default) { }

    public void Write(HuntReport report, TextWriter output, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        var html = new HtmlOutput(output);
        HtmlPage.Begin(html, $"hunt, {report.Title}", "To what was found");
        WriteHead(html, report);
        html.Literal("<main>\n");
        WritePeople(html, report);
        cancellation.ThrowIfCancellationRequested();
        HtmlHuntTables.WriteSought(html, report.Result, limits.Rows);
        HtmlHuntTables.WriteCampaigns(html, report, limits, cancellation);
        HtmlHuntTables.WriteMessages(html, report, limits, cancellation);
        HtmlHuntTables.WriteRefused(html, report, limits.Rows);
        HtmlHuntGuide.Write(html, report);
        html.Write($"""
            </main>
            <footer><p>Made by Serjeant on {Wording.Moment(report.MadeAt)}. {Wording.Count(report.Result.Hunt.Over, "message", "messages")} looked through{(report.Seconds is { } seconds ? " in " + Wording.Duration(seconds) : "")}.</p></footer>
            </body>
            </html>

            """);
    }

    private static void WriteHead(HtmlOutput html, HuntReport report)
    {
        var (result, hunt) = (report.Result, report.Result.Hunt);
        html.Write($"""
            <header class="top"><p class="mark"><b>Serjeant</b> <span>Report on a hunt through old mail</span> <span>{Wording.Moment(hunt.At)}</span></p>
            <h1>{report.Title:s160}</h1>
            <p class="verdict">
            """);
        html.Write(HuntAccount.Tell(report));
        html.Write($"""
            </p>
            <dl class="figures"><div class="hot"><dt>Found</dt><dd>{result.Found}</dd></div><div><dt>Same campaign</dt><dd>{result.Others}</dd></div>
            <div><dt>People</dt><dd>{result.People.Length}</dd></div><div><dt>Sought</dt><dd>{result.Answers.Length}</dd></div>
            <div><dt>Not usable</dt><dd>{hunt.Refused}</dd></div><div><dt>Looked through</dt><dd>{hunt.Over}</dd></div></dl>
            <p class="handling"><b>Handle with care.</b> This page names people{(report.Roster.House.Length > 0 ? " protected by " : "")}{report.Roster.House:80} and what was sent to them. It is for those who protect them, and
            is not made to be sent on.</p>
            <nav aria-label="Contents"><p><a href="#found">People ({result.People.Length})</a> <a href="#sought">What was sought ({result.Answers.Length})</a>

            """);
        if (!result.Campaigns.IsEmpty) html.Write($"""<a href="#campaigns">Campaigns ({result.Campaigns.Length})</a> """);
        if (result.Found > 0) html.Write($"""<a href="#messages">Messages ({result.Found})</a> """);
        if (result.Refusals.Any()) html.Write($"""<a href="#refused">Not usable ({result.Refusals.Sum(r => (long)r.Count)})</a> """);
        html.Literal("<a href=\"#guide\">How to read this</a></p></nav></header>\n");
    }

    private static void WritePeople(HtmlOutput html, HuntReport report)
    {
        var result = report.Result;
        html.Literal("<section id=\"found\"><h2>Who received it</h2>\n");
        if (result.People.IsEmpty) html.Literal("<p>Nobody on the roster received any of it.</p>\n");
        else WriteRows(html, report);
        if (result.Elsewhere > 0) html.Write($"""<p class="more">Beyond the roster {Wording.Count(result.Elsewhere, "address", "addresses")} received it, counted once for each message.</p>""");
        html.Literal("</section>\n");
    }

    private static void WriteRows(HtmlOutput html, HuntReport report)
    {
        var exposures = HuntAccount.TellExposures(report);
        if (exposures.Length > 0) html.Write($"<p>By what logs show: {exposures}.</p>\n");
        html.Write($"""
            <div class="scroll" tabindex="0" role="region" aria-label="Who received it"><table class="stack hunted"><caption>People on the roster; those {(exposures.Length > 0 ? "most exposed first, then those " : "")}who received most{(exposures.Length > 0 ? "" : " first")}. Dates are in UTC</caption>
            <thead><tr><th scope="col">Person</th><th scope="col" class="n">Found</th><th scope="col" class="n">Same campaign</th><th scope="col">First</th><th scope="col">Last</th><th scope="col">Exposure</th></tr></thead><tbody>

            """);
        foreach (var person in report.Result.People.OrderByDescending(p => report.StateOf(p.Id)).Take(MostPeople))
        {
            var exposure = report.Exposures?.GetValueOrDefault(person.Id);
            var state = exposure?.State ?? ExposureState.Unknown;
            html.Write($"""
                <tr><th scope="row" class="person">{report.NameOf(person.Id):80} <small>{person.Id:40}</small></th><td class="n" data-label="Found">{person.Found}</td><td class="n" data-label="Same campaign">{person.Others}</td>
                <td data-label="First" class="word">{Wording.ShortDate(person.First)}</td><td data-label="Last" class="word">{Wording.ShortDate(person.Last)}</td><td data-label="Exposure"><span><span class="finding{(state is ExposureState.Leaked ? " hostile" : state is ExposureState.Proxied ? " suspect" : "")}">{HuntAccount.Tell(state)}</span> <small>{exposure?.Reason ?? (report.Exposures is null ? "no logs were added" : ""):240}</small>
                """);
            if (exposure is not null) WriteLearned(html, exposure);
            html.Literal("</span></td></tr>\n");
        }
        html.Literal("</tbody></table></div>");
        if (report.Result.People.Length > MostPeople)
            html.Write($"""<p class="more">and {Wording.Count(report.Result.People.Length - MostPeople, "person", "people")} more; the JSON lines (--format jsonl) hold every one.</p>""");
    }

    private static void WriteLearned(HtmlOutput html, Exposure exposure)
    {
        if (!exposure.Learned.IsEmpty) html.Write($" <small>The sender learned {string.Join(", ", exposure.Learned):400}.</small>");
        if (!exposure.NotLearned.IsEmpty) html.Write($" <small>Not learned: {string.Join(", ", exposure.NotLearned):400}.</small>");
        if (exposure.ReadBefore) html.Literal(" <small>Some logs were read before this mail was known: reading them again (traces again) may show more.</small>");
    }
}
