using System.Collections.Immutable;
using System.Text.Json;
using Serjeant.Values;

namespace Serjeant.Registers;

/// <summary>
/// A roster in Popolo JSON (popoloproject.com/specs), as EveryPolitician and many parliaments publish it. Others make these files,
/// so that what is only untidy in them (no address where one should be, one address under two people) is passed over with a
/// remark; what makes them unreadable is refused with its line. An address at a mail provider counts as personal: the house has no oversight of it.
/// </summary>
internal sealed class PopoloRoster(string file, WarningLists warningLists)
{
    private readonly RosterDraft _draft = new(file);
    private readonly Dictionary<string, (string Name, string Kind)> _organisations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal); // of areas and events
    private readonly List<(JsonElement Entry, RosterPlace Place)> _persons = [], _memberships = [];

    /// <exception cref="SerjeantException">With line and reason.</exception>
    public Roster Read(byte[] bytes)
    {
        try
        {
            ReadParts(bytes);
            if (_persons.Count == 0) throw _draft.Refuse(new(1, 1), "No \"persons\": this is no Popolo roster.");
            var attributes = PopoloMemberships.Attributes(_memberships, _organisations, _names, _draft);
            foreach (var (entry, place) in _persons) Add(entry, place, attributes);
        }
        catch (InvalidOperationException e) // an escaped half of a surrogate pair in a key
        {
            throw _draft.Refuse(new(1, 0), "A key is no text.", e);
        }
        catch (JsonException e)
        {
            throw _draft.Refuse(new((e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1), "This is not JSON, or it is nested too deep.", e);
        }
        _draft.House = _organisations.Values.FirstOrDefault(o => o.Kind == "chamber").Name ?? "";
        PopoloHouse.AddOwnDomains(_draft);
        return _draft.ToRoster();
    }

    private void ReadParts(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith(System.Text.Encoding.UTF8.Preamble)) bytes = bytes[3..];
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = 64, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var lines = new LineCounter(bytes);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var part = reader.GetString();
            reader.Read();
            if (part is not ("persons" or "organizations" or "memberships" or "areas" or "events"))
            {
                reader.Skip();
                continue;
            }
            if (reader.TokenType != JsonTokenType.StartArray) throw _draft.Refuse(lines.PlaceOf(reader.TokenStartIndex), $"\"{part}\" is a list in Popolo, and is none here.");
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var place = lines.PlaceOf(reader.TokenStartIndex);
                if (reader.TokenType != JsonTokenType.StartObject) throw _draft.Refuse(place, $"\"{part}\" holds objects in Popolo, and something else here.");
                Keep(part, JsonElement.ParseValue(ref reader), place);
            }
        }
    }

    private void Keep(string part, JsonElement entry, RosterPlace place)
    {
        switch (part)
        {
            case "persons":
                if (_persons.Count == RosterDraft.MaximumPeople) throw _draft.Refuse(place, $"More than {RosterDraft.MaximumPeople} people: this is no roster.");
                _persons.Add((entry, place));
                break;
            case "memberships": _memberships.Add((entry, place)); break;
            case "organizations":
                if (entry.Text("id") is { } id && entry.Text("name") is { } name) _organisations[id] = (name, PopoloMemberships.Kind(entry.Text("classification")));
                break;
            default:
                if (entry.Text("id") is { } area && entry.Text("name") is { } known) _names[area] = known;
                break;
        }
    }

    private void Add(JsonElement entry, RosterPlace place, Dictionary<string, List<PersonAttribute>> attributes)
    {
        var id = entry.Text("id") ?? throw _draft.Refuse(place, "A person without an id.");
        var name = entry.Text("name") ?? throw _draft.Refuse(place, $"The person \"{id}\" has no name.");
        _draft.ClaimId(id, place);
        var otherNames = entry.List("other_names").Select(n => n.Text("name"))
            .OfType<string>().Where(n => n.Length > 0 && n != name).Distinct(StringComparer.Ordinal);
        var addresses = Addresses(entry, id, place);
        _draft.Add(new()
        {
            Id = id,
            Name = name,
            OtherNames = [.. otherNames],
            Official = [.. addresses.Where(a => !warningLists.IsFreemail(a.Domain))],
            Personal = [.. addresses.Where(a => warningLists.IsFreemail(a.Domain))],
            Attributes = attributes.TryGetValue(id, out var known) ? [.. known] : [],
        }, place);
    }

    private ImmutableArray<EmailAddress> Addresses(JsonElement entry, string id, RosterPlace place)
    {
        var texts = entry.List("contact_details").Where(c => c.Text("type") == "email").Select(c => c.Text("value")).Prepend(entry.Text("email"));
        var addresses = ImmutableArray.CreateBuilder<EmailAddress>();
        foreach (var text in texts.OfType<string>().SelectMany(t => t.Split([',', ';', ' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries)))
        {
            if (!EmailAddress.TryParse(text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? text.AsSpan(7) : text, out var address))
                _draft.Remark(place, $"passed over what is no mail address, under \"{id}\"");
            else if (!_draft.ClaimAddress(address, id, place, out var other, out _))
                _draft.Remark(place, $"passed over an address of \"{id}\" that stands under \"{other}\" already");
            else if (!addresses.Any(a => a.Key == address.Key))
                addresses.Add(address);
        }
        return addresses.ToImmutable();
    }

    /// <summary>Lines of places that come in rising order, counted once.</summary>
    private sealed class LineCounter(byte[] bytes)
    {
        private long _line = 1;
        private int _counted;

        public RosterPlace PlaceOf(long position)
        {
            _line += bytes.AsSpan(_counted, (int)position - _counted).Count((byte)'\n');
            _counted = (int)position;
            return new(_line, 0);
        }
    }
}
