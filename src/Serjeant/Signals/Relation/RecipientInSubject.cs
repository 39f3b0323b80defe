using Serjeant.Facts;

namespace Serjeant.Signals.Relation;

/// <summary>The subject or the sender's name holds the recipient's address: mail merge without knowing a name.</summary>
internal sealed class RecipientInSubject : IDetector
{
    public string Code => "relation.recipient-in-subject";

    public string? Detect(MessageFacts facts, House house)
    {
        foreach (var recipient in facts.Recipients.All)
        {
            if (facts.Subject.Text.Contains(recipient.Key, StringComparison.OrdinalIgnoreCase)) return "in the subject";
            if (facts.Sender.Author is { } author && author.Address?.Key != recipient.Key
                && author.DisplayName.Contains(recipient.Key, StringComparison.OrdinalIgnoreCase)) return "in the sender's name";
        }
        return null;
    }
}
