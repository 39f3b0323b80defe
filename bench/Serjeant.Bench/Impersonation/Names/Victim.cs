using Serjeant.Registers;

namespace Serjeant.Bench.Impersonation.Names;

/// <summary>Somebody of a roster whose name can be worn.</summary>
internal sealed class Victim(Person person)
{
    public Person Person { get; } = person;

    /// <summary>Names by script, the Latin one first; at most one of each that the roster holds.</summary>
    public List<NameForm> Forms { get; } = [];

    /// <summary>A name that the roster was made to forget: the attacker knows it, the house does not.</summary>
    public NameForm? Unlisted { get; set; }

    public NameForm? Latin => Forms.FirstOrDefault(f => f.Script == Script.Latin);

    public string Address => Person.Official.Length > 0 ? Person.Official[0].Key : "";

    public string Mailbox => Address.Split('@')[0];
}
