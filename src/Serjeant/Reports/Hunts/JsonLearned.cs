using System.Globalization;
using System.Text.Json;
using Serjeant.Hunts.Knowledge;
using Serjeant.Hunts.Watches;

namespace Serjeant.Reports.Hunts;

/// <summary>The lines <c>watched</c> and <c>lookback</c> of a scan.</summary>
internal static class JsonLearned
{
    public static void Write(Utf8JsonWriter json, WatchAlert alert)
    {
        json.WriteString("kind", "watched");
        json.WriteNumber("watch", alert.Watch.Number);
        json.WriteString("text", alert.Text);
        json.WriteString("tip", LearnedAccount.Whence(alert));
        json.WriteStartArray("messages");
        foreach (var message in alert.Messages) json.WriteStringValue(message.Id.ToString());
        json.WriteEndArray();
        Strings(json, "targets", alert.People);
        json.WriteString("first", Moment(alert.First));
        json.WriteString("last", Moment(alert.Last));
    }

    public static void Write(Utf8JsonWriter json, LookBackFind find)
    {
        json.WriteString("kind", "lookback");
        json.WriteString("as", LearnedAccount.Code(find.Thing.As));
        json.WriteString("value", find.Thing.Selector.Value);
        json.WriteString("campaign", find.Thing.Campaign.Length == 0 ? null : find.Thing.Campaign);
        json.WriteNumber("messages", find.Messages);
        Strings(json, "targets", find.People);
        json.WriteString("first", Moment(find.First));
        json.WriteString("last", Moment(find.Last));
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static string? Moment(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
