using Serjeant.Facts;

namespace Serjeant.Signals.Payload;

/// <summary>A document loads something from elsewhere when opened (T1221).</summary>
internal sealed class ExternalReference : IDetector
{
    public string Code => "payload.external-reference";

    public string? Detect(MessageFacts facts, House house)
    {
        return AttachmentSearch.First(facts, AttachmentTraits.ExternalReference);
    }
}
