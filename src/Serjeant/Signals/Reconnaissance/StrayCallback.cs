using Serjeant.Facts;

namespace Serjeant.Signals.Reconnaissance;

/// <summary>Something unseen is fetched from a host that has nothing to do with the sender or any mass-mail service.</summary>
internal sealed class StrayCallback : IDetector
{
    public string Code => "reconnaissance.stray-callback";

    public string? Detect(MessageFacts facts, House house)
    {
        foreach (var link in facts.Links)
        {
            if (!link.IsCallback || link.Visible || link.Place is LinkPlace.StyleSheet or LinkPlace.Font or LinkPlace.StyleImport or LinkPlace.Preconnect) continue;
            if (!Kinship.IsExplained(facts, house, link.Address.Host)) return Evidence.Of(link);
        }
        return null;
    }
}
