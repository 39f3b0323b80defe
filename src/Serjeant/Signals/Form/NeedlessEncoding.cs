using Serjeant.Facts;

namespace Serjeant.Signals.Form;

/// <summary>Plain text wrapped in base64 without need.</summary>
internal sealed class NeedlessEncoding : IDetector
{
    public string Code => "form.needless-encoding";

    public string? Detect(MessageFacts facts, House house)
    {
        return facts.Has(OddityKind.NeedlessBase64) && !Kinship.IsRelayed(facts) && !facts.Bulk.IsReaction ? "body" : null;
    }
}
