using Serjeant.Facts;

namespace Serjeant.Signals.Payload;

/// <summary>An archive holds a program.</summary>
internal sealed class ArchivedProgram : IDetector
{
    public string Code => "payload.archived-program";

    public string? Detect(MessageFacts facts, House house)
    {
        return AttachmentSearch.First(facts, AttachmentTraits.ArchiveHoldsProgram);
    }
}
