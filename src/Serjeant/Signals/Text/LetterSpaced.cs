using Serjeant.Facts;

namespace Serjeant.Signals.Text;

/// <summary>Words l i k e t h i s, for long stretches: readers read on, filters see no words.</summary>
internal sealed class LetterSpaced : IDetector
{
    private const int Enough = 24;

    public string Code => "text.letter-spaced";

    public string? Detect(MessageFacts facts, House house)
    {
        if (facts.Bulk.DiscussionList || facts.Bulk.IsReaction) return null;
        var text = facts.Content.VisibleText.AsSpan(0, Math.Min(4_000, facts.Content.VisibleText.Length));
        int run = 0, longest = 0;
        for (var i = 1; i + 1 < text.Length; i++)
        {
            if (text[i - 1] != ' ') continue;
            if (text[i + 1] == ' ' && char.IsLetter(text[i])) longest = Math.Max(longest, ++run);
            else if (text[i] != ' ') run = 0;
        }
        return longest >= Enough ? $"{longest} letters on end" : null;
    }
}
