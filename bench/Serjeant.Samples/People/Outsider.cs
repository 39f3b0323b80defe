namespace Serjeant.Samples.People;

/// <summary>Somebody who is not on the roster.</summary>
internal sealed record Outsider(string Name, string First, string Address, MailProgram Program, string? Organisation = null)
{
    public string Domain => Address[(Address.IndexOf('@', StringComparison.Ordinal) + 1)..];
}
