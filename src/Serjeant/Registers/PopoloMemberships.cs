using System.Text.Json;

namespace Serjeant.Registers;

/// <summary>Turns Popolo memberships into attributes: what a person belongs to, speaks for, represents.</summary>
internal static class PopoloMemberships
{
    /// <summary>The key of the attribute that a membership of such an organisation makes.</summary>
    public static string Kind(string? classification)
    {
        var kind = classification?.ToLowerInvariant().Replace('_', ' ') ?? "";
        if (kind.Length == 0) return "organisation";
        if (kind is "legislature" or "chamber" or "parliament" || kind.EndsWith("house", StringComparison.Ordinal)) return "chamber";
        if (kind.Contains("party", StringComparison.Ordinal)) return "party";
        if (kind.Contains("committee", StringComparison.Ordinal)) return "committee";
        if (kind.Contains("faction", StringComparison.Ordinal) || kind.EndsWith("group", StringComparison.Ordinal)) return "faction";
        return kind.Length > 64 ? kind[..64] : kind;
    }

    /// <summary>By person: chamber, party, committee and so on, role, area and term, in the order of the file, each once.</summary>
    public static Dictionary<string, List<PersonAttribute>> Attributes(
        List<(JsonElement Entry, RosterPlace Place)> memberships,
        Dictionary<string, (string Name, string Kind)> organisations,
        Dictionary<string, string> names,
        RosterDraft draft)
    {
        var attributes = new Dictionary<string, List<PersonAttribute>>(StringComparer.Ordinal);
        foreach (var (entry, place) in memberships)
        {
            if (entry.Text("person_id") is not { } person)
            {
                draft.Remark(place, "passed over a membership of nobody");
                continue;
            }
            if (!attributes.TryGetValue(person, out var known)) attributes[person] = known = [];
            AddOrganisation(known, entry.Text("organization_id"), organisations);
            AddOrganisation(known, entry.Text("on_behalf_of_id"), organisations);
            Add(known, "role", entry.Text("role"));
            Add(known, "area", Area(entry, names));
            if (entry.Text("legislative_period_id") is { } term) Add(known, "term", names.GetValueOrDefault(term, term));
        }
        return attributes;
    }

    private static string? Area(JsonElement entry, Dictionary<string, string> names)
    {
        if (entry.TryGetProperty("area", out var area) && area.Text("name") is { } inPlace) return inPlace;
        return entry.Text("area_id") is { } id ? names.GetValueOrDefault(id, id) : null;
    }

    private static void AddOrganisation(List<PersonAttribute> attributes, string? id, Dictionary<string, (string Name, string Kind)> organisations)
    {
        if (id is null) return;
        if (organisations.TryGetValue(id, out var organisation)) Add(attributes, organisation.Kind, organisation.Name);
        else Add(attributes, "organisation", id);
    }

    private static void Add(List<PersonAttribute> attributes, string key, string? value)
    {
        if (value is not null && !attributes.Contains(new(key, value))) attributes.Add(new(key, value));
    }

    /// <summary>A member that is text or a number, trimmed; null where it is missing, empty or something else.</summary>
    public static string? Text(this JsonElement entry, string name)
    {
        if (entry.ValueKind != JsonValueKind.Object || !entry.TryGetProperty(name, out var value)) return null;
        var text = value.ValueKind switch
        {
            JsonValueKind.String => Decoded(value),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return text is { Length: > 0 and <= 4096 } ? text : null;
    }

    public static IEnumerable<JsonElement> List(this JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    private static string? Decoded(JsonElement value)
    {
        try
        {
            return value.GetString()?.Trim();
        }
        catch (InvalidOperationException) // an escaped half of a surrogate pair
        {
            return null;
        }
    }
}
