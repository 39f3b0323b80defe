using Serjeant.Facts;

namespace Serjeant.Signals.Form;

/// <summary>No Date.</summary>
internal sealed class NoDate : IDetector
{
    public string Code => "form.no-date";

    public string? Detect(MessageFacts facts, House house)
    {
        return facts.Has(OddityKind.NoDate) && !Kinship.IsRelayed(facts) && !facts.Bulk.IsReaction ? "header" : null;
    }
}
