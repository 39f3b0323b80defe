using Serjeant.Facts;

namespace Serjeant.Signals.Credentials;

/// <summary>The sender or a link is of a top-level domain in which a large share of names is registered for abuse.</summary>
internal sealed class AbusedTopLevel : IDetector
{
    public string Code => "credentials.abused-suffix";

    public string? Detect(MessageFacts facts, House house)
    {
        if (house.AbusedSuffixes.Contains(facts.Sender.Domain.TopLevel)) return $"sender {facts.Sender.Domain}";
        foreach (var link in facts.Links)
            if (link.Fires != LinkFire.Never && house.AbusedSuffixes.Contains(link.Address.Host.TopLevel) && !house.WarningLists.IsPopular(link.Address.Host)) return Evidence.Of(link);
        return null;
    }
}
