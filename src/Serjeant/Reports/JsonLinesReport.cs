using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Serjeant.Campaigns;
using Serjeant.Judgement;
using Serjeant.Reports.Hunts;

namespace Serjeant.Reports;

/// <summary>
/// One JSON object a line, ASCII only, as docs/formats/scan-jsonl.md promises: messages, unreadable places, campaigns, findings about our own mail, and the summary
/// as last line. A file without a summary was cut off. Never holds more than one line in memory.
/// </summary>
public sealed class JsonLinesReport : IReport
{
    public void Write(ScanReport report, TextWriter output, CancellationToken cancellation = default)
    {
        using var lines = new JsonLine(output);
        foreach (var message in report.Messages)
        {
            cancellation.ThrowIfCancellationRequested();
            lines.Write(message, WriteMessage);
        }
        foreach (var unreadable in report.Unreadable)
        {
            cancellation.ThrowIfCancellationRequested();
            lines.Write(unreadable, static (json, unreadable) =>
            {
                json.WriteString("kind", "unreadable");
                json.WriteString("source", unreadable.Place.Source);
                json.WriteNumber("ordinal", unreadable.Place.Ordinal);
                json.WriteString("reason", unreadable.Reason);
            });
        }
        foreach (var campaign in report.Campaigns)
        {
            cancellation.ThrowIfCancellationRequested();
            lines.Write(campaign, WriteCampaign);
        }
        foreach (var finding in report.Outbound) lines.Write(finding, JsonOutbound.Write);
        foreach (var alert in report.Watched) lines.Write(alert, JsonLearned.Write);
        foreach (var find in report.Back.Finds) lines.Write(find, JsonLearned.Write);
        lines.Write(report.Summary, static (json, summary) =>
        {
            json.WriteString("kind", "summary");
            json.WriteNumber("messages", summary.Messages);
            json.WriteNumber("unreadable", summary.Unreadable);
            json.WriteNumber("deleted", summary.Deleted);
            json.WriteNumber("bytes", summary.Bytes);
            Number(json, "seconds", Decimals(summary.Seconds, 3));
            Number(json, "cpuSeconds", Decimals(summary.CpuSeconds, 3));
            Number(json, "peakMegabytes", Decimals(summary.PeakMegabytes, 1));
        });
    }

    private static void WriteMessage(Utf8JsonWriter json, JudgedMessage judged)
    {
        var (place, message, assessment) = (judged.Place, judged.Message, judged.Assessment);
        json.WriteString("kind", "message");
        json.WriteString("source", place.Source);
        json.WriteNumber("ordinal", place.Ordinal);
        json.WriteString("sha256", message.Id.ToString());
        json.WriteString("messageId", message.MessageId);
        WriteJudgement(json, assessment);
        Number(json, "decibans", Decimals(assessment.Total.Value, 2));
        json.WriteStartArray("signals");
        foreach (var signal in assessment.Signals)
        {
            json.WriteStartObject();
            json.WriteString("code", signal.Signal.Code);
            Number(json, "decibans", Decimals(signal.Weight.Value, 2));
            json.WriteString("evidence", signal.Line);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Strings(json, "targets", message.Targets);
        json.WriteString("campaign", judged.CampaignId);
        json.WriteString("channel", message.Channel switch
        {
            MessageChannel.Reported => "reported",
            MessageChannel.Returned => "returned",
            _ => "received",
        });
        JsonImitations.Write(json, message.Imitations);
    }

    private static void WriteCampaign(Utf8JsonWriter json, Campaign campaign)
    {
        json.WriteString("kind", "campaign");
        json.WriteString("id", campaign.Id);
        WriteJudgement(json, campaign.Assessment);
        json.WriteStartArray("messages");
        foreach (var message in campaign.Messages) json.WriteStringValue(message.ToString());
        json.WriteEndArray();
        Strings(json, "senders", campaign.Senders);
        Strings(json, "callbackHosts", campaign.CallbackHosts);
        Strings(json, "targets", campaign.Targets);
        json.WriteStartArray("shared");
        foreach (var shared in campaign.Shared)
        {
            json.WriteStartObject();
            json.WriteString("attribute", shared.Attribute);
            json.WriteNumber("targeted", shared.Targeted);
            json.WriteNumber("targetedTotal", shared.TargetedTotal);
            json.WriteNumber("roster", shared.Roster);
            json.WriteNumber("rosterTotal", shared.RosterTotal);
            Number(json, "oddsRatio", Digits(shared.OddsRatio));
            Number(json, "low", Digits(shared.Low));
            Number(json, "high", Digits(shared.High));
            Number(json, "q", Digits(shared.Q));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteBoolean("perRecipientToken", campaign.PerRecipientToken);
        json.WriteString("firstSeen", Moment(campaign.FirstSeen));
        json.WriteString("lastSeen", Moment(campaign.LastSeen));
        JsonImitations.Write(json, campaign.Imitations);
        json.WriteString("impersonation", campaign.Kind switch
        {
            CampaignKind.ImpersonationTowardsUs => "towards-us",
            CampaignKind.ImpersonationTowardsOthers => "towards-others",
            _ => null,
        });
    }

    private static void WriteJudgement(Utf8JsonWriter json, Assessment assessment)
    {
        json.WriteString("judgement", assessment.Finding switch
        {
            Finding.Hostile => "hostile",
            Finding.Suspect => "suspect",
            _ => "ordinary",
        });
        Number(json, "probability", Decimals(assessment.Probability, 6));
    }

    private static void Strings(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    /// <summary>JSON has no infinity and no NaN: where a number is neither finite nor known, null stands.</summary>
    private static void Number(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value)) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }

    private static double Decimals(double value, int decimals) => double.IsFinite(value) ? Math.Round(value, decimals) + 0.0 : value;

    /// <summary>Three significant digits: more would promise what an interval from some dozens of people cannot hold.</summary>
    private static double Digits(double value) =>
        double.IsFinite(value) ? double.Parse(value.ToString("E2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : value;

    private static string? Moment(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
