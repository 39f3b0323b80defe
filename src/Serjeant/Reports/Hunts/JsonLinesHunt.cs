using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Serjeant.Hunts;
using Serjeant.Hunts.Tips;
using Serjeant.Judgement;
using Serjeant.Sources;
using Serjeant.Traces;

namespace Serjeant.Reports.Hunts;

/// <summary>
/// One JSON object a line, as docs/formats/hunt-jsonl.md promises: what became of everything sought, every message, campaigns, people, what was
/// refused, and the summary as last line. A file without a summary was cut off.
/// </summary>
public sealed class JsonLinesHunt : IHuntReport
{
    public void Write(HuntReport report, TextWriter output, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var lines = new JsonLine(output);
        var result = report.Result;
        for (var i = 0; i < result.Answers.Length; i++) lines.Write((i, result.Answers[i]), WriteAnswer);
        foreach (var message in result.Messages.Concat(result.Undated).Concat(result.Campaigns.SelectMany(c => c.Others)))
        {
            cancellation.ThrowIfCancellationRequested();
            lines.Write((message, report.Places(message.Number)), WriteMessage);
        }
        foreach (var campaign in result.Campaigns) lines.Write(campaign, WriteCampaign);
        foreach (var person in result.People) lines.Write((person, report), WritePerson);
        foreach (var unreadable in report.Unreadable) lines.Write(unreadable, WriteUnreadable);
        foreach (var tip in result.Tips)
            foreach (var refusal in tip.Refusals) lines.Write((tip.Source, refusal), WriteRefusal);
        lines.Write(result, WriteSummary);
    }

    private static void WriteAnswer(Utf8JsonWriter json, (int Number, HuntAnswer Answer) sought)
    {
        json.WriteString("kind", "sought");
        json.WriteNumber("number", sought.Number);
        json.WriteString("text", sought.Answer.Text);
        json.WriteString("reference", sought.Answer.Origin.Reference);
        json.WriteString("answer", sought.Answer.Kind switch
        {
            AnswerKind.Everybodys => "everybodys",
            AnswerKind.TooWide => "too-wide",
            AnswerKind.Unindexed => "not-indexed",
            _ => "told",
        });
        if (sought.Answer.Kind == AnswerKind.Unindexed) json.WriteNull("messages");
        else json.WriteNumber("messages", sought.Answer.Messages);
        json.WriteBoolean("wider", sought.Answer.Wider);
    }

    private static void WriteMessage(Utf8JsonWriter json, (HuntedMessage Message, IReadOnlyList<MessagePlace> Places) found)
    {
        var (message, places) = found;
        json.WriteString("kind", "message");
        json.WriteString("sha256", message.Entry.Id.ToString());
        json.WriteString("date", Moment(message.Entry.Date));
        json.WriteString("by", message.Answers.IsEmpty ? "campaign" : "tip");
        json.WriteStartArray("sought");
        foreach (var answer in message.Answers) json.WriteNumberValue(answer);
        json.WriteEndArray();
        Strings(json, "roles", Enum.GetValues<SelectorRole>().Where(r => r != SelectorRole.None && message.Roles.HasFlag(r)).Select(r => r.ToString().ToLowerInvariant()));
        Strings(json, "alike", message.Alike);
        json.WriteString("senderDomain", message.Entry.SenderDomain);
        Strings(json, "targets", message.Entry.Targets);
        json.WriteNumber("recipients", message.Entry.Recipients);
        json.WriteString("channel", message.Entry.Channel.ToString().ToLowerInvariant());
        json.WriteBoolean("outbound", message.Entry.Outbound);
        json.WriteString("campaign", message.Campaign);
        json.WriteString("judgement", Judgement(message.Finding));
        json.WriteStartArray("places");
        foreach (var place in places)
        {
            json.WriteStartObject();
            json.WriteString("source", place.Source);
            json.WriteNumber("ordinal", place.Ordinal);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteCampaign(Utf8JsonWriter json, HuntedCampaign campaign)
    {
        json.WriteString("kind", "campaign");
        json.WriteString("id", campaign.Id);
        json.WriteString("judgement", campaign.Note is { } note ? Judgement(note.Finding) : null);
        json.WriteString("title", campaign.Note?.Title);
        json.WriteNumber("messages", campaign.Members);
        json.WriteNumber("found", campaign.Found);
        json.WriteNumber("others", campaign.Others.Length);
        json.WriteNumber("elsewhen", campaign.Elsewhen);
        json.WriteBoolean("tooWide", campaign.TooWide);
    }

    private static void WritePerson(Utf8JsonWriter json, (HuntedPerson Person, HuntReport Report) row)
    {
        var (person, report) = row;
        var exposure = report.Exposures?.GetValueOrDefault(person.Id);
        json.WriteString("kind", "person");
        json.WriteString("id", person.Id);
        json.WriteString("name", report.NameOf(person.Id));
        json.WriteNumber("found", person.Found);
        json.WriteNumber("others", person.Others);
        json.WriteString("first", Moment(person.First));
        json.WriteString("last", Moment(person.Last));
        Strings(json, "campaigns", person.Campaigns);
        json.WriteString("exposure", HuntAccount.Tell(exposure?.State ?? ExposureState.Unknown));
        json.WriteString("exposedFirst", Moment(exposure?.First));
        json.WriteString("exposedLast", Moment(exposure?.Last));
        json.WriteString("reason", exposure?.Reason ?? "");
        Strings(json, "learned", exposure?.Learned ?? []);
        Strings(json, "notLearned", exposure?.NotLearned ?? []);
    }

    private static void WriteUnreadable(Utf8JsonWriter json, Unreadable unreadable)
    {
        json.WriteString("kind", "unreadable");
        json.WriteString("source", unreadable.Place.Source);
        json.WriteNumber("ordinal", unreadable.Place.Ordinal);
        json.WriteString("reason", unreadable.Reason);
    }

    private static void WriteRefusal(Utf8JsonWriter json, (string Source, Refusal Refusal) refused)
    {
        json.WriteString("kind", "refused");
        json.WriteString("tip", refused.Source);
        json.WriteString("place", refused.Refusal.Place);
        json.WriteString("text", refused.Refusal.Text);
        json.WriteString("reason", refused.Refusal.Reason);
        json.WriteNumber("count", refused.Refusal.Count);
        json.WriteBoolean("partial", refused.Refusal.Partial);
    }

    private static void WriteSummary(Utf8JsonWriter json, HuntResult result)
    {
        var hunt = result.Hunt;
        json.WriteString("kind", "summary");
        json.WriteNumber("hunt", hunt.Number);
        json.WriteString("at", Moment(hunt.At));
        json.WriteString("by", hunt.By);
        json.WriteString("reason", hunt.Reason);
        json.WriteString("tip", hunt.Source);
        json.WriteString("digest", hunt.Digest);
        json.WriteNumber("sought", hunt.Sought);
        json.WriteNumber("refused", hunt.Refused);
        json.WriteString("since", hunt.Window.Since?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("until", hunt.Window.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteNumber("messages", result.Found);
        json.WriteNumber("undated", result.Undated.Length);
        json.WriteNumber("others", result.Others);
        json.WriteNumber("people", result.People.Length);
        json.WriteNumber("elsewhere", result.Elsewhere);
        json.WriteNumber("elsewhen", result.Elsewhen);
        json.WriteNumber("gone", result.Gone);
        json.WriteNumber("over", hunt.Over);
    }

    private static string Judgement(Finding finding) => finding switch
    {
        Finding.Hostile => "hostile",
        Finding.Suspect => "suspect",
        _ => "ordinary",
    };

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static string? Moment(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
