using Serjeant.Facts;

namespace Serjeant.Signals.Relation;

/// <summary>
/// Signed in the name of the domain shown, and most of its links lead to that very sender: as shops, banks, newspapers and authorities write to
/// their own customers. Words of orders, accounts and deadlines are theirs by right.
/// </summary>
internal sealed class LeadsHome : IDetector
{
    public string Code => "relation.leads-home";

    public string? Detect(MessageFacts facts, House house)
    {
        if (facts.Sender.Domain.IsEmpty || house.WarningLists.IsFreemail(facts.Sender.Domain) || house.WarningLists.IsSharedHosting(facts.Sender.Domain)) return null;
        foreach (var result in facts.Authentication.Dkim)
            if (result.Verdict is Verdict.Fail or Verdict.PermanentError) return null;
        var home = facts.Sender.Domain.Registrable;
        var signed = false;
        foreach (var signature in facts.Authentication.Signatures) signed |= signature.Domain.Registrable == home;
        if (!signed) return null;
        int own = 0, all = 0;
        foreach (var link in facts.Links)
        {
            if (link.Fires != LinkFire.Clicking || !link.Address.IsRemote) continue;
            all++;
            if (link.Address.Host.Registrable == home || Kinship.IsNamedLikeSender(facts, house, link.Address.Host) || Kinship.IsOfService(house, link.Address.Host)) own++;
        }
        return own > 0 && own * 3 >= all * 2 ? $"{own} of {all} links" : null;
    }
}
