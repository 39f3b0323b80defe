using Serjeant.Facts;

namespace Serjeant.Signals.Text;

/// <summary>A sum of money in the subject: what is promised or owed is the bait, and it stands first. Shops do it as well.</summary>
internal sealed class MoneyInSubject : IDetector
{
    public string Code => "text.money-in-subject";

    public string? Detect(MessageFacts facts, House house)
    {
        if (facts.Bulk.IsReaction || facts.Bulk.DiscussionList) return null;
        var text = facts.Subject.Topic;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('$' or '\u20ac' or '\u00a3')) continue;
            if ((i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])) || (i + 2 < text.Length && text[i + 1] == ' ' && char.IsAsciiDigit(text[i + 2]))
                || (i > 0 && char.IsAsciiDigit(text[i - 1])) || (i > 1 && text[i - 1] == ' ' && char.IsAsciiDigit(text[i - 2]))) return "in the subject";
        }
        return null;
    }
}
