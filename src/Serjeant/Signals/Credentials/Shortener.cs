using Serjeant.Facts;

namespace Serjeant.Signals.Credentials;

/// <summary>A link hides its target behind a shortener.</summary>
internal sealed class Shortener : IDetector
{
    public string Code => "credentials.shortener";

    public string? Detect(MessageFacts facts, House house)
    {
        foreach (var link in facts.Links)
            if (link.Fires == LinkFire.Clicking && house.WarningLists.IsShortener(link.Address.Host) && !Kinship.IsOfSender(facts, link.Address.Host)) return Evidence.Of(link);
        return null;
    }
}
