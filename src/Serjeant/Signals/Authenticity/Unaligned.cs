using Serjeant.Facts;

namespace Serjeant.Signals.Authenticity;

/// <summary>What was authenticated is another domain than the one shown.</summary>
internal sealed class Unaligned : IDetector
{
    public string Code => "authenticity.unaligned";

    public string? Detect(MessageFacts facts, House house)
    {
        var found = facts.Authentication;
        if (found.Aligned || Kinship.IsRelayed(facts) || facts.Bulk.IsReaction) return null;
        foreach (var result in found.Dkim)
            if (result.Verdict == Verdict.Pass && house.Services.FindByHost(result.Domain) is null) return $"shows {facts.Sender.Domain}, signed by {result.Domain}";
        return found.Spf == Verdict.Pass && !found.SpfDomain.IsEmpty && found.Dkim.IsEmpty && house.Services.FindByHost(found.SpfDomain) is null
            ? $"shows {facts.Sender.Domain}, sent by {found.SpfDomain}"
            : null;
    }
}
