using System.Globalization;
using Serjeant.Hunts;
using Serjeant.Reports.Html;

namespace Serjeant.Reports.Hunts;

/// <summary>The tables of a hunt's page below the people.</summary>
internal static class HtmlHuntTables
{
    private const int Names = 6, Sought = 3, PerCampaign = 50;

    public static void WriteSought(HtmlOutput html, HuntResult result, int rows)
    {
        html.Literal("""
            <section id="sought"><h2>What was sought</h2><div class="scroll" tabindex="0" role="region" aria-label="What was sought"><table class="stack hunted"><caption>What was seen first</caption>
            <thead><tr><th scope="col">Sought</th><th scope="col">Where it comes from</th><th scope="col">Answer</th></tr></thead><tbody>

            """);
        var seen = result.Answers.Where(a => a.Messages > 0 || a.Kind != AnswerKind.Told).OrderBy(a => a.Kind).ThenByDescending(a => a.Messages).ToArray();
        var unseen = result.Answers.Length - seen.Length;
        var shown = seen.Concat(result.Answers.Where(a => a is { Messages: 0, Kind: AnswerKind.Told })).Take(rows).ToArray();
        foreach (var answer in shown)
            html.Write($"""
                <tr><th scope="row" class="selector">{answer.Text:160}</th><td data-label="From">{Reference(answer):160}</td><td data-label="Answer">{HuntAccount.Tell(answer)}</td></tr>

                """);
        html.Literal("</tbody></table></div>");
        if (result.Answers.Length > shown.Length)
            html.Write($"""<p class="more">and {Wording.Count(result.Answers.Length - shown.Length, "thing", "things")} more{(seen.Length <= shown.Length ? $", all of the {Wording.Count(unseen, "one", "ones")} not seen" : "")}; the JSON lines (--format jsonl) hold every one.</p>""");
        html.Literal("</section>\n");
    }

    public static void WriteCampaigns(HtmlOutput html, HuntReport report, ReportLimits limits, CancellationToken cancellation)
    {
        var campaigns = report.Result.Campaigns;
        if (campaigns.IsEmpty) return;
        html.Literal("<section id=\"campaigns\"><h2>Campaigns they belong to</h2>\n");
        for (var i = 0; i < Math.Min(campaigns.Length, limits.Campaigns); i++)
        {
            cancellation.ThrowIfCancellationRequested();
            WriteCampaign(html, report, campaigns[i], i + 1);
        }
        if (campaigns.Length > limits.Campaigns) html.Write($"""<p class="more">and {Wording.Count(campaigns.Length - limits.Campaigns, "campaign", "campaigns")} more; the JSON lines (--format jsonl) hold every one.</p>""");
        html.Literal("</section>\n");
    }

    public static void WriteMessages(HtmlOutput html, HuntReport report, ReportLimits limits, CancellationToken cancellation)
    {
        var result = report.Result;
        if (result.Found == 0) return;
        html.Literal("<section id=\"messages\"><h2>Messages found</h2>\n");
        cancellation.ThrowIfCancellationRequested();
        if (!result.Messages.IsEmpty) WriteTable(html, report, result.Messages, limits.Messages, result.Messages[0].Strength > 0 ? "The most alike first, then by date" : "By date", found: true);
        if (!result.Undated.IsEmpty) WriteTable(html, report, result.Undated, limits.Rows, "Without a date that can be read: no window of time can tell whether they are meant", found: true);
        if (result.Elsewhen > 0) html.Write($"""<p class="more">{Wording.Count(result.Elsewhen, "message", "messages")} outside the time that was asked for.</p>""");
        html.Literal("</section>\n");
    }

    public static void WriteRefused(HtmlOutput html, HuntReport report, int rows)
    {
        var refusals = report.Result.Refusals.ToArray();
        if (refusals.Length == 0 && report.Unreadable.Count == 0) return;
        html.Literal("<section id=\"refused\"><h2>What could not be used</h2>\n");
        if (refusals.Length > 0)
        {
            html.Literal("""
                <p>None of this was sought: nothing here says that it is not in the mail.</p><div class="scroll" tabindex="0" role="region" aria-label="What of the tip could not be used"><table class="stack"><caption>Of the tip</caption>
                <thead><tr><th scope="col">Place</th><th scope="col">What stands there</th><th scope="col">Why not</th></tr></thead><tbody>

                """);
            foreach (var refusal in refusals.Take(rows))
                html.Write($"<tr><th scope=\"row\">{refusal.Place:s120}</th><td data-label=\"What\">{refusal.Text:120}{(refusal.Count > 1 ? $" ({Wording.Number(refusal.Count)} of them)" : "")}</td><td data-label=\"Why not\">{refusal.Reason}{(refusal.Partial ? " The rest of it was sought." : "")}</td></tr>\n");
            html.Literal("</tbody></table></div>");
            if (refusals.Length > rows) html.Write($"""<p class="more">and {Wording.Count(refusals.Length - rows, "entry", "entries")} more; the JSON lines (--format jsonl) hold every one.</p>""");
        }
        if (report.Unreadable.Count > 0)
        {
            html.Literal("""
                <div class="scroll" tabindex="0" role="region" aria-label="Mail that could not be read"><table class="stack"><caption>Mail that could not be read</caption><thead><tr><th scope="col">Place</th><th scope="col">Reason</th></tr></thead><tbody>

                """);
            foreach (var unreadable in report.Unreadable.Take(rows))
                html.Write($"<tr><th scope=\"row\">{unreadable.Place.ToString():s200}</th><td data-label=\"Reason\">{unreadable.Reason:s200}</td></tr>\n");
            html.Literal("</tbody></table></div>");
        }
        html.Literal("</section>\n");
    }

