using Serjeant.Facts;

namespace Serjeant.Signals.Form;

/// <summary>A place for the recipient's name or the like was left unfilled: {first_name}, [[email]], %%name%%, FNAME. Senders who know their readers notice.</summary>
internal sealed class UnfilledTemplate : IDetector
{
    public string Code => "form.unfilled-template";

    public string? Detect(MessageFacts facts, House house)
    {
        if (facts.Bulk.DiscussionList || facts.Thread.Claimed || facts.Bulk.IsReaction) return null;
        return Find(facts.Subject.Topic) ?? Find(facts.Sender.Author?.DisplayName ?? "") ?? Find(facts.Content.VisibleText.AsSpan(0, Math.Min(600, facts.Content.VisibleText.Length)));
    }

    private static readonly string[] Names = ["name", "email", "mail", "user", "recipient", "domain", "date", "subject", "random", "link", "rand", "company", "nome", "vorname"];

    private static string? Find(ReadOnlySpan<char> text)
    {
        if (text.Contains("FNAME", StringComparison.Ordinal)) return "FNAME";
        for (var at = text.IndexOfAny("{[%#"); at >= 0;)
        {
            var open = text[at];
            var rest = text[(at + 1)..].TrimStart(open);
            var end = rest.IndexOfAny("}]%#");
            // A single bracket or percent sign around a word is no sign of anything; braces are, and doubled marks.
            if (end is > 2 and < 24 && (open == '{' || rest.Length < text.Length - at - 1))
                foreach (var name in Names)
                    if (rest[..end].Contains(name, StringComparison.OrdinalIgnoreCase) && rest[..end].IndexOf(' ') < 0) return rest[..end].ToString();
            var next = text[(at + 1)..].IndexOfAny("{[%#");
            at = next < 0 ? -1 : at + 1 + next;
        }
        return null;
    }
}
