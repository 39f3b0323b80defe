using Serjeant.Facts;

namespace Serjeant.Signals.Form;

/// <summary>Plain text without any link or file, as people write to each other.</summary>
internal sealed class PlainAndBare : IDetector
{
    public string Code => "form.plain-and-bare";

    public string? Detect(MessageFacts facts, House house)
    {
        return !facts.Content.HasHtml && facts.Content.HasPlainText && facts.Links.IsEmpty && facts.Attachments.IsEmpty ? "no HTML, links or files" : null;
    }
}
