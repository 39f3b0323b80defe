using Serjeant.Facts;

namespace Serjeant.Signals.Form;

/// <summary>A label of the sender's domain is a row of random letters and digits.</summary>
internal sealed class RandomDomain : IDetector
{
    public string Code => "form.random-domain";

    public string? Detect(MessageFacts facts, House house)
    {
        if (Kinship.IsRelayed(facts) || facts.Bulk.IsReaction) return null;
        foreach (var label in facts.Sender.Domain.Name.Split('.'))
            if (Randomness.IsRandom(label)) return facts.Sender.Domain.Name;
        return null;
    }
}