    private static void WriteCampaign(HtmlOutput html, HuntReport report, HuntedCampaign campaign, int number)
    {
        html.Write($"""
            <article class="campaign" id="campaign-{number.ToString(CultureInfo.InvariantCulture)}"><p class="kicker">
            """);
        if (campaign.Note is { } note) HtmlMessages.WriteFinding(html, note.Finding);
        html.Write($"""
            <span class="id">{campaign.Id:40}</span></p><h3>{campaign.Note?.Title ?? "A campaign":120}</h3>
            <p>{Wording.Count(campaign.Found, "message", "messages")} found of {Wording.Number(campaign.Members)}{(campaign.Note is { First: not null } known ? ", " + Wording.Span(known.First, known.Last) : "")}.
            """);
        if (campaign.TooWide) html.Literal(" So many belong to it that the others are not listed: ask for --all, or narrow the time.");
        else if (campaign.Others.IsEmpty) html.Literal(" No other hangs on it.");
        else html.Write($" {Wording.Count(campaign.Others.Length, "other message has", "other messages have")} nothing of what was sought and {(campaign.Others.Length == 1 ? "hangs" : "hang")} on it.");
        if (campaign.Elsewhen > 0) html.Write($" {Wording.Count(campaign.Elsewhen, "more lies", "more lie")} outside the time asked for.");
        html.Literal("</p>\n");
        if (!campaign.Others.IsEmpty) WriteTable(html, report, campaign.Others, PerCampaign, "On the same campaign, by date", found: false);
        html.Literal("</article>\n");
    }

    private static void WriteTable(HtmlOutput html, HuntReport report, IReadOnlyList<HuntedMessage> messages, int most, string caption, bool found)
    {
        html.Write($"""
            <div class="scroll" tabindex="0" role="region" aria-label="{caption}"><table class="stack hunted"><caption>{caption}</caption>
            <thead><tr><th scope="col">Date</th><th scope="col">From</th><th scope="col">To</th><th scope="col">{(found ? "Found by" : "Judged")}</th><th scope="col">Lies in</th></tr></thead><tbody>

            """);
        foreach (var message in messages.Take(most)) WriteRow(html, report, message, found);
        html.Literal("</tbody></table></div>");
        if (messages.Count > most) html.Write($"""<p class="more">and {Wording.Count(messages.Count - most, "message", "messages")} more; the JSON lines (--format jsonl) hold every one.</p>""");
    }

    private static void WriteRow(HtmlOutput html, HuntReport report, HuntedMessage message, bool found)
    {
        html.Write($"""
            <tr><th scope="row" class="word">{Wording.ShortMoment(message.Entry.Date)}</th><td data-label="From">{(message.Entry.SenderDomain.Length == 0 ? "no author" : message.Entry.SenderDomain):80}</td><td data-label="To"><span>
            """);
        WritePeople(html, report, message);
        html.Literal("</span></td>");
        html.Literal(found ? "<td data-label=\"Found by\" class=\"selector\"><span>" : "<td data-label=\"Judged\"><span>");
        if (found)
        {
            for (var i = 0; i < Math.Min(Sought, message.Answers.Length); i++) html.Write($"{(i > 0 ? ", " : "")}{report.Result.Answers[message.Answers[i]].Text:60}");
            if (message.Answers.Length > Sought) html.Write($" and {message.Answers.Length - Sought} more");
            if (!message.Alike.IsEmpty) html.Write($" <small>alike in {string.Join(", ", message.Alike)}</small>");
            if (message.Campaign is { } campaign) html.Write($" <small>{campaign:40}</small>");
            html.Literal(" ");
        }
        HtmlMessages.WriteFinding(html, message.Finding);
        var places = report.Places(message.Number);
        html.Write($"""</span></td><td data-label="Lies in">{(places.Count == 0 ? Whence(message) : places[0].ToString()):s200}{(places.Count > 1 ? $" and {Wording.Count(places.Count - 1, "other place", "other places")}" : "")}</td></tr>""");
        html.Literal("\n");
    }

    private static string Whence(HuntedMessage message) =>
        ImitationAccount.Tell(message.Entry.Channel) is { Length: > 0 } told ? told : "no file that is still there";

    private static void WritePeople(HtmlOutput html, HuntReport report, HuntedMessage message)
    {
        var people = message.Entry.Targets;
        for (var i = 0; i < Math.Min(people.Length, Names); i++) html.Write($"{(i > 0 ? ", " : "")}{report.NameOf(people[i]):80}");
        if (people.Length > Names) html.Write($" and {Wording.Count(people.Length - Names, "other person", "other people")}");
        var others = message.Entry.Recipients - people.Length;
        if (people.IsEmpty) html.Write($"{(others > 0 ? Wording.Count(others, "address", "addresses") + " not on the roster" : "nobody named")}");
        else if (others > 0) html.Write($" and {Wording.Count(others, "other address", "other addresses")}");
    }

    internal static string Reference(HuntAnswer answer) =>
        answer.Origin.Reference.Length > 0 ? answer.Origin.Reference : answer.Origin.Name.Length > 0 ? answer.Origin.Name : answer.Origin.Id;
}
