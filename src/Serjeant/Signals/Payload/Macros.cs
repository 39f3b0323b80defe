using Serjeant.Facts;

namespace Serjeant.Signals.Payload;

/// <summary>A document with macros.</summary>
internal sealed class Macros : IDetector
{
    public string Code => "payload.macros";

    public string? Detect(MessageFacts facts, House house)
    {
        return AttachmentSearch.First(facts, AttachmentTraits.Macros);
    }
}
