using Serjeant.Facts;

namespace Serjeant.Signals.Authenticity;

/// <summary>A DKIM signature does not hold, and no other does.</summary>
internal sealed class DkimFail : IDetector
{
    public string Code => "authenticity.dkim-fail";

    public string? Detect(MessageFacts facts, House house)
    {
        if (facts.Authentication.Dkim.IsEmpty || Kinship.IsRelayed(facts)) return null;
        foreach (var result in facts.Authentication.Dkim)
            if (result.Verdict is not (Verdict.Fail or Verdict.PermanentError)) return null;
        return facts.Authentication.Dkim[0].Domain is { IsEmpty: false } domain ? domain.Name : "a domain not noted";
    }
}
