using Serjeant.Facts;

namespace Serjeant.Signals.Form;

/// <summary>No Message-ID, which every ordinary mail program writes.</summary>
internal sealed class NoMessageId : IDetector
{
    public string Code => "form.no-message-id";

    public string? Detect(MessageFacts facts, House house)
    {
        return facts.Has(OddityKind.NoMessageId) && !Kinship.IsRelayed(facts) && !facts.Bulk.IsReaction ? "Message-ID" : null;
    }
}
