using Serjeant.Facts;

namespace Serjeant.Signals.Authenticity;

/// <summary>The receiving side looked and found neither SPF nor DKIM to bear out anything.</summary>
internal sealed class Unauthenticated : IDetector
{
    public string Code => "authenticity.unauthenticated";

    public string? Detect(MessageFacts facts, House house)
    {
        var found = facts.Authentication;
        if (found.Authority.Length == 0 && found.Spf == Verdict.Unknown || Kinship.IsRelayed(facts)) return null;
        foreach (var result in found.Dkim)
            if (result.Verdict == Verdict.Pass) return null;
        return found.Spf != Verdict.Pass && found.Dmarc != Verdict.Pass ? "no SPF or DKIM pass" : null;
    }
}
