namespace Serjeant.Samples;

/// <summary>What a text is filled with: name of the slot to what stands there.</summary>
internal sealed class Slots() : Dictionary<string, string>(StringComparer.Ordinal);
