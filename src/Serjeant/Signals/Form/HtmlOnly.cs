using Serjeant.Facts;

namespace Serjeant.Signals.Form;

/// <summary>HTML without a plain-text alternative.</summary>
internal sealed class HtmlOnly : IDetector
{
    public string Code => "form.html-only";

    public string? Detect(MessageFacts facts, House house)
    {
        return facts.Has(OddityKind.HtmlOnly) && !Kinship.IsRelayed(facts) && !facts.Bulk.IsReaction ? "body" : null;
    }
}
