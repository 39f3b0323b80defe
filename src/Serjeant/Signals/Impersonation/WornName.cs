using Serjeant.Facts;

namespace Serjeant.Signals.Impersonation;

/// <summary>A manner in which a message wears the name of somebody whom we protect; what was found is <see cref="ImitationMaker"/>'s.</summary>
internal sealed class WornName(string manner) : IDetector
{
    public string Code { get; } = "impersonation." + manner;

    public string? Detect(MessageFacts facts, House house)
    {
        foreach (var mask in ImitationMaker.Masks(facts, house))
            if (mask.Code == Code) return mask.Evidence;
        return null;
    }
}
