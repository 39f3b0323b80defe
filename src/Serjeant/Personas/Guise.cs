using System.Collections.Immutable;
using Serjeant.Values;

namespace Serjeant.Personas;

/// <summary>What a message that wears somebody's name shows beside the name. Kept for such messages only (docs/personas.md says what and why).</summary>
/// <param name="Message">Which message.</param>
/// <param name="Signature">The lines under its text that hold the name worn, digits as "#", lines parted by " / ", at most 300 characters; empty where there is none.</param>
/// <param name="Claims">What it claims, by kind ("private address"), each once, as data/words/persona-claims.txt names them.</param>
public sealed record Guise(Sha256 Message, string Signature, ImmutableArray<string> Claims);
