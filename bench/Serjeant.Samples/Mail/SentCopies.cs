using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Letters;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Mail;

/// <summary>The Sent folders: what members and staff wrote to colleagues, constituents and the alliance. Must run after those.</summary>
internal sealed class SentCopies(World world)
{
    public IEnumerable<Copy> Make(int count)
    {
        var dice = world.Fork("sent");
        var toAlliance = world.Outbox.Where(ToAlliance).Take(count / 4);
        var others = dice.Shuffle(world.Outbox.Where(o => !ToAlliance(o)));
        foreach (var sent in toAlliance.Concat(others).Take(count))
            yield return world.Post.Keep(sent.Draft, sent.Author, sent.At);
    }

    private bool ToAlliance(Outgoing sent) => Origins.DomainOf(sent.To.Address) == world.Roster.Alliance.Domain;
}
