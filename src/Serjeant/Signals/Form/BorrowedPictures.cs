using Serjeant.Facts;

namespace Serjeant.Signals.Form;

/// <summary>
/// All pictures shown lie on hosts that have nothing to do with the sender or any mass-mail service: on free picture hosts, or with the firm that is
/// imitated. Whoever sends his own mail has his own pictures.
/// </summary>
internal sealed class BorrowedPictures : IDetector
{
    public string Code => "form.borrowed-pictures";

    public string? Detect(MessageFacts facts, House house)
    {
        if (Kinship.IsRelayed(facts) || facts.Bulk.IsReaction || facts.Thread.Claimed || house.WarningLists.IsFreemail(facts.Sender.Domain)) return null;
        Link? first = null;
        foreach (var link in facts.Links)
        {
            if (link.Place != LinkPlace.Image || !link.Visible || !link.Address.IsRemote) continue;
            if (Kinship.IsKin(facts, house, link.Address.Host)) return null;
            first ??= link;
        }
        return first is null ? null : Evidence.Of(first);
    }
}
