using Serjeant.Facts;

namespace Serjeant.Signals.Payload;

/// <summary>A web page as a file, which opens outside the mail program's protection.</summary>
internal sealed class HtmlAttachment : IDetector
{
    public string Code => "payload.html-attachment";

    public string? Detect(MessageFacts facts, House house)
    {
        return AttachmentSearch.First(facts, AttachmentTraits.Html | AttachmentTraits.Svg);
    }
}
