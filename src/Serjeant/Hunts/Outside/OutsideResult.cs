using System.Collections.Immutable;
using Serjeant.Sources;

namespace Serjeant.Hunts.Outside;

/// <summary>What hunting through mail outside gave.</summary>
/// <param name="Places">Where a message lies, by its number in the result.</param>
/// <param name="Unreadable">What could not be read, at most 10,000.</param>
/// <param name="Bytes">Bytes of messages read.</param>
public sealed record OutsideResult(HuntResult Result, Func<uint, IReadOnlyList<MessagePlace>> Places, ImmutableArray<Unreadable> Unreadable, long Bytes);
