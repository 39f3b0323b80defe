using Serjeant.Facts;

namespace Serjeant.Signals.Credentials;

/// <summary>A link leads to a top-level domain in which a large share of names is registered for abuse.</summary>
internal sealed class AbusedTopLevel : IDetector
{
    public string Code => "credentials.abused-suffix";

    public string? Detect(MessageFacts facts, House house)
    {
        foreach (var link in facts.Links)
            if (link.Fires == LinkFire.Clicking && house.AbusedSuffixes.Contains(link.Address.Host.TopLevel) && !house.WarningLists.IsPopular(link.Address.Host)
                && !Kinship.IsOfSender(facts, link.Address.Host)) return Evidence.Of(link);
        return null;
    }
}
