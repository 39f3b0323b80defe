using System.Text.Encodings.Web;
using System.Text.Json;
using Serjeant.Personas;
using Serjeant.Signals.Impersonation;

namespace Serjeant.Cli.Reports;

/// <summary>What a report came to, one JSON object a line (docs/personas.md). Everything as it was, nothing defanged.</summary>
internal static class ReportLines
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(IEnumerable<ReportEntry> entries, TextWriter output)
    {
        foreach (var entry in entries) output.WriteLine(Line(json => Entry(json, entry)));
    }

    internal static string Line(Action<Utf8JsonWriter> write)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length);
    }

    private static void Entry(Utf8JsonWriter json, ReportEntry entry)
    {
        json.WriteString("type", entry.Unreadable is not null ? "unreadable" : entry.Claim is null ? "aggregate" : "claim");
        json.WriteString("place", entry.Place);
        if (entry.Unreadable is { } reason)
        {
            json.WriteString("reason", reason);
            return;
        }
        if (entry.Claim is not { } claim)
        {
            json.WriteNumber("reports", entry.Aggregates);
            json.WriteNumber("newRows", entry.NewRows);
            json.WriteStartArray("rows");
            foreach (var row in entry.Rows) Row(json, row);
            json.WriteEndArray();
            return;
        }
        var message = entry.Kept ?? claim.Message;
        json.WriteString("message", message.Id.ToString());
        json.WriteString("channel", message.Channel.ToString());
        json.WriteString("subject", message.Subject);
        if (message.Date is { } date) json.WriteString("date", date);
        json.WriteString("from", message.From);
        json.WriteBoolean("newMessage", entry.NewMessage);
        json.WriteBoolean("newEvidence", entry.NewEvidence);
        json.WriteBoolean("weighs", entry.Bears);
        if (claim.Remark.Length > 0) json.WriteString("remark", claim.Remark);
        json.WriteStartArray("imitations");
        foreach (var imitation in message.Imitations) Imitated(json, imitation);
        json.WriteEndArray();
        json.WriteStartArray("sources");
        foreach (var told in entry.Sources) Source(json, told);
        json.WriteEndArray();
        if (entry.Campaign is not { } campaign) return;
        json.WriteStartObject("campaign");
        json.WriteString("id", campaign.Id);
        json.WriteString("kind", campaign.Kind.ToString());
        json.WriteString("finding", campaign.Assessment.Finding.ToString());
        json.WriteString("step", entry.Step.ToString());
        json.WriteNumber("towardsUs", entry.TowardsUs);
        json.WriteNumber("towardsOthers", entry.TowardsOthers);
        json.WriteEndObject();
    }

    internal static void Row(Utf8JsonWriter json, SpoofedRow row)
    {
        json.WriteStartObject();
        json.WriteString("reporter", row.Reporter);
        json.WriteString("report", row.Report);
        json.WriteString("domain", row.Domain.Name);
        json.WriteString("source", row.Source?.ToString());
        json.WriteNumber("count", row.Count);
        json.WriteString("disposition", row.Disposition);
        json.WriteString("reason", row.Reason);
        if (row.Begin is { } begin) json.WriteString("begin", begin);
        if (row.End is { } end) json.WriteString("end", end);
        json.WriteEndObject();
    }

    internal static void Source(Utf8JsonWriter json, Testimony told)
    {
        json.WriteStartObject();
        json.WriteString("by", told.By);
        json.WriteString("grade", told.Grade.ToString());
        json.WriteString("form", told.Form.ToString());
        json.WriteString("note", told.Note);
        json.WriteString("forwarder", told.Forwarder);
        if (told.Received is { } received) json.WriteString("received", received);
        json.WriteString("entered", told.Entered);
        json.WriteString("enteredBy", told.EnteredBy);
        json.WriteEndObject();
    }

    private static void Imitated(Utf8JsonWriter json, Imitation imitation)
    {
        json.WriteStartObject();
        json.WriteString("kind", imitation.Kind.ToString());
        json.WriteString("imitated", imitation.Imitated);
        json.WriteString("manner", imitation.Manner.ToString());
        json.WriteString("trueName", imitation.TrueName);
        json.WriteString("trueAddress", imitation.TrueAddress);
        json.WriteString("falseName", imitation.FalseName);
        json.WriteString("falseAddress", imitation.FalseAddress);
        json.WriteString("explanation", imitation.Explanation);
        json.WriteEndObject();
    }
}
