using Serjeant.Facts;

namespace Serjeant.Signals.Form;

/// <summary>A great deal of HTML for a few words: the rest is there to fill.</summary>
internal sealed class PaddedHtml : IDetector
{
    public string Code => "form.padded-html";

    public string? Detect(MessageFacts facts, House house)
    {
        return facts.Content.HtmlCharacters > 10_000 && facts.Content.HtmlCharacters > 60 * Math.Max(1, facts.Content.VisibleText.Length) ? $"{facts.Content.HtmlCharacters} characters of HTML, {facts.Content.VisibleText.Length} of text" : null;
    }
}
