using System.Text;
using CsCheck;
using Serjeant.Registers;
using Xunit;

namespace Serjeant.Tests.Registers;

public sealed class RosterReaderTests
{
    private static readonly RosterReader Reader = new(WarningLists.Load());

    [Fact]
    public void A_roster_in_yaml_gives_people_with_names_addresses_and_attributes()
    {
        var roster = Reader.Read(RegistersMaterial.Sample("house.yaml"));
        Assert.Equal("The House of Example", roster.House);
        Assert.Equal(["p001", "p002", "p003", "p004"], roster.People.Select(p => p.Id));
        var amelia = roster.People[0];
        Assert.Equal("Rt Hon Amelia Hartwell", amelia.Name);
        Assert.Equal(["Amy Hartwell"], amelia.OtherNames);
        Assert.Equal("amelia.hartwell@parliament.example", amelia.Official.Single().Key);
        Assert.Equal("amelia@hartwell-home.example", amelia.Personal.Single().Key);
        Assert.Equal(
            ["role: member", "party: Harbour Party", "committees: Foreign Affairs", "committees: Defence", "alliance: Alliance on Open Seas"],
            amelia.Attributes.Select(a => a.ToString()));
    }

    [Fact]
    public void One_address_may_stand_without_list_marks_and_a_person_may_have_none()
    {
        var roster = Reader.Read(RegistersMaterial.Sample("house.yaml"));
        Assert.Equal("lukasz.ost@parliament.example", roster.People[1].Official.Single().Key);
        Assert.Empty(roster.People[2].Official);
    }

    [Fact]
    public void Mailboxes_of_constituency_and_party_are_the_persons_own_and_those_of_delegates_are_not()
    {
        var roster = Reader.Read(RegistersMaterial.Sample("house.yaml"));
        var ines = roster.People[3];
        Assert.Equal(["office@ines-solberg.example", "i.solberg@harbour-party.example"], ines.Mailboxes.Select(m => m.Key));
        Assert.Equal(3, roster.IndexOf(ines.Party.Single()));
        Assert.Equal(3, roster.IndexOf(ines.Constituency.Single()));
        Assert.True(ines.IsDelegate(ines.Delegates[1]));
        Assert.Equal(-1, roster.IndexOf(ines.Delegates[1]));
        Assert.False(roster.People[0].IsDelegate(ines.Delegates[1]));
    }

    [Fact]
    public void Bodies_outlets_and_correspondents_have_their_domains_and_our_own_is_known()
    {
        var roster = Reader.Read(RegistersMaterial.Sample("house.yaml"));
        Assert.Equal(["parliament.example"], roster.OwnDomains.Select(d => d.Name));
        Assert.Equal(["The House"], roster.Bodies.Single().OtherNames);
        Assert.Equal("meridianpost.example", roster.Outlets.Single().Domains.Single().Name);
        Assert.Equal("Port Authority", roster.Correspondents.Single().Name);
        Assert.Empty(roster.Remarks);
    }

