using Serjeant.Facts;

namespace Serjeant.Signals.Payload;

/// <summary>Hardly any text, and a file to open.</summary>
internal sealed class FewWordsOneFile : IDetector
{
    public string Code => "payload.few-words";

    public string? Detect(MessageFacts facts, House house)
    {
        return facts.Attachments.Length > 0 && facts.Content.VisibleText.Length < 200 && !facts.Bulk.IsReaction && !facts.Thread.Claimed && facts.Bulk.Kind != MessageKind.Calendar
            ? AttachmentSearch.First(facts, ~AttachmentTraits.None) ?? AttachmentSearch.Word(facts.Attachments[0])
            : null;
    }
}
