using Serjeant.Facts;

namespace Serjeant.Signals.Authenticity;

/// <summary>DMARC failed: nothing bears out the From domain.</summary>
internal sealed class DmarcFail : IDetector
{
    public string Code => "authenticity.dmarc-fail";

    public string? Detect(MessageFacts facts, House house)
    {
        return facts.Authentication.Dmarc is Verdict.Fail or Verdict.PermanentError && !Kinship.IsRelayed(facts) ? facts.Sender.Domain.IsEmpty ? "a sender without a domain" : facts.Sender.Domain.Name : null;
    }
}
