using Serjeant.Facts;

namespace Serjeant.Signals.Impersonation;

/// <summary>Answers would go to another domain than the one shown.</summary>
internal sealed class ReplyToOtherDomain : IDetector
{
    public string Code => "impersonation.reply-other-domain";

    public string? Detect(MessageFacts facts, House house)
    {
        if (Kinship.IsRelayed(facts) || facts.Bulk.IsReaction || facts.Sender.Domain.IsEmpty) return null;
        foreach (var mailbox in facts.Sender.ReplyTo)
            if (!mailbox.Domain.IsEmpty && mailbox.Domain.Registrable != facts.Sender.Domain.Registrable && !house.WarningLists.IsFreemail(mailbox.Domain)
                && !Kinship.IsOfService(house, mailbox.Domain)) return $"From {facts.Sender.Domain}, Reply-To {mailbox.Domain}";
        return null;
    }
}
