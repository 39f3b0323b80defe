namespace Serjeant.Samples.People;

/// <summary>The people of the house and the organisations that it knows.</summary>
internal sealed record Roster(
    string House, IReadOnlyList<Person> People, IReadOnlyList<Organisation> Bodies,
    IReadOnlyList<Organisation> Outlets, IReadOnlyList<Organisation> Correspondents, Organisation Alliance)
{
    public const string OurDomain = "parliament.example";

    public IEnumerable<Person> Members => People.Where(p => p.IsMember);

    public IEnumerable<Person> Staff => People.Where(p => p.Role == "staff");

    public IEnumerable<Person> Families => People.Where(p => p.Role == "family");

    public IEnumerable<Person> InAlliance => People.Where(p => p.Of("alliance") is not null);

    public Person? Owner(string address) => People.FirstOrDefault(p => p.Official == address || p.Personal.Contains(address));
}

internal sealed record Organisation(string Name, string Domain, bool Ours = false);
