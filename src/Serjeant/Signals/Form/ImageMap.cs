using Serjeant.Facts;

namespace Serjeant.Signals.Form;

/// <summary>Links drawn onto a picture: the text of the message is the picture.</summary>
internal sealed class ImageMap : IDetector
{
    public string Code => "form.image-map";

    public string? Detect(MessageFacts facts, House house)
    {
        foreach (var link in facts.Links)
            if (link.Place == LinkPlace.Area && !link.Address.Host.IsEmpty) return link.Address.Host.Name;
        return null;
    }
}
