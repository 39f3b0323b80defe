using System.Globalization;
using System.Text.Json;
using Serjeant.Judgement;
using Serjeant.Outbound;

namespace Serjeant.Reports;

/// <summary>A finding about our own mail as members of a JSON object (docs/formats/scan-jsonl.md).</summary>
internal static class JsonOutbound
{
    public static void Write(Utf8JsonWriter json, OutboundFinding finding)
    {
        json.WriteString("kind", "outbound");
        json.WriteString("unit", finding.Unit);
        json.WriteString("of", finding.IsServer ? "server" : "mailbox");
        json.WriteString("judgement", finding.Assessment.Finding switch
        {
            Finding.Hostile => "hostile",
            Finding.Suspect => "suspect",
            _ => "ordinary",
        });
        json.WriteNumber("probability", Math.Round(finding.Assessment.Probability, 6));
        json.WriteNumber("decibans", Math.Round(finding.Assessment.Total.Value, 2));
        json.WriteString("since", Moment(finding.Since));
        json.WriteString("until", Moment(finding.Until));
        json.WriteNumber("past", finding.Past);
        json.WriteStartArray("signals");
        foreach (var (signal, deviation) in finding.Assessment.Signals.Zip(finding.Deviations))
        {
            json.WriteStartObject();
            json.WriteString("code", signal.Signal.Code);
            json.WriteNumber("decibans", Math.Round(signal.Weight.Value, 2));
            json.WriteString("unusual", deviation.Unusual);
            json.WriteString("usual", deviation.Usual);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("count", finding.Count);
        json.WriteStartArray("messages");
        foreach (var message in finding.Messages) json.WriteStringValue(message.ToString());
        json.WriteEndArray();
    }

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
