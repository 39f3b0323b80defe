using System.Globalization;
using Serjeant.Samples.People;

namespace Serjeant.Samples.Traces;

/// <summary>Whose machines are in the house's logs, and what they are called there.</summary>
internal sealed class Monitored(Roster roster, HashSet<string> without)
{
    public const string Gateway = "192.0.2.25", Outside = "192.0.2.1", Resolver = "10.20.0.2";

    private readonly List<Person> people = [.. roster.People.Where(p => p.Official is not null)];

    public static IReadOnlyList<string> Networks => [$"networks: [10.20.0.0/16, 192.0.2.0/24]", $"scanners: [\"{Gateway}\"]"];

    public IReadOnlyList<Person> People => [.. people.Where(Has)];

    /// <summary>Some work without a machine of the house.</summary>
    public bool Has(Person person) => person.Official is not null && !without.Contains(person.Id);

    public string Address(Person person)
    {
        var number = people.IndexOf(person);
        return string.Create(CultureInfo.InvariantCulture, $"10.20.{1 + (number / 200)}.{10 + (number % 200)}");
    }

    public static string User(Person person) => person.Official!.Split('@')[0].Replace(".", "", StringComparison.Ordinal);

    public IReadOnlyList<string> Clients(Person person) => Has(person) ? [User(person), Address(person)] : [];
}
