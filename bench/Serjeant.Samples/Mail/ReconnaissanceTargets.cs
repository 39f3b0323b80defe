using Serjeant.Samples.Places;

namespace Serjeant.Samples.Mail;

/// <summary>
/// Whom the reconnaissance is after: four of five belong to the alliance; two are relatives of its members, on private
/// accounts; the rest are bystanders. Members of the alliance are written to on private accounts as well.
/// </summary>
internal sealed class ReconnaissanceTargets(World world)
{
    private const int SmallCampaign = 60;

    private readonly Dice dice = world.Fork("reconnaissance targets");

    /// <summary>Addresses; people with two appear twice.</summary>
    public IReadOnlyList<string> Choose(int mails)
    {
        var (insiders, bystanders) = mails >= SmallCampaign ? (16, 2) : (8, 0);
        var alliance = dice.Some(world.Roster.InAlliance.OrderBy(p => p.IsMember ? 0 : 1).Take(mails >= SmallCampaign ? int.MaxValue : 12), insiders);
        var relatives = world.Roster.Families.Where(f => world.Roster.InAlliance.Any(a => a.Id == f.Of("familyOf"))).ToList();
        var families = dice.Some(relatives, 2);
        var others = dice.Some(world.Roster.Members.Where(m => m.Of("alliance") is null), bystanders);
        var addresses = alliance.Concat(others).Select(p => p.Official!).Concat(families.Select(f => f.Personal[0])).ToList();
        // About two or three mails an account: private accounts are added as long as that holds.
        var room = Math.Max(0, (mails * 10 / 28) - addresses.Count);
        addresses.AddRange(alliance.Where(p => p.Personal.Count > 0).OrderBy(p => p.IsMember ? 0 : 1).Select(p => p.Personal[0]).Take(room));
        return addresses;
    }
}
