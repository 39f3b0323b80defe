using System.Text.Json;
using Serjeant.Hunts.Patterns;
using Serjeant.Hunts.Tips;

namespace Serjeant.Hunts.Formats;

/// <summary>
/// STIX 2.1 and 2.0: bundles, TAXII envelopes, lists of objects and single ones. Indicators give what is sought. Observables are what somebody saw,
/// not what he warns of, and are taken on demand only. Revoked and expired indicators are taken, and say so.
/// </summary>
internal sealed class StixReader(TipDraft draft)
{
    private static readonly string[] Observables = ["email-addr", "email-message", "domain-name", "url", "ipv4-addr", "ipv6-addr", "file", "artifact"];

    public void Read(ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        var reader = new Utf8JsonReader(json.Span, JsonText.Options);
        try
        {
            if (!reader.Read()) return;
            if (reader.TokenType == JsonTokenType.StartArray) ReadList(ref reader, "", cancellation);
            else if (reader.TokenType != JsonTokenType.StartObject || !ReadBundle(ref reader, cancellation)) ReadSingle(json);
            else if (reader.Read()) draft.Refuse("behind the end", "", "something stands behind the end of the bundle");
        }
        catch (JsonException problem)
        {
            draft.Refuse(JsonText.PlaceOf(problem), "", JsonText.Say(problem));
        }
        catch (InvalidOperationException)
        {
            draft.Refuse("the bundle", "", $"from here on: {JsonText.NoText}");
        }
    }

    /// <returns>Whether it held a list of objects.</returns>
    private bool ReadBundle(ref Utf8JsonReader reader, CancellationToken cancellation)
    {
        var found = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var objects = reader.ValueTextEquals("objects");
            reader.Read();
            if (objects && reader.TokenType == JsonTokenType.StartArray)
            {
                found = true;
                ReadList(ref reader, "objects", cancellation);
            }
            else
            {
                reader.Skip();
            }
        }
        return found;
    }

    private void ReadList(ref Utf8JsonReader reader, string list, CancellationToken cancellation)
    {
        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (draft.IsFull)
            {
                draft.Refuse($"{list}[{i}]", "", $"from here on: more than {draft.Limits.Entries} entries");
                while (reader.TokenType != JsonTokenType.EndArray)
                {
                    reader.Skip();
                    reader.Read();
                }
                return;
            }
            using var document = JsonDocument.ParseValue(ref reader);
            try
            {
                Read(document.RootElement, $"{list}[{i}]");
            }
            catch (InvalidOperationException)
            {
                draft.Refuse($"{list}[{i}]", "", JsonText.NoText);
            }
        }
    }

    private void ReadSingle(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json, new() { MaxDepth = JsonText.Options.MaxDepth });
        // An empty bundle is one all the same.
        if (JsonText.Of(document.RootElement, "type") == "bundle") return;
        Read(document.RootElement, "the object");
    }

    private void Read(JsonElement element, string place)
    {
        var type = JsonText.Of(element, "type");
        var id = JsonText.Of(element, "id");
        if (id.Length == 0) id = type;
        if (type == "indicator")
        {
            ReadIndicator(element, place, id);
        }
        else if (type == "observed-data" && element.TryGetProperty("objects", out var objects) && objects.ValueKind == JsonValueKind.Object)
        {
            // STIX 2.0 keeps what was observed inside.
            foreach (var inner in objects.EnumerateObject()) ReadObservable(inner.Value, $"{place}.objects.{Asked.Bound(inner.Name)}", JsonText.Of(inner.Value, "type"), id);
        }
        else if (Observables.Contains(type))
        {
            ReadObservable(element, place, type, id);
        }
        else if (type.Length == 0 || JsonText.Of(element, "id").Length == 0)
        {
            draft.Refuse(place, type, "no object of STIX: it has no type or no id");
        }
        else
        {
            draft.PassOver(type);
        }
    }

    private void ReadIndicator(JsonElement element, string place, string id)
    {
        var pattern = JsonText.Of(element, "pattern");
        var language = JsonText.Of(element, "pattern_type");
        if (language.Length > 0 && !language.Equals("stix", StringComparison.OrdinalIgnoreCase))
        {
            draft.Refuse(place, id, $"its pattern is written in {Asked.Bound(language)}, which is no pattern of selectors");
            return;
        }
        if (pattern.Length == 0)
        {
            draft.Refuse(place, id, "an indicator without a pattern");
            return;
        }
        new PatternTranslator(draft).Add(pattern, place, new()
        {
            Id = id,
            Name = JsonText.Of(element, "name"),
            Reference = Reference(element),
            ValidFrom = JsonText.Time(element, "valid_from"),
            ValidUntil = JsonText.Time(element, "valid_until"),
            Revoked = JsonText.IsTrue(element, "revoked"),
        });
    }

    private static string Reference(JsonElement element)
    {
        if (!element.TryGetProperty("external_references", out var references) || references.ValueKind != JsonValueKind.Array) return "";
        foreach (var reference in references.EnumerateArray())
            if (JsonText.Of(reference, "url") is { Length: > 0 } url) return url;
        return "";
    }

    private void ReadObservable(JsonElement element, string place, string type, string id)
    {
        if (!Observables.Contains(type))
        {
            draft.PassOver(type.Length == 0 ? "object without a type" : type);
            return;
        }
        if (!draft.Limits.Observed)
        {
            draft.Refuse(place, JsonText.Of(element, "value") is { Length: > 0 } seen ? seen : id, "observed, not indicated: nothing in it says that it is hostile");
            return;
        }
        var parts = new List<(Asked, string)>();
        foreach (var (path, text) in Values(element, type))
            parts.Add((PathMeaning.Find(new(type, path, false))?.Invoke(text) ?? Asked.No("no property of mail that the index knows"), text));
        draft.Add(parts, id, place, new() { Id = id });
    }

    private static IEnumerable<(string Path, string Text)> Values(JsonElement element, string type)
    {
        string[] single = type switch
        {
            "file" => ["name"],
            "email-message" => ["subject", "message_id"],
            "artifact" => ["url"],
            _ => ["value"],
        };
        foreach (var name in single)
            if (JsonText.Of(element, name) is { Length: > 0 } text) yield return (name, text);
        if (!element.TryGetProperty("hashes", out var hashes) || hashes.ValueKind != JsonValueKind.Object) yield break;
        foreach (var hash in hashes.EnumerateObject().Take(16)) yield return ($"hashes.{hash.Name}", JsonText.Of(hash.Value));
    }
}
