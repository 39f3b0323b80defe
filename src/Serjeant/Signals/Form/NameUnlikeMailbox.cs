using Serjeant.Facts;

namespace Serjeant.Signals.Form;

/// <summary>A private mailbox whose name has nothing of the name shown.</summary>
internal sealed class NameUnlikeMailbox : IDetector
{
    public string Code => "form.name-unlike-mailbox";

    public string? Detect(MessageFacts facts, House house)
    {
        if (Kinship.IsRelayed(facts) || facts.Bulk.IsReaction || facts.Sender.Author is not { Address: { } address, DisplayName.Length: > 2 } author) return null;
        return house.WarningLists.IsFreemail(address.Domain) && !SenderName.IsLike(author.DisplayName, address) ? address.Domain.Name : null;
    }
}
