using Serjeant.Facts;

namespace Serjeant.Signals.Authenticity;

/// <summary>SPF or DKIM bears out the domain shown.</summary>
internal sealed class BorneOut : IDetector
{
    public string Code => "authenticity.borne-out";

    public string? Detect(MessageFacts facts, House house)
    {
        return facts.Authentication.Aligned && !facts.Sender.Domain.IsEmpty && !house.WarningLists.IsFreemail(facts.Sender.Domain) ? facts.Sender.Domain.Name : null;
    }
}
