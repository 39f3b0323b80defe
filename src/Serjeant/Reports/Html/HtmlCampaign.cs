using System.Collections.Immutable;
using System.Globalization;
using Serjeant.Campaigns;

namespace Serjeant.Reports.Html;

/// <summary>A section for each hostile or suspect campaign.</summary>
internal sealed class HtmlCampaign(ScanDigest scan, HtmlMessages messages, ReportLimits limits)
{
    private const int Tokens = 12;

    public void Write(HtmlOutput html, CampaignDigest digest, int number)
    {
        var campaign = digest.Campaign;
        html.Write($"""<section class="campaign" id="campaign-{number.ToString(CultureInfo.InvariantCulture)}"><header><p class="kicker">""");
        HtmlMessages.WriteFinding(html, campaign.Assessment.Finding);
        html.Write($""" <span>Campaign {number}</span> <span class="id">{campaign.Id:40}</span></p><h3>""");
        html.Write(CampaignAccount.Title(campaign));
        html.Literal("</h3>\n<p class=\"account\">");
        html.Write(CampaignAccount.Tell(campaign));
        html.Write($"""
            </p><p class="aside">Machine judgement: {Wording.Likelihood(campaign.Assessment.Probability)} to be hostile ({Wording.Probability(campaign.Assessment.Probability)}).
            """);
        if (!campaign.HeldTogetherBy.IsEmpty)
        {
            html.Literal(" Held together by ");
            WriteList(html, campaign.HeldTogetherBy, 6);
            html.Literal(".");
        }
        if (!campaign.Merged.IsEmpty)
        {
            html.Literal(" Was told as separate campaigns before: ");
            WriteList(html, campaign.Merged, 6);
            html.Literal(".");
        }
        if (campaign.Kind == CampaignKind.ImpersonationTowardsOthers && campaign.Messages.Length > digest.Seen)
            html.Write($" Known by what mail servers returned and third parties reported to us; {Wording.Count(campaign.Messages.Length - digest.Seen, "of its messages is", "of its messages are")} not drawn below.");
        else if (campaign.Messages.Length > digest.Seen)
            html.Write($" {Wording.Count(campaign.Messages.Length - digest.Seen, "of its messages is", "of its messages are")} known from earlier scans and not drawn below.");
        foreach (var (channel, count) in digest.ByChannel)
            if (ImitationAccount.Tell(channel) is { Length: > 0 } told) html.Write($" {Wording.Count(count, "of its messages was", "of its messages were")} {told}.");
        html.Literal("</p></header>\n");
        if (html.Bytes <= limits.Bytes)
        {
            HtmlImitations.Write(html, campaign.Imitations);
            HtmlSignals.Write(html, campaign.Assessment);
            HtmlForest.Write(html, campaign.Shared);
            var numbered = HtmlTimeline.Write(html, digest);
            HtmlMatrix.Write(html, scan, digest, numbered);
            WriteTokens(html, campaign.Tokens);
        }
        html.Literal("<div class=\"list\"><h4>Its messages</h4>\n");
        messages.Write(html, digest.Messages, digest.Seen, campaign);
        html.Literal("</div></section>\n");
    }

    private static void WriteTokens(HtmlOutput html, ImmutableArray<RecipientToken> tokens)
    {
        if (tokens.IsEmpty) return;
        html.Literal("""
            <div class="tokens"><div class="scroll" tabindex="0" role="region" aria-label="Tokens made for the recipient"><table class="stack"><caption><h4>Tokens made for the recipient</h4>
            <p>Parts of addresses that differ from recipient to recipient while all else is equal: whoever gets the call knows who read.</p></caption>
            <thead><tr><th scope="col">Host</th><th scope="col">Part</th><th scope="col">What it is</th><th scope="col">Called by</th>
            <th scope="col" class="n">Copies</th><th scope="col" class="n">Recipients</th></tr></thead><tbody>

            """);
        foreach (var token in tokens.Take(Tokens))
            html.Write($"""
                <tr><th scope="row">{token.Host:80}</th><td data-label="Part">{token.Field:60}</td><td data-label="What it is">{CampaignAccount.Describe(token.Encoding)}</td>
                <td class="k" data-label="Called by">{(token.ByOpening ? "opening" : "clicking")}</td><td class="n" data-label="Copies">{token.Copies}</td><td class="n" data-label="Recipients">{token.Recipients}</td></tr>

                """);
        html.Literal("</tbody></table></div>");
        if (tokens.Length > Tokens) html.Write($"""<p class="more">and {tokens.Length - Tokens} more</p>""");
        html.Literal("</div>\n");
    }

    private static void WriteList(HtmlOutput html, ImmutableArray<string> items, int most)
    {
        for (var i = 0; i < Math.Min(items.Length, most); i++)
            html.Write($"{(i == 0 ? "" : i == items.Length - 1 ? " and " : ", ")}{items[i]:100}");
        if (items.Length > most) html.Write($" and {items.Length - most} more");
    }
}
