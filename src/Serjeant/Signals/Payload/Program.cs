using Serjeant.Facts;

namespace Serjeant.Signals.Payload;

/// <summary>A program, script, shortcut, disk image or notebook is attached.</summary>
internal sealed class Program : IDetector
{
    public string Code => "payload.program";

    public string? Detect(MessageFacts facts, House house)
    {
        return AttachmentSearch.First(facts, AttachmentTraits.Program | AttachmentTraits.Script | AttachmentTraits.Shortcut | AttachmentTraits.DiskImage | AttachmentTraits.OneNote);
    }
}
