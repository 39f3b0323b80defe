using Serjeant.Facts;

namespace Serjeant.Signals.Form;

/// <summary>A plain subject is encoded without need.</summary>
internal sealed class NeedlessEncodedWord : IDetector
{
    public string Code => "form.needless-encoded-word";

    public string? Detect(MessageFacts facts, House house)
    {
        return facts.Has(OddityKind.NeedlessEncodedWord) && !Kinship.IsRelayed(facts) && !facts.Bulk.IsReaction ? "subject" : null;
    }
}
