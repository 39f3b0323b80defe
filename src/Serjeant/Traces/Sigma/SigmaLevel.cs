namespace Serjeant.Traces.Sigma;

/// <summary>How much a hit means, as the rule's author sees it; in the order of weight.</summary>
public enum SigmaLevel : byte
{
    Informational,
    Low,
    Medium,
    High,
    Critical,
}
