using Serjeant.Facts;

namespace Serjeant.Signals.Payload;

/// <summary>An archive within an archive.</summary>
internal sealed class NestedArchive : IDetector
{
    public string Code => "payload.nested-archive";

    public string? Detect(MessageFacts facts, House house)
    {
        return AttachmentSearch.First(facts, AttachmentTraits.NestedArchive);
    }
}
