using System.Collections.Immutable;
using System.Net;
using Serjeant.Values;

namespace Serjeant.Registers;

/// <summary>The house's own form of roster (docs/formats/roster.md).</summary>
internal sealed class YamlRoster(string file)
{
    private static readonly string[] TopKeys = ["house", "people", "bodies", "outlets", "correspondents", "networks", "scanners"];
    private static readonly string[] PersonKeys = ["id", "name", "otherNames", "addresses", "delegates", "clients", "attributes"];
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
                case "networks": _draft.Networks.AddRange(yaml.Texts(key).Select(Network)); break;
                case "scanners": _draft.Scanners.AddRange(yaml.Texts(key).Select(Network)); break;
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
        List<YamlText> otherNames = [], delegates = [], clients = [];
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
                case "clients": clients = yaml.Texts(key); break;
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
            Clients = [.. clients.Select(c => Client(c, known.Value))],
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

    /// <summary>An address in its shortest spelling, or a name, in lower case.</summary>
    private string Client(YamlText text, string person)
    {
        // A number alone is no address, though it can be read as one.
        var client = text.Value.AsSpan().IndexOfAny('.', ':') >= 0 && IPAddress.TryParse(text.Value, out var address) ? address.ToString() : text.Value.ToLowerInvariant();
        if (client.Length > 255 || client.Contains(' ', StringComparison.Ordinal) || client.Contains('/', StringComparison.Ordinal))
            throw _draft.Refuse(text.Place, $"\"{text.Value}\" is no client: write a user name, one IP address, or the name of a machine.");
        _draft.ClaimClient(client, person, text.Place);
        return client;
    }

    private IPNetwork Network(YamlText text)
    {
        if (IPNetwork.TryParse(text.Value, out var network)) return network;
        if (IPAddress.TryParse(text.Value, out var address)) return new(address, address.GetAddressBytes().Length * 8);
        throw _draft.Refuse(text.Place, $"\"{text.Value}\" is no network: write it as in 192.0.2.0/24 or 2001:db8::/48, with nothing behind the prefix.");
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
