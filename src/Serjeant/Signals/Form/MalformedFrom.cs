using Serjeant.Facts;

namespace Serjeant.Signals.Form;

/// <summary>From is no mail address.</summary>
internal sealed class MalformedFrom : IDetector
{
    public string Code => "form.malformed-from";

    public string? Detect(MessageFacts facts, House house)
    {
        return facts.Has(OddityKind.MalformedFrom) && !Kinship.IsRelayed(facts) && !facts.Bulk.IsReaction ? "From" : null;
    }
}
