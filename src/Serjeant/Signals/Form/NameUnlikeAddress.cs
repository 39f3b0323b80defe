using Serjeant.Facts;

namespace Serjeant.Signals.Form;

/// <summary>No word of the sender's name stands in his address, and no initials do.</summary>
internal sealed class NameUnlikeAddress : IDetector
{
    public string Code => "form.name-unlike-address";

    public string? Detect(MessageFacts facts, House house)
    {
        if (Kinship.IsRelayed(facts) || facts.Bulk.IsReaction || facts.Sender.Author is not { Address: { } address, DisplayName.Length: > 2 } author) return null;
        return house.WarningLists.IsFreemail(address.Domain) || SenderName.IsLike(author.DisplayName, address) ? null : Evidence.Cut(address.Domain.Name);
    }
}
