using Serjeant.Facts;

namespace Serjeant.Signals.Form;

/// <summary>The Message-ID is none by the grammar.</summary>
internal sealed class MalformedMessageId : IDetector
{
    public string Code => "form.malformed-message-id";

    public string? Detect(MessageFacts facts, House house)
    {
        return facts.Has(OddityKind.MalformedMessageId) && !Kinship.IsRelayed(facts) && !facts.Bulk.IsReaction ? "Message-ID" : null;
    }
}
