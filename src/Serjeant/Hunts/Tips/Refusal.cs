namespace Serjeant.Hunts.Tips;

/// <summary>What could not be used, and why.</summary>
/// <param name="Place">Line of a text, or path in a JSON document.</param>
/// <param name="Text">What stands there; at most 200 characters.</param>
/// <param name="Reason">In words a person can act on, without the text.</param>
public sealed record Refusal(string Place, string Text, string Reason)
{
    /// <summary>Entries alike that this stands for: over 1 only for what is listed by its sort ("relationship").</summary>
    public int Count { get; init; } = 1;

    /// <summary>Only a part of an entry was left out; the rest of it is sought.</summary>
    public bool Partial { get; init; }

    /// <summary>It names nothing to look for (a relationship, an identity): nothing is missed without it.</summary>
    public bool NamesNothing { get; init; }
}
