using Serjeant.Facts;

namespace Serjeant.Signals.Payload;

/// <summary>An attached page builds a file in the browser (T1027.006).</summary>
internal sealed class SmugglingAttachment : IDetector
{
    public string Code => "payload.smuggling";

    public string? Detect(MessageFacts facts, House house)
    {
        return AttachmentSearch.First(facts, AttachmentTraits.HtmlSmuggling);
    }
}
