using System.Collections.Immutable;

namespace Serjeant.Hunts.Patterns;

/// <summary>
/// What several messages must show together (STIX 2.1, section 9: observation expressions; one observation is one message). A closed family:
/// <see cref="Observation"/>, <see cref="Together"/>, <see cref="Either"/>, <see cref="Sequence"/>, <see cref="Within"/>, <see cref="Repeated"/>, <see cref="During"/>.
/// </summary>
public abstract record Query
{
    private protected Query()
    {
    }
}

/// <summary>[ ... ]: one message.</summary>
public sealed record Observation(Condition Condition) : Query;

/// <summary>AND: all of them, each by a message of its own.</summary>
public sealed record Together(ImmutableArray<Query> Parts) : Query;

/// <summary>OR.</summary>
public sealed record Either(ImmutableArray<Query> Parts) : Query;

/// <summary>FOLLOWEDBY: the second not earlier than the first, by other messages.</summary>
public sealed record Sequence(Query First, Query Then) : Query;

/// <summary>WITHIN: between the first and the last message lies no more than this.</summary>
public sealed record Within(Query Of, TimeSpan Span) : Query;

/// <summary>REPEATS: so many times, by different messages.</summary>
public sealed record Repeated(Query Of, int Times) : Query;

/// <summary>START STOP: from the first time on and before the second.</summary>
public sealed record During(Query Of, DateTimeOffset Start, DateTimeOffset Stop) : Query;
