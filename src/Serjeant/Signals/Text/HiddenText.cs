using Serjeant.Facts;

namespace Serjeant.Signals.Text;

/// <summary>Much text is kept from the reader's eyes: more than the few words of a preview line.</summary>
internal sealed class HiddenText : IDetector
{
    public string Code => "text.hidden";

    public string? Detect(MessageFacts facts, House house)
    {
        var hidden = facts.Content.HiddenText.AsSpan().Trim();
        var letters = 0;
        foreach (var c in hidden)
            if (char.IsLetterOrDigit(c)) letters++;
        return letters > 400 ? $"{letters} hidden letters" : null;
    }
}