    [Theory]
    [InlineData("houze: X\n", 1, "unknown", "Did you mean \"house\"?")]
    [InlineData("people:\n  - id: a\n    name: A\n    adresses: {}\n", 4, "unknown", "Did you mean \"addresses\"?")]
    [InlineData("people:\n  - {id: a, name: A}\n  - {id: a, name: B}\n", 3, "taken already, on line 2", "")]
    [InlineData("people:\n  - id: a\n    name: A\n    addresses:\n      official: [not an address]\n", 5, "no mail address", "")]
    [InlineData("people:\n  - {id: a, name: A, addresses: {official: [x@y.example]}}\n  - {id: b, name: B, addresses: {personal: [X@Y.example]}}\n", 3, "stands under \"a\" already, on line 2", "")]
    [InlineData("people:\n  - {id: a, name: A, delegates: nobody}\n", 2, "no mail address", "")]
    [InlineData("people:\n  - {id: a, name: A, addresses: {home: x@y.example}}\n", 2, "unknown", "")]
    [InlineData("bodies:\n  - name: B\n    domains: [\"http://b.example/\"]\n", 3, "no domain", "")]
    [InlineData("bodies:\n  - name: B\n    domains: [localhost]\n", 3, "no domain", "")]
    [InlineData("bodies:\n  - name: B\n    ours: yes\n", 3, "true or false", "")]
    [InlineData("people:\n  - id: a\n    name: \"\"\n", 3, "A name is empty", "")]
    [InlineData("people:\n  - id: a\n", 2, "has no name", "")]
    [InlineData("people:\n  - name: A\n", 2, "without an id", "")]
    [InlineData("people:\n  - {id: a b, name: A}\n", 2, "is no id", "")]
    [InlineData("people:\n  id: a\n", 2, "Expected a list", "")]
    [InlineData("people:\n  - a\n", 2, "Expected a person", "")]
    [InlineData("people:\n  - id: a\n    name: [A, B]\n", 3, "Expected one text", "")]
    [InlineData("people:\n  - id: a\n    name: A\n    name: B\n", 4, "stands on line 3 already", "")]
    [InlineData("house: &x X\npeople:\n  - {id: a, name: *x}\n", 3, "not read in a roster", "")]
    [InlineData("house: X\n---\nhouse: Y\n", 2, "second document", "")]
    [InlineData("house: X\npeople: \"a\n", 2, "not YAML", "")]
    [InlineData("- a\n", 1, "Expected the roster", "")]
    [InlineData("", 1, "empty", "")]
    [InlineData("# nothing\n", 1, "empty", "")]
    public void A_bad_roster_is_refused_with_its_line_and_reason(string text, int line, string reason, string hint)
    {
        var e = Refused(Encoding.UTF8.GetBytes(text), "roster.yaml");
        Assert.StartsWith($"roster.yaml:{line}", e.Place, StringComparison.Ordinal);
        Assert.StartsWith(e.Place + ": ", e.Message, StringComparison.Ordinal);
        Assert.Contains(reason, e.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(hint, e.Message, StringComparison.Ordinal);
        Assert.False(e.RetryHelps);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused_with_their_line()
    {
        var e = Refused([.. "house: X\npeople:\n  - {id: a, name: "u8, 0xE9, .. "}\n"u8], "roster.yaml");
        Assert.Equal("roster.yaml:3", e.Place);
    }

    [Fact]
    public void A_byte_order_mark_does_no_harm()
    {
        var path = Written([0xEF, 0xBB, 0xBF, .. "house: X\n"u8], "bom.yaml");
        Assert.Equal("X", Reader.Read(path).House);
    }

    [Fact]
    public void A_roster_that_is_not_there_is_refused_by_its_path()
    {
        var e = Assert.Throws<SerjeantException>(() => Reader.Read(RegistersMaterial.Sample("absent.yaml")));
        Assert.Contains("no such roster", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("house.yaml")]
    [InlineData("house.popolo.json")]
    public void A_roster_with_bytes_changed_at_random_is_read_or_refused_and_never_fails_otherwise(string sample)
    {
        var whole = File.ReadAllBytes(RegistersMaterial.Sample(sample));
        var folder = Directory.CreateTempSubdirectory("serjeant-roster-").FullName;
        var count = 0;
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Int[0, whole.Length]).Array[1, 4].Sample(changes =>
        {
            var bytes = (byte[])whole.Clone();
            foreach (var (at, value, _) in changes) bytes[at] = value;
            var path = Path.Combine(folder, $"{Interlocked.Increment(ref count)}.roster");
            File.WriteAllBytes(path, bytes[..Math.Max(changes[0].Item3, 1)]);
            try
            {
                Reader.Read(path);
            }
            catch (SerjeantException e)
            {
                Assert.Contains(".roster:", e.Place, StringComparison.Ordinal);
            }
        }, iter: 1000);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Deep_nesting_is_refused_and_does_not_overflow() =>
        Assert.NotNull(Refused(Encoding.UTF8.GetBytes("people: " + new string('[', 20_000)), "deep.yaml"));

    [Fact]
    public void Memberships_in_popolo_become_attributes_under_sensible_keys()
    {
        var roster = Reader.Read(RegistersMaterial.Sample("house.popolo.json"));
        Assert.Equal("House of Example", roster.House);
        Assert.Equal(
            ["chamber: House of Example", "party: Harbour Party", "role: member", "area: North Coast", "term: Second Parliament", "term: term/3",
             "committee: Foreign Affairs", "role: chair", "faction: Friends of the Sea"],
            roster.People[0].Attributes.Select(a => a.ToString()));
        Assert.Equal(["Amy Hartwell"], roster.People[0].OtherNames);
    }

    [Fact]
    public void What_is_untidy_in_popolo_is_passed_over_with_a_remark()
    {
        var roster = Reader.Read(RegistersMaterial.Sample("house.popolo.json"));
        Assert.Equal(["amelia@parliament.example", "amelia@harbour.example"], roster.People[0].Official.Select(a => a.Key));
        Assert.Empty(roster.People[2].Official);
        Assert.Contains("house.popolo.json:11: passed over what is no mail address, under \"b2\"", roster.Remarks);
        Assert.Contains("house.popolo.json:16: passed over an address of \"c3\" that stands under \"a1\" already", roster.Remarks);
    }

    [Fact]
    public void An_address_at_a_mail_provider_is_personal_in_popolo() =>
        Assert.Equal("amelia.hartwell@gmail.com", Reader.Read(RegistersMaterial.Sample("house.popolo.json")).People[0].Personal.Single().Key);

    [Theory]
    [InlineData("{\"persons\": [\n{\"id\": \"a\", \"name\": \"A\"},\n{\"id\": \"a\", \"name\": \"B\"}]}", 3, "taken already")]
    [InlineData("{\"persons\": [\n{\"id\": \"a\"}]}", 2, "no name")]
    [InlineData("{\"persons\": [\n{\"name\": \"A\"}]}", 2, "without an id")]
    [InlineData("{\"persons\":\n{}}", 2, "is a list")]
    [InlineData("{\"persons\": [\n7]}", 2, "holds objects")]
    [InlineData("{\"people\": []}", 1, "no Popolo")]
    [InlineData("{\"persons\": [\n{\"id\": }]}", 2, "not JSON")]
    [InlineData("{\"persons\": [\n{\"id\": \"\\ud800\", \"name\": \"A\"}]}", 2, "without an id")]
    public void A_broken_popolo_file_is_refused_with_its_line(string text, int line, string reason)
    {
        var e = Refused(Encoding.UTF8.GetBytes(text), "house.json");
        Assert.StartsWith($"house.json:{line}", e.Place, StringComparison.Ordinal);
        Assert.Contains(reason, e.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Every_real_legislature_of_the_shared_rosters_reads()
    {
        var files = Directory.GetFiles(RegistersMaterial.Shared("registers/rosters"), "*.popolo.json");
        Assert.Equal(15, files.Length);
        Assert.All(files, file =>
        {
            var roster = Reader.Read(file);
            Assert.True(roster.People.Length > 100, file);
            Assert.NotEmpty(roster.House);
            Assert.All(roster.People, p => Assert.Contains(p.Attributes, a => a.Key == "party"));
            Assert.All(roster.People.SelectMany(p => p.Official), a => Assert.NotNull(roster.Find(a)));
        });
    }

    [Fact]
    public void The_houses_own_domains_show_in_the_members_addresses()
    {
        var folder = RegistersMaterial.Shared("registers/rosters");
        Assert.Equal(["parliament.uk"], Reader.Read(Path.Combine(folder, "uk-commons.popolo.json")).OwnDomains.Select(d => d.Name));
        Assert.Equal(["dekamer.be", "lachambre.be"], Reader.Read(Path.Combine(folder, "belgium-representatives.popolo.json")).OwnDomains.Select(d => d.Name).Order(StringComparer.Ordinal));
    }

    private static SerjeantException Refused(byte[] bytes, string name)
    {
        var path = Written(bytes, name);
        return Assert.Throws<SerjeantException>(() => Reader.Read(path));
    }

    private static string Written(byte[] bytes, string name)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("serjeant-roster-").FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
