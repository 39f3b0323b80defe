using Serjeant.Facts;

namespace Serjeant.Signals.Reconnaissance;

/// <summary>Something unseen is fetched by opening: a pixel. Most newsletters do it too.</summary>
internal sealed class HiddenCallback : IDetector
{
    public string Code => "reconnaissance.hidden-callback";

    public string? Detect(MessageFacts facts, House house)
    {
        foreach (var link in facts.Links)
            if (link.IsCallback && !link.Visible && link.Place is LinkPlace.Image or LinkPlace.Background or LinkPlace.StyleUrl or LinkPlace.SourceSet) return Evidence.Of(link);
        return null;
    }
}
