using Serjeant.Facts;

namespace Serjeant.Signals.Form;

/// <summary>From names several senders.</summary>
internal sealed class SeveralFrom : IDetector
{
    public string Code => "form.several-from";

    public string? Detect(MessageFacts facts, House house)
    {
        return facts.Has(OddityKind.SeveralFrom) && !Kinship.IsRelayed(facts) && !facts.Bulk.IsReaction ? Evidence.Cut(string.Join(", ", facts.Sender.From.Take(3).Select(m => m.Domain.Name))) : null;
    }
}
