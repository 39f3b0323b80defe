using Serjeant.Facts;

namespace Serjeant.Signals.Impersonation;

/// <summary>From is of our own domain, but it came from outside and nothing bears it out.</summary>
internal sealed class OwnDomainFromOutside : IDetector
{
    public string Code => "impersonation.own-domain";

    public string? Detect(MessageFacts facts, House house)
    {
        if (!house.Roster.IsOwn(facts.Sender.Domain) || facts.Authentication.Aligned || Kinship.IsRelayed(facts)) return null;
        return facts.Route.HandOver >= 0 && facts.Authentication.Dmarc is Verdict.Fail or Verdict.None or Verdict.Unknown && facts.Route.HandOver >= 0
            ? $"handed over by {(facts.Route.OriginHost.Length > 0 ? Evidence.Cut(facts.Route.OriginHost) : "an outside host")}"
            : null;
    }
}
