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
        foreach (var copy in As(members[0], members.Skip(2), Freemail(members[0]), lookAlike: false))
            yield return copy;
        foreach (var copy in As(members[1], members.Skip(8), LookAlike(members[1]), lookAlike: true))
            yield return copy;
    }

    private IEnumerable<Copy> As(Person victim, IEnumerable<Person> colleagues, string address, bool lookAlike)
    {
        var at = world.Clock.Moment(dice);
        var subject = world.Prose.Of("impersonation.subject", dice, []);
        var program = dice.Pick([MailProgram.Webmail, MailProgram.Phone, MailProgram.Apple]);
        var shown = dice.Pick([victim.PlainName, victim.Name, $"{victim.PlainName} MP", victim.OtherNames.Count > 0 ? victim.OtherNames[0] : victim.PlainName]);
        var last = NameMaker.LocalPart(victim.Family);
        var elsewhere = $"{last}.{dice.Pick(["private", "office", "mobile", "desk"])}{dice.Between(1, 99)}@{dice.Pick(world.Freemail)}";
        var count = dice.Between(2, 4);
        var first = true;
        foreach (var colleague in colleagues.Take(count))
        {
            var slots = World.SlotsFor(victim);
            List<string> body = [dice.Pick([$"Dear {colleague.First},", $"{colleague.First},", $"Hi {colleague.First}"]), world.Prose.Of(first || dice.Chance(70) ? "impersonation.body" : "impersonation.again", dice, slots)];
            var letter = new Letter(new(shown, address), program, [new(dice.Chance(50) ? colleague.PlainName : "", colleague.Official!)], subject, body,
                world.Prose.Of("impersonation.signature", dice, slots).Split('\n'), at) { ReplyTo = elsewhere };
            var draft = LetterWriter.Write(letter, dice);
            var origin = lookAlike ? LookAlikeOrigin(address) : world.Origins.Freemail(address, at, dice);
            yield return world.Post.Deliver(draft, origin, colleague.Official!, at.AddSeconds(dice.Between(3, 60)), "impersonation", "hostile", dice);
            at = world.Clock.Later(at, dice, 30);
            first = false;
        }
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
