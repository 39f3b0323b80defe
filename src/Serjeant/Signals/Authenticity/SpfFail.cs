using Serjeant.Facts;

namespace Serjeant.Signals.Authenticity;

/// <summary>SPF says that the host may not send for the envelope domain.</summary>
internal sealed class SpfFail : IDetector
{
    public string Code => "authenticity.spf-fail";

    public string? Detect(MessageFacts facts, House house)
    {
        return facts.Authentication.Spf is Verdict.Fail or Verdict.SoftFail or Verdict.PermanentError && !Kinship.IsRelayed(facts) ? $"{facts.Authentication.SpfDomain} ({facts.Authentication.Spf})" : null;
    }
}
