using System.Globalization;
using System.Text.Json;

namespace Serjeant.Hunts.Formats;

/// <summary>Takes texts out of JSON that anybody may have written.</summary>
internal static class JsonText
{
    public static JsonReaderOptions Options { get; } = new() { MaxDepth = 64 };

    /// <summary>What is said of an object whose names cannot be compared: half of a surrogate pair, or bytes that are no UTF-8.</summary>
    public const string NoText = "a name in it is no text";

    /// <summary>The text of a property; empty where there is none, or it is something else, or no text that can be.</summary>
    public static string Of(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? Of(value) : "";

    public static string Of(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False ? value.GetRawText() : "";
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape.
            return "";
        }
    }

    public static bool IsTrue(JsonElement element, string name) => Of(element, name) is "true" or "True" or "1";

    public static DateTimeOffset? Time(JsonElement element, string name) =>
        DateTimeOffset.TryParse(Of(element, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    /// <summary>Where a text is no JSON.</summary>
    public static string PlaceOf(JsonException problem) => string.Create(CultureInfo.InvariantCulture, $"line {(problem.LineNumber ?? 0) + 1}");

    public static string Say(JsonException problem)
    {
        var words = problem.Message;
        var end = words.IndexOf(" LineNumber", StringComparison.Ordinal);
        return $"from here on: no JSON: {(end > 0 ? words[..end] : words)}";
    }
}
