using Serjeant.Samples.Deliveries;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Mail;

/// <summary>The Sent folders: what members and staff wrote to colleagues, constituents and the alliance. Must run after those.</summary>
internal sealed class SentCopies(World world)
{
    public IEnumerable<Copy> Make(int count)
    {
        var dice = world.Fork("sent");
        var toAlliance = world.Outbox.Where(o => (o.Draft.Find("To") ?? "").Contains("@" + world.Roster.Alliance.Domain, StringComparison.Ordinal)).Take(count / 4);
        var others = dice.Shuffle(world.Outbox.Where(o => !(o.Draft.Find("To") ?? "").Contains("@" + world.Roster.Alliance.Domain, StringComparison.Ordinal)));
        foreach (var (draft, author, at) in toAlliance.Concat(others).Take(count))
            yield return world.Post.Keep(draft, author, at);
    }
}
