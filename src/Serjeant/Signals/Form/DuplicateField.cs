using Serjeant.Facts;

namespace Serjeant.Signals.Form;

/// <summary>A field that may stand once stands twice.</summary>
internal sealed class DuplicateField : IDetector
{
    public string Code => "form.duplicate-field";

    public string? Detect(MessageFacts facts, House house)
    {
        return facts.Has(OddityKind.DuplicateField) && !Kinship.IsRelayed(facts) && !facts.Bulk.IsReaction ? "header" : null;
    }
}
