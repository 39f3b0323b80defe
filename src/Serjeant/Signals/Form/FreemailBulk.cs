using Serjeant.Facts;

namespace Serjeant.Signals.Form;

/// <summary>HTML made as mass mail from a private mailbox.</summary>
internal sealed class FreemailBulk : IDetector
{
    public string Code => "form.freemail-bulk";

    public string? Detect(MessageFacts facts, House house)
    {
        return house.WarningLists.IsFreemail(facts.Sender.Domain) && facts.Content.HtmlTags > 60 && !facts.Thread.Claimed && !Kinship.IsRelayed(facts) && !facts.Bulk.IsReaction ? facts.Sender.Domain.Name : null;
    }
}
