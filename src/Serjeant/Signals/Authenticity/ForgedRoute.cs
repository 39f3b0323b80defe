using Serjeant.Facts;

namespace Serjeant.Signals.Authenticity;

/// <summary>The clocks of the Received chain run backwards: such chains are written, not grown.</summary>
internal sealed class ForgedRoute : IDetector
{
    public string Code => "authenticity.forged-route";

    public string? Detect(MessageFacts facts, House house)
    {
        return facts.Route.ClockRunsBackwards && !Kinship.IsRelayed(facts) ? "a later hop has an earlier clock" : null;
    }
}
