using Serjeant.Facts;

namespace Serjeant.Signals.Form;

/// <summary>Unencoded letters in the header.</summary>
internal sealed class RawHeaderBytes : IDetector
{
    public string Code => "form.raw-header";

    public string? Detect(MessageFacts facts, House house)
    {
        return facts.Has(OddityKind.RawBytesInHeader) && !Kinship.IsRelayed(facts) && !facts.Bulk.IsReaction ? "header" : null;
    }
}
