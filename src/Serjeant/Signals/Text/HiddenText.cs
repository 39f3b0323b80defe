using Serjeant.Facts;

namespace Serjeant.Signals.Text;

/// <summary>Many words are kept from the reader's eyes: more than a preview line has.</summary>
internal sealed class HiddenText : IDetector
{
    public string Code => "text.hidden";

    public string? Detect(MessageFacts facts, House house)
    {
        var words = 0;
        var letters = 0;
        foreach (var c in facts.Content.HiddenText)
        {
            if (char.IsLetter(c)) letters++;
            else if (letters > 0)
            {
                if (letters > 2) words++;
                letters = 0;
            }
        }
        return words > 60 ? $"{words} hidden words" : null;
    }
}
