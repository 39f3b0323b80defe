using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Letters;
using Serjeant.Samples.Mime;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Mail;

/// <summary>Letters of constituents who write for the first time: worried, angry, long, with papers attached.</summary>
internal sealed class Casework(World world)
{
    private readonly Dice dice = world.Fork("casework");

    public IEnumerable<Copy> Make(int count)
    {
        for (var i = 0; i < count; i++)
            yield return One();
    }

    private Copy One()
    {
        var member = dice.Pick(world.Roster.Members.ToList());
        var constituent = world.Stranger(dice);
        var at = world.Clock.Moment(dice);
        Slots slots = new() { ["sender"] = constituent.Name };
        var subject = world.Prose.Of("casework.subject", dice, slots);
        List<string> body =
        [
            dice.Pick(["Dear Sir or Madam", $"Dear {member.PlainName}", $"Dear {member.First}", "Dear MP", "Hello", $"Dear Member {member.Family}"]),
            world.Prose.Of("casework.opening", dice, slots), .. world.Prose.Several("casework.story", dice.Between(1, 3), dice, slots),
            .. world.Prose.Several("casework.feeling", dice.Chance(55) ? 1 : 0, dice, slots), world.Prose.Of("casework.ask", dice, slots),
            world.Prose.Of("casework.closing", dice, slots),
        ];
        List<Part> papers = dice.Chance(30) ? [Files.Attachment(dice, dice.Pick(["pdf", "docx", "jpg", "jpg"]), subject)] : [];
        var letter = new Letter(new(constituent.Name, constituent.Address), constituent.Program, [new(dice.Chance(60) ? member.PlainName : "", member.Official!)],
            dice.Chance(8) ? subject.ToUpperInvariant() : subject, body,
            [constituent.Name, .. dice.Chance(60) ? [$"{dice.Between(1, 180)} {dice.Pick(["Mill Lane", "Station Road", "Quay Row", "Orchard Close"])}, {dice.Pick(world.Prose.All("house.constituencies"))}"] : Array.Empty<string>()], at)
        { Attachments = papers };
        var draft = LetterWriter.Write(letter, dice);
        // The button with the red mark is there for everybody.
        if (dice.Chance(10))
            draft = draft with { Fields = [.. draft.Fields, new("X-Priority", "1"), new("Importance", "high")] };
        AddReply(letter, draft, member);
        return world.Post.Deliver(draft, world.Origins.Freemail(constituent.Address, at, dice), member.Official!, at.AddSeconds(dice.Between(2, 60)), "casework", "ordinary", dice);
    }

    private void AddReply(Letter letter, Draft draft, Person member)
    {
        if (!dice.Chance(60))
            return;
        var at = world.Clock.Later(letter.At, dice, 150);
        var reply = new Letter(new(member.PlainName, member.Official!), member.Program, [letter.From], "Re: " + letter.Subject,
            [$"Dear {letter.From.Name},", .. world.Prose.Of("casework.reply", dice, []).Split("\n\n"), "Yours sincerely,"], world.SignatureOf(member), at)
        { Answers = letter.AsQuoted(draft) };
        world.Outbox.Add(new(LetterWriter.Write(reply, dice), member, letter.From, at));
    }
}
