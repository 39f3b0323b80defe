namespace Serjeant.Registers.LookAlikes;

/// <summary>Whose name it is.</summary>
public enum ProtectedKind
{
    Body,
    Outlet,
    Correspondent,
    /// <summary>A person's name as a domain: firstname-lastname.example.</summary>
    Person,
}

/// <summary>A name of a host that others may imitate.</summary>
/// <param name="Name">A registrable domain (parliament.example), or for people only a label (jane-hartwell).</param>
/// <param name="Owner">Name of the organisation, or identifier of the person.</param>
/// <param name="Kind">Whose it is.</param>
public sealed record ProtectedName(string Name, string Owner, ProtectedKind Kind);
