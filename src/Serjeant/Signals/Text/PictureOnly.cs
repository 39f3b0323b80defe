using Serjeant.Facts;

namespace Serjeant.Signals.Text;

/// <summary>Hardly any text, but a picture to click on.</summary>
internal sealed class PictureOnly : IDetector
{
    public string Code => "text.picture-only";

    public string? Detect(MessageFacts facts, House house)
    {
        if (!facts.Content.HasHtml || facts.Content.ShownImages == 0 || facts.Content.VisibleText.Length > 250) return null;
        var links = 0;
        foreach (var link in facts.Links)
            if (link.Fires == LinkFire.Clicking && link.Address.IsRemote) links++;
        return links > 0 ? $"{facts.Content.VisibleText.Length} characters, {facts.Content.ShownImages} pictures, {links} links" : null;
    }
}
