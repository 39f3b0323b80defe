using Serjeant.Facts;

namespace Serjeant.Signals.Impersonation;

/// <summary>Answers would go to a private mailbox that is not the one shown.</summary>
internal sealed class ReplyElsewhere : IDetector
{
    public string Code => "impersonation.reply-elsewhere";

    public string? Detect(MessageFacts facts, House house)
    {
        if (facts.Bulk.DiscussionList || facts.Sender.OriginalAuthor is not null || facts.Sender.Domain.IsEmpty) return null;
        foreach (var mailbox in facts.Sender.ReplyTo)
        {
            if (mailbox.Domain.IsEmpty || (mailbox.Domain.Registrable == facts.Sender.Domain.Registrable && mailbox.Address?.Key == facts.Sender.Author?.Address?.Key)) continue;
            // A group that answers come back to.
            if (facts.Recipients.All.Any(r => r.Key == mailbox.Address?.Key)) continue;
            if (!house.WarningLists.IsFreemail(mailbox.Domain)) continue;
            return $"From {facts.Sender.Domain}, Reply-To {mailbox.Domain}";
        }
        return null;
    }
}
