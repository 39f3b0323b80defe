using Serjeant.Facts;

namespace Serjeant.Signals.Text;

/// <summary>Characters without width inside words: they break words for filters, not for eyes.</summary>
internal sealed class InvisibleCharacters : IDetector
{
    public string Code => "text.zero-width";

    public string? Detect(MessageFacts facts, House house)
    {
        return facts.Content.InvisibleCharacters >= 3 ? $"{facts.Content.InvisibleCharacters} inside words" : null;
    }
}
