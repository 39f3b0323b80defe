using Serjeant.Facts;

namespace Serjeant.Signals.Authenticity;

/// <summary>The sending host called itself something that it is not.</summary>
internal sealed class HeloContradicts : IDetector
{
    public string Code => "authenticity.helo";

    public string? Detect(MessageFacts facts, House house)
    {
        return facts.Route.HeloContradicts && !Kinship.IsRelayed(facts) && facts.Route.HandOver >= 0 ? Evidence.Cut(facts.Route.Hops[facts.Route.HandOver].Helo) : null;
    }
}
