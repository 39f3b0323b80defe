using System.Collections.Immutable;
using Serjeant.Campaigns;
using Serjeant.Judgement;

namespace Serjeant.Reports.Html;

/// <summary>Messages, each with the evidence on it folded away.</summary>
internal sealed class HtmlMessages(ScanDigest scan, ReportLimits limits)
{
    private const int Names = 8, Open = 12;

    /// <param name="of">How many there are in all.</param>
    /// <param name="campaign">What the section tells already: its finding and whose names it wears need no saying again.</param>
    public void Write(HtmlOutput html, IReadOnlyList<JudgedMessage> messages, long of, Campaign? campaign = null)
    {
        var written = 0;
        html.Literal("<div class=\"messages\">\n");
        foreach (var judged in messages)
        {
            if (html.Bytes > limits.Bytes) break;
            if (written == Open && messages.Count > Open + 3)
                html.Write($"""<details class="rest"><summary>{Wording.Count(messages.Count - Open, "further message", "further messages")}</summary>""");
            Write(html, judged, campaign);
            written++;
        }
        if (written > Open && messages.Count > Open + 3) html.Literal("</details>");
        html.Literal("</div>\n");
        if (of > written)
            html.Write($"""<p class="more">and {Wording.Count(of - written, "message", "messages")} more; the JSON lines (--format jsonl) hold every one.</p>""");
    }

    /// <summary>The word for a finding, in a box that does not rest on colour alone.</summary>
    public static void WriteFinding(HtmlOutput html, Finding finding)
    {
        var word = finding switch { Finding.Hostile => "hostile", Finding.Suspect => "suspect", _ => "ordinary" };
        html.Write($"""<span class="finding {word}">{word}</span>""");
    }

    private void Write(HtmlOutput html, JudgedMessage judged, Campaign? campaign)
    {
        var (message, assessment) = (judged.Message, judged.Assessment);
        html.Write($"""
            <details class="message"><summary><span class="date">{Wording.ShortDate(message.Date)}</span>
            <span class="head"><span class="subject">{(message.Subject.Length == 0 ? "(no subject)" : message.Subject):140}</span>
            <span class="from">{(message.FromName.Length == 0 ? "" : message.FromName):60} {(message.From.Length == 0 ? "no author" : $"<{message.From}>"):82}</span></span>
            <span class="to">
            """);
        WriteRecipients(html, message.Targets, message.Recipients, 1);
        html.Literal("</span><span>");
        if (assessment.Finding != campaign?.Assessment.Finding) WriteFinding(html, assessment.Finding);
        html.Write($"""
            </span><span class="n">{Wording.Weight(assessment.Total.Value)}</span></summary>
            <dl><dt>To</dt><dd>
            """);
        WriteRecipients(html, message.Targets, message.Recipients, Names);
        html.Write($"""
            </dd><dt>Date</dt><dd>{Wording.ShortMoment(message.Date)}</dd>
            <dt>Judged</dt><dd>{Wording.Likelihood(assessment.Probability)} to be hostile ({Wording.Probability(assessment.Probability)})</dd>
            <dt>Message-ID</dt><dd>{(message.MessageId.Length == 0 ? "none" : message.MessageId):160}</dd>
            <dt>Lies in</dt><dd>{judged.Place.ToString():s300}</dd>
            <dt>SHA-256</dt><dd class="hash">{message.Id.ToString()}</dd>
            """);
        if (ImitationAccount.Tell(message.Channel) is { Length: > 0 } channel) html.Write($"<dt>Came to us</dt><dd>{channel}</dd>");
        if (ImitationAccount.Tell(ImitationAccount.Pairs(message.Imitations), one: true) is { IsEmpty: false } worn)
        {
            html.Literal("<dt>Name worn</dt><dd>");
            html.Write(worn);
            html.Literal("</dd>");
        }
        html.Literal("""
            </dl><table class="evidence"><caption>Evidence</caption><thead><tr><th scope="col" class="n">Decibans</th><th scope="col">What was seen</th></tr></thead><tbody>

            """);
        var start = assessment.Total.Value;
        foreach (var signal in assessment.Signals) start -= signal.Weight.Value;
        foreach (var signal in assessment.Signals.Take(limits.Signals))
            html.Write($"<tr><td class=\"n\">{Wording.Weight(signal.Weight.Value)}</td><td>{signal.Line:320} <small>{signal.Signal.Code}</small></td></tr>\n");
        if (assessment.Signals.Length > limits.Signals)
        {
            var rest = assessment.Signals.Skip(limits.Signals).Sum(s => s.Weight.Value);
            html.Write($"<tr><td class=\"n\">{Wording.Weight(rest)}</td><td>{Wording.Count(assessment.Signals.Length - limits.Signals, "lighter signal", "lighter signals")}</td></tr>\n");
        }
        html.Write($"""
            <tr><td class="n">{Wording.Weight(start)}</td><td>starting odds, before any evidence</td></tr></tbody>
            <tfoot><tr><td class="n">{Wording.Weight(assessment.Total.Value)}</td><td>sum</td></tr></tfoot></table></details>

            """);
    }

    private void WriteRecipients(HtmlOutput html, ImmutableArray<string> people, ImmutableArray<string> addresses, int most)
    {
        var others = addresses.Length - people.Length;
        if (people.IsEmpty && others <= 0) html.Literal("nobody named");
        for (var i = 0; i < Math.Min(people.Length, most); i++)
            html.Write($"{(i > 0 ? "," : "")} {scan.NameOf(people[i]):80}");
        if (people.Length > most) html.Write($" and {Wording.Count(people.Length - most, "other person", "other people")} on the roster");
        if (people.IsEmpty && others > 0)
            html.Write($"{addresses[0]:80}{(others > 1 ? $" and {Wording.Count(others - 1, "other address", "other addresses")}" : "")} (not on the roster)");
        else if (others > 0) html.Write($" and {Wording.Count(others, "other address", "other addresses")}");
    }
}
