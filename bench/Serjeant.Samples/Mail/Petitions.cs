using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Letters;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Mail;

/// <summary>Campaign letters: many constituents send one text within days, some with a sentence of their own. Copies, and honest.</summary>
internal sealed class Petitions(World world)
{
    private const int LettersEach = 30;

    private readonly Dice dice = world.Fork("petitions");

    public IEnumerable<Copy> Make(int count)
    {
        var made = 0;
        while (made < count)
        {
            var petition = Prose.Alternatives(dice.Pick(world.Prose.All("petition.text")));
            var (subject, text) = (world.Prose.Expand(petition[0], dice, []), world.Prose.Expand(petition[1], dice, []));
            var begin = world.Clock.Moment(dice);
            for (var i = 0; i < LettersEach && made < count; i++, made++)
                yield return One(text, subject, begin.AddMinutes(dice.Below(9 * 24 * 60)));
        }
    }

    private Copy One(string text, string subject, DateTimeOffset at)
    {
        var member = dice.Pick(world.Roster.Members.ToList());
        var constituent = world.Stranger(dice);
        List<string> body = [$"Dear {member.PlainName},", .. text.Split("\n\n")];
        if (dice.Chance(35))
            body.Insert(dice.Between(1, body.Count), world.Prose.Of("petition.own", dice, []));
        var letter = new Letter(new(constituent.Name, constituent.Address), constituent.Program, [new("", member.Official!)], subject, [.. body, "Yours sincerely,"],
            [constituent.Name, dice.Pick(world.Prose.All("house.constituencies"))], at);
        return world.Post.Deliver(LetterWriter.Write(letter, dice), world.Origins.Freemail(constituent.Address, at, dice), member.Official!, at.AddSeconds(dice.Between(2, 40)), "petition", "ordinary", dice);
    }
}
