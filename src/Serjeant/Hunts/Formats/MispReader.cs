using System.Text.Json;
using Serjeant.Hunts.Tips;

namespace Serjeant.Hunts.Formats;

/// <summary>Events of MISP as JSON: one, several, or the answer of a search; attributes alone and in objects.</summary>
internal sealed class MispReader(TipDraft draft)
{
    private const int MaximumDepth = 8;

    public void Read(ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        try
        {
            // An event is looked at twice: what it is called may stand behind what is in it.
            using var document = JsonDocument.Parse(json, new() { MaxDepth = JsonText.Options.MaxDepth });
            Walk(document.RootElement, "", Origin.Unknown, 0, cancellation);
        }
        catch (JsonException problem)
        {
            draft.Refuse(JsonText.PlaceOf(problem), "", JsonText.Say(problem));
        }
        catch (InvalidOperationException)
        {
            draft.Refuse("the event", "", $"from here on: {JsonText.NoText}");
        }
    }

    private void Walk(JsonElement element, string place, Origin origin, int depth, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (depth > MaximumDepth) return;
        if (element.ValueKind == JsonValueKind.Array)
        {
            var i = 0;
            foreach (var item in element.EnumerateArray()) Walk(item, $"{place}[{i++}]", origin, depth + 1, cancellation);
            return;
        }
        if (element.ValueKind != JsonValueKind.Object) return;
        if (element.TryGetProperty("response", out var response)) Walk(response, "response", origin, depth + 1, cancellation);
        if (element.TryGetProperty("Event", out var inner)) Walk(inner, Below(place, "Event"), OriginOf(inner), depth + 1, cancellation);
        if (element.TryGetProperty("Attribute", out var attributes)) ReadAll(attributes, Below(place, "Attribute"), origin, cancellation);
        if (element.TryGetProperty("Object", out var objects)) Walk(objects, Below(place, "Object"), origin, depth + 1, cancellation);
        // Other events, galaxies and reports that it names.
        foreach (var sort in (ReadOnlySpan<string>)["Galaxy", "RelatedEvent", "EventReport", "ShadowAttribute"])
            if (element.TryGetProperty(sort, out var others) && others.ValueKind == JsonValueKind.Array)
                for (var i = 0; i < others.GetArrayLength(); i++) draft.PassOver(sort);
    }

    private static string Below(string place, string name) => place.Length == 0 ? name : $"{place}.{name}";

    private static Origin OriginOf(JsonElement element) => new() { Id = JsonText.Of(element, "uuid"), Name = Asked.Bound(JsonText.Of(element, "info")), ValidFrom = JsonText.Time(element, "date") };

    private void ReadAll(JsonElement attributes, string place, Origin origin, CancellationToken cancellation)
    {
        if (attributes.ValueKind == JsonValueKind.Object)
        {
            Read(attributes, place, origin);
            return;
        }
        if (attributes.ValueKind != JsonValueKind.Array) return;
        var i = 0;
        foreach (var attribute in attributes.EnumerateArray())
        {
            if ((i & 0xfff) == 0) cancellation.ThrowIfCancellationRequested();
            if (draft.IsFull)
            {
                draft.Refuse($"{place}[{i}]", "", $"from here on: more than {draft.Limits.Entries} entries");
                return;
            }
            try
            {
                Read(attribute, $"{place}[{i}]", origin);
            }
            catch (InvalidOperationException)
            {
                draft.Refuse($"{place}[{i}]", "", JsonText.NoText);
            }
            i++;
        }
    }

    private void Read(JsonElement attribute, string place, Origin origin)
    {
        var type = JsonText.Of(attribute, "type").ToLowerInvariant();
        var value = JsonText.Of(attribute, "value");
        if (type.Length == 0 || value.Length == 0)
        {
            draft.Refuse(place, value, "an attribute without type or value");
            return;
        }
        if (JsonText.IsTrue(attribute, "deleted"))
        {
            draft.Refuse(place, value, "deleted by those who gave it");
            return;
        }
        if (!draft.Limits.Observed && !JsonText.IsTrue(attribute, "to_ids"))
        {
            draft.Refuse(place, value, "not for detection: its to_ids is not set");
            return;
        }
        // An event found by a search carries its name in each attribute.
        if (attribute.TryGetProperty("Event", out var owner)) origin = OriginOf(owner);
        if (JsonText.Of(attribute, "uuid") is { Length: > 0 } id) origin = origin with { Reference = origin.Reference.Length > 0 ? origin.Reference : origin.Id, Id = id };
        draft.Add(MispType.Read(type, value), value, place, origin);
    }
}
