using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Letters;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Mail;

/// <summary>Two members whose names others use towards their colleagues: once from a freemail account, once from a look-alike domain.</summary>
internal sealed class Impersonations(World world)
{
    private readonly Dice dice = world.Fork("impersonations");

    public IEnumerable<Copy> Make()
    {
        var members = dice.Shuffle(world.Roster.Members);
        // Two people who know nothing of each other: no text of the one comes from the other.
        var texts = dice.Shuffle(world.Prose.All("impersonation.body"));
        return As(members[0], members[2..6], Freemail(members[0]), texts[..2], lookAlike: false)
            .Concat(As(members[1], members[8..12], LookAlike(members[1]), texts[2..], lookAlike: true));
    }

    private IEnumerable<Copy> As(Person victim, Person[] colleagues, string address, string[] texts, bool lookAlike)
    {
        var at = world.Clock.Moment(dice);
        var subject = world.Prose.Of("impersonation.subject", dice, []);
        var program = dice.Pick([MailProgram.Webmail, MailProgram.Phone, MailProgram.Apple]);
        var shown = dice.Pick([victim.PlainName, victim.Name, $"{victim.PlainName} MP", victim.OtherNames.Count > 0 ? victim.OtherNames[0] : victim.PlainName]);
        var elsewhere = $"{NameMaker.LocalPart(victim.Family)}.{dice.Pick(["private", "office", "mobile", "desk"])}{dice.Between(1, 99)}@{dice.Pick(world.Freemail)}";
        var slots = World.SlotsFor(victim);
        Copy Send(Person colleague, string text)
        {
            List<string> body = [dice.Pick([$"Dear {colleague.First},", $"{colleague.First},", $"Hi {colleague.First}"]), text];
            var letter = new Letter(new(shown, address), program, [new(dice.Chance(50) ? colleague.PlainName : "", colleague.Official!)], subject, body,
                world.Prose.Of("impersonation.signature", dice, slots).Split('\n'), at)
            { ReplyTo = elsewhere };
            var origin = lookAlike ? LookAlikeOrigin(address) : world.Origins.Freemail(address, at, dice);
            var copy = world.Post.Deliver(LetterWriter.Write(letter, dice), origin, colleague.Official!, at.AddSeconds(dice.Between(3, 60)), "impersonation", "hostile", dice) with
            {
                Imitates = victim.Id,
                FalseAddress = address,
            };
            at = world.Clock.Later(at, dice, 30);
            return copy;
        }
        var first = dice.Between(2, 3);
        for (var i = 0; i < first; i++)
            yield return Send(colleagues[i], world.Prose.Expand(dice.Pick(texts), dice, slots));
        if (dice.Chance(60))
            yield return Send(colleagues[0], world.Prose.Of("impersonation.again", dice, slots));
    }

    private Origin LookAlikeOrigin(string address)
    {
        var domain = Origins.DomainOf(address);
        var host = $"mail.{domain}";
        return new Origin(host, world.AddressOf(host), address, "pass", dice.Chance(50) ? [new(domain, "default")] : [], domain, "pass", "none", []);
    }

    private string Freemail(Person victim)
    {
        var (first, last) = (NameMaker.LocalPart(victim.First), NameMaker.LocalPart(victim.Family));
        return dice.Pick([$"{first}.{last}.mp", $"{last}.{first}{dice.Between(1, 99)}", $"{first}{last}.office", $"mp.{last}"]) + "@" + dice.Pick(world.Freemail);
    }

    private string LookAlike(Person victim) => $"{victim.Official!.Split('@')[0]}@{dice.Pick(world.Prose.All("impersonation.lookalikes"))}";
}
