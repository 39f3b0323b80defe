using System.Collections.Immutable;
using System.Net;
using Serjeant.Values;

namespace Serjeant.Registers;

/// <summary>A line and column of a roster file, from 1; column 0 where only the line is known.</summary>
internal readonly record struct RosterPlace(long Line, long Column);

/// <summary>A roster while it is read: knows what stood where, and refuses what cannot be.</summary>
internal sealed class RosterDraft(string file)
{
    /// <summary>More people than any parliament with its staff and families; what is larger is not a roster.</summary>
    public const int MaximumPeople = 500_000;

    private readonly ImmutableArray<Person>.Builder _people = ImmutableArray.CreateBuilder<Person>();
    private readonly ImmutableArray<string>.Builder _remarks = ImmutableArray.CreateBuilder<string>();
    private readonly Dictionary<string, RosterPlace> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Person, RosterPlace Place)> _addresses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Person, RosterPlace Place)> _clients = new(StringComparer.Ordinal);

    public string House { get; set; } = "";

    public List<Organisation> Bodies { get; } = [];

    public List<Organisation> Outlets { get; } = [];

    public List<Organisation> Correspondents { get; } = [];

    public List<IPNetwork> Networks { get; } = [];

    public List<IPNetwork> Scanners { get; } = [];

    public IReadOnlyList<Person> People => _people;

    public Roster ToRoster() => new(House, _people.ToImmutable(), [.. Bodies], [.. Outlets], [.. Correspondents]) { Networks = [.. Networks], Scanners = [.. Scanners], Remarks = _remarks.ToImmutable() };

    public SerjeantException Refuse(RosterPlace place, string reason, Exception? inner = null)
    {
        var at = place.Column > 0 ? $"{file}:{place.Line}:{place.Column}" : $"{file}:{place.Line}";
        return new($"{at}: {reason}", retryHelps: false, inner) { Place = at };
    }

    /// <summary>Notes something that was passed over in a file that others made.</summary>
    public void Remark(RosterPlace place, string what)
    {
        if (_remarks.Count < 1000) _remarks.Add($"{file}:{place.Line}: {what}");
    }

    public void ClaimId(string id, RosterPlace place)
    {
        if (!_ids.TryAdd(id, place)) throw Refuse(place, $"The id \"{id}\" is taken already, on line {_ids[id].Line}: every person has one of his own.");
    }

    /// <summary>Takes an address for a person; false where another person has it (who is named in <paramref name="other"/>).</summary>
    public bool ClaimAddress(EmailAddress address, string person, RosterPlace place, out string other, out RosterPlace otherPlace)
    {
        (other, otherPlace) = (person, place);
        if (_addresses.TryAdd(address.Key, (person, place))) return true;
        (other, otherPlace) = _addresses[address.Key];
        return other == person;
    }

    /// <summary>The same for a client: what several people use tells of nobody.</summary>
    public void ClaimClient(string client, string person, RosterPlace place)
    {
        if (!_clients.TryAdd(client, (person, place)) && _clients[client].Person != person)
            throw Refuse(place, $"The client \"{client}\" stands under \"{_clients[client].Person}\" already, on line {_clients[client].Place.Line}: what several people use tells of nobody.");
    }

    public void Add(Person person, RosterPlace place)
    {
        if (_people.Count == MaximumPeople) throw Refuse(place, $"More than {MaximumPeople} people: this is no roster.");
        _people.Add(person);
    }
}
