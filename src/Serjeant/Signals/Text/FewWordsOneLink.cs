using Serjeant.Facts;

namespace Serjeant.Signals.Text;

/// <summary>A few words and a link.</summary>
internal sealed class FewWordsOneLink : IDetector
{
    public string Code => "text.few-words";

    public string? Detect(MessageFacts facts, House house)
    {
        if (facts.Bulk.IsReaction || facts.Content.VisibleText.Length is 0 or > 400 || !facts.Content.HasHtml) return null;
        var links = 0;
        foreach (var link in facts.Links)
            if (link.Fires == LinkFire.Clicking && link.Address.IsRemote) links++;
        return links is > 0 and < 4 ? $"{facts.Content.VisibleText.Length} characters" : null;
    }
}
