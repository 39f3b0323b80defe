using System.Collections.Immutable;

namespace Serjeant.Judgement;

/// <summary>A message whose truth is known, as the calibration sees it.</summary>
/// <param name="Codes">Codes of its signals.</param>
/// <param name="Hostile">The truth.</param>
/// <param name="Corpus">Where it comes from; corpora are weighed so that a large one does not drown a small one.</param>
/// <param name="Group">Sender domain: messages of one group are never on both sides of a split.</param>
/// <param name="Place">To find it again.</param>
/// <param name="Importance">How much it counts beside the others when weights are fitted; 1 is the rule.</param>
public sealed record LabelledMessage(ImmutableArray<string> Codes, bool Hostile, string Corpus, string Group, string Place, double Importance = 1);
