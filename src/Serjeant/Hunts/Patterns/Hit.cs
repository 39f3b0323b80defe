namespace Serjeant.Hunts.Patterns;

/// <summary>A message that answers something.</summary>
/// <param name="Number">In the index.</param>
/// <param name="Date">Null where it tells none: it then answers nothing that asks for an order or a span of time.</param>
public readonly record struct Hit(uint Number, DateTimeOffset? Date);
