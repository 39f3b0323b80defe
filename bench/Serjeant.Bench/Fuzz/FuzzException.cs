namespace Serjeant.Bench.Fuzz;

/// <summary>A target's own rule was broken: nothing was thrown, but what came out is wrong.</summary>
internal sealed class FuzzException(string message) : Exception(message);
