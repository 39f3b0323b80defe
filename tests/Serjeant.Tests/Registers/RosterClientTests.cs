using Serjeant.Registers;
using Xunit;

namespace Serjeant.Tests.Registers;

/// <summary>What a roster says of machines and networks.</summary>
public sealed class RosterClientTests
{
    [Fact]
    public void Clients_networks_and_scanners_are_read()
    {
        var roster = Read("""
            people:
              - {id: a, name: Ann, clients: [AHartwell, 192.0.2.17, "2001:DB8:0::7", PC042.house.example, 42]}
            networks: [192.0.2.0/24, "2001:db8:40::/48"]
            scanners: 198.51.100.7
            """);
        Assert.Equal(["ahartwell", "192.0.2.17", "2001:db8::7", "pc042.house.example", "42"], roster.People[0].Clients);
        Assert.Equal(["192.0.2.0/24", "2001:db8:40::/48"], roster.Networks.Select(n => n.ToString()));
        Assert.Equal(["198.51.100.7/32"], roster.Scanners.Select(n => n.ToString()));
        Assert.Equal(roster.Networks, roster.WithAllowed([("a", new("ann", default))]).Networks);
    }

    [Theory]
    [InlineData("networks: [192.0.2.7/99]", "roster.yaml:1:12: \"192.0.2.7/99\" is no network")]
    [InlineData("networks: [house.example]", "roster.yaml:1:12: \"house.example\" is no network")]
    [InlineData("people:\n  - {id: a, name: Ann, clients: [x]}\n  - {id: b, name: Bo, clients: [X]}", "roster.yaml:3:33: The client \"x\" stands under \"a\" already, on line 2")]
    [InlineData("people:\n  - {id: a, name: Ann, clients: [192.0.2.0/24]}", "roster.yaml:2:34: \"192.0.2.0/24\" is no client")]
    public void What_cannot_be_is_refused_with_its_place(string text, string reason) =>
        Assert.StartsWith(reason, Assert.Throws<SerjeantException>(() => Read(text)).Message, StringComparison.Ordinal);

    private static Roster Read(string text)
    {
        var folder = Directory.CreateTempSubdirectory("serjeant-roster");
        try
        {
            var path = Path.Combine(folder.FullName, "roster.yaml");
            File.WriteAllText(path, text);
            return new RosterReader(WarningLists.Load()).Read(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
