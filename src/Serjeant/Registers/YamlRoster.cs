using System.Collections.Immutable;
using Serjeant.Values;

namespace Serjeant.Registers;

/// <summary>The house's own form of roster (docs/formats/roster.md).</summary>
internal sealed class YamlRoster(string file)
{
    private static readonly string[] TopKeys = ["house", "people", "bodies", "outlets", "correspondents"];
    private static readonly string[] PersonKeys = ["id", "name", "otherNames", "addresses", "delegates", "attributes"];
    private static readonly string[] AddressKeys = ["official", "personal", "constituency", "party"];
    private static readonly string[] OrganisationKeys = ["name", "otherNames", "domains", "ours"];

    private readonly RosterDraft _draft = new(file);

    /// <exception cref="SerjeantException">With line, column and reason.</exception>
    public Roster Read(string text)
    {
        using var reader = new StringReader(text);
        var yaml = new YamlEvents(reader, _draft);
        yaml.Begin();
        yaml.Mapping("the roster", TopKeys, key =>
        {
            switch (key)
            {
                case "house": _draft.House = yaml.Text("house").Value; break;
                case "people": yaml.Sequence("people", () => ReadPerson(yaml)); break;
                case "bodies": yaml.Sequence(key, () => _draft.Bodies.Add(ReadOrganisation(yaml))); break;
                case "outlets": yaml.Sequence(key, () => _draft.Outlets.Add(ReadOrganisation(yaml))); break;
                default: yaml.Sequence(key, () => _draft.Correspondents.Add(ReadOrganisation(yaml))); break;
            }
        });
        yaml.End();
        return _draft.ToRoster();
    }

    private void ReadPerson(YamlEvents yaml)
    {
        var place = yaml.Place;
        YamlText? id = null, name = null;
        List<YamlText> otherNames = [], delegates = [];
        var addresses = AddressKeys.ToDictionary(k => k, _ => new List<YamlText>(), StringComparer.Ordinal);
        var attributes = ImmutableArray.CreateBuilder<PersonAttribute>();
        yaml.Mapping("a person", PersonKeys, key =>
        {
            switch (key)
            {
                case "id": id = yaml.Text(key); break;
                case "name": name = yaml.Text(key); break;
                case "otherNames": otherNames = yaml.Texts(key); break;
                case "addresses": yaml.OptionalMapping(key, AddressKeys, kind => addresses[kind].AddRange(yaml.Texts(kind))); break;
                case "delegates": delegates = yaml.Texts(key); break;
                default: yaml.OptionalMapping(key, null, attribute => attributes.AddRange(yaml.Texts(attribute).Select(v => new PersonAttribute(attribute, v.Value)))); break;
            }
        });
        if (id is not { } known) throw _draft.Refuse(place, "A person without an id.");
        if (name is null) throw _draft.Refuse(place, $"The person \"{known.Value}\" has no name.");
        if (!IsId(known.Value)) throw _draft.Refuse(known.Place, $"\"{known.Value}\" is no id: letters, digits, dot, underscore and hyphen only, 64 at most.");
        _draft.ClaimId(known.Value, known.Place);
        _draft.Add(new()
        {
            Id = known.Value,
            Name = name.Value.Value,
            OtherNames = [.. otherNames.Select(n => n.Value)],
            Official = Addresses(addresses["official"], known.Value),
            Personal = Addresses(addresses["personal"], known.Value),
            Constituency = Addresses(addresses["constituency"], known.Value),
            Party = Addresses(addresses["party"], known.Value),
            Delegates = [.. delegates.Select(Address)],
            Attributes = attributes.ToImmutable(),
        }, place);
    }

    private ImmutableArray<EmailAddress> Addresses(List<YamlText> texts, string person)
    {
        var addresses = ImmutableArray.CreateBuilder<EmailAddress>(texts.Count);
        foreach (var text in texts)
        {
            var address = Address(text);
            if (!_draft.ClaimAddress(address, person, text.Place, out var other, out var place))
                throw _draft.Refuse(text.Place, $"The address {address} stands under \"{other}\" already, on line {place.Line}: an address belongs to one person.");
            addresses.Add(address);
        }
        return addresses.ToImmutable();
    }

    private EmailAddress Address(YamlText text) =>
        EmailAddress.TryParse(text.Value, out var address) ? address : throw _draft.Refuse(text.Place, $"\"{text.Value}\" is no mail address.");

    private Organisation ReadOrganisation(YamlEvents yaml)
    {
        var place = yaml.Place;
        YamlText? name = null;
        List<YamlText> otherNames = [], domains = [];
        var ours = false;
        yaml.Mapping("an organisation", OrganisationKeys, key =>
        {
            switch (key)
            {
                case "name": name = yaml.Text(key); break;
                case "otherNames": otherNames = yaml.Texts(key); break;
                case "domains": domains = yaml.Texts(key); break;
                default: ours = yaml.Flag(key); break;
            }
        });
        if (name is not { } known) throw _draft.Refuse(place, "An organisation without a name.");
        return new(known.Value, [.. otherNames.Select(n => n.Value)], [.. domains.Select(Domain)], ours);
    }

    private DomainName Domain(YamlText text) =>
        DomainName.TryParse(text.Value, out var domain) && domain.Name.Contains('.', StringComparison.Ordinal)
            ? domain
            : throw _draft.Refuse(text.Place, $"\"{text.Value}\" is no domain: write it as in parliament.example, without @, scheme or path.");

    private static bool IsId(string id)
    {
        if (id.Length > 64) return false;
        foreach (var c in id)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '_' or '-')) return false;
        return true;
    }
}
