using Serjeant.Facts;

namespace Serjeant.Signals.Payload;

/// <summary>An attachment's name hides what it is.</summary>
internal sealed class DisguisedName : IDetector
{
    public string Code => "payload.disguised-name";

    public string? Detect(MessageFacts facts, House house)
    {
        return AttachmentSearch.First(facts, AttachmentTraits.DoubleExtension | AttachmentTraits.TypeMismatch);
    }
}
