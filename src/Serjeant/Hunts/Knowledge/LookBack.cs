using System.Collections.Immutable;

namespace Serjeant.Hunts.Knowledge;

/// <summary>Mail outside a campaign, suspected of nothing so far, that has something of the campaign's own.</summary>
/// <param name="Thing">What was learned.</param>
/// <param name="Messages">Messages judged ordinary that have it.</param>
/// <param name="People">Identifiers of people on the roster who received them.</param>
/// <param name="First">Null where none has a date.</param>
public sealed record LookBackFind(KnownThing Thing, int Messages, ImmutableArray<string> People, DateTimeOffset? First, DateTimeOffset? Last);

/// <summary>What looking back with new knowledge gave.</summary>
/// <param name="Finds">What most of that mail has first.</param>
/// <param name="Learned">New things that were looked for.</param>
/// <param name="Silent">Of these, in so much mail that they tell nothing.</param>
/// <param name="Messages">Different messages found.</param>
/// <param name="People">Different people who received them.</param>
public sealed record LookBack(ImmutableArray<LookBackFind> Finds, int Learned, int Silent, int Messages, int People)
{
    public static LookBack Nothing { get; } = new([], 0, 0, 0, 0);
}
