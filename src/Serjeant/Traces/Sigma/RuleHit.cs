using System.Collections.Immutable;

namespace Serjeant.Traces.Sigma;

/// <summary>A rule fired on a line.</summary>
/// <param name="Time">Null where the line has none.</param>
/// <param name="Client">As logged, cut.</param>
/// <param name="Line">Of its file, from 1.</param>
/// <param name="Fields">What the rule looked at and found, cut; a keyword found somewhere in the line shows nothing.</param>
public sealed record RuleHit(SigmaRule Rule, DateTimeOffset? Time, string Client, long Line, ImmutableArray<RuleHit.Field> Fields)
{
    /// <summary>What the server answered; empty where not logged.</summary>
    public string Status { get; init; } = "";

    /// <summary>Path and query that were asked for, or the name, cut.</summary>
    public string Request { get; init; } = "";

    /// <param name="Name">As the rule names it.</param>
    /// <param name="Value">As logged, cut.</param>
    public readonly record struct Field(string Name, string Value);
}
