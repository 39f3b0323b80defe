using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Letters;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Mail;

/// <summary>Press releases: one text to many members, from organisations that the house knows.</summary>
internal sealed class PressReleases(World world)
{
    private const int CopiesEach = 8;

    private readonly Dice dice = world.Fork("press");

    public IEnumerable<Copy> Make(int count) => Releases().Take(count);

    private IEnumerable<Copy> Releases()
    {
        while (true)
        {
            var organisation = dice.Pick(world.Roster.Correspondents.Skip(1).ToList());
            var contact = world.ContactsAt(organisation)[0];
            Slots slots = new() { ["organisation"] = organisation.Name, ["spokesperson"] = contact.Name, ["topic"] = world.Prose.Of("topic", dice, []) };
            var (subject, body) = (world.Prose.Of("press.subject", dice, slots), world.Prose.Of("press.body", dice, slots).Split("\n\n"));
            var at = world.Clock.Moment(dice);
            foreach (var member in dice.Some(world.Roster.Members, CopiesEach))
            {
                at = at.AddSeconds(dice.Between(1, 20));
                var letter = new Letter(new($"{organisation.Name} Press Office", $"press@{organisation.Domain}"), contact.Program, [new("", member.Official!)], subject, body,
                    [organisation.Name, $"https://www.{organisation.Domain}/news"], at);
                yield return world.Post.Deliver(LetterWriter.Write(letter, dice), world.Origins.Organisation(letter.From.Address, at, dice), member.Official!, at.AddSeconds(3), "press", "ordinary", dice);
            }
        }
    }
}
