using System.Collections.Immutable;

namespace Serjeant.Traces.Sigma;

/// <summary>What a rule says of itself. Licences of rules ask that its author is named wherever a hit is shown.</summary>
/// <param name="Id">As its author gave it; empty where he gave none.</param>
/// <param name="Source">Which logs it is asked about.</param>
/// <param name="Techniques">ATT&amp;CK techniques, upper case (T1190, T1505.003).</param>
/// <param name="Remarks">What of it could not be used, in words; empty where all could.</param>
/// <param name="Place">File it came from, with the line.</param>
public sealed record SigmaRule(
    string Id,
    string Title,
    SigmaLevel Level,
    string Author,
    LogSource Source,
    ImmutableArray<string> Tags,
    ImmutableArray<string> Techniques,
    ImmutableArray<string> References,
    ImmutableArray<string> Remarks,
    string Place);
