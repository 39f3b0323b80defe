using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Letters;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Mail;

/// <summary>A minister's office that is none, towards members: from a domain one letter off a ministry's, with answers to a homograph of it.</summary>
internal sealed class Ministers(World world)
{
    /// <summary>Shorter names are near to too many innocent ones for anybody to tell.</summary>
    private const int ShortestLabel = 8;

    private readonly Dice dice = world.Fork("ministers");

    public IEnumerable<Copy> Make()
    {
        var body = dice.Pick([.. world.Roster.Bodies.Where(b => !b.Ours && b.Domain.IndexOf('.', StringComparison.Ordinal) >= ShortestLabel)]);
        var address = $"private.office@{LookAlikeNames.Edited(body.Domain, dice)}";
        var answers = $"private.office@{LookAlikeNames.Homograph(body.Domain, dice)}";
        var at = world.Clock.Moment(dice);
        var head = world.Prose.All("ministers.heads").First(h => body.Name.StartsWith(h.Split('|')[0], StringComparison.Ordinal)).Split('|')[1];
        Slots slots = new() { ["head"] = head, ["topic"] = world.Prose.Of("topic", dice, []) };
        var subject = world.Prose.Of("ministers.subject", dice, slots);
        foreach (var member in dice.Some(world.Roster.Members, 3))
        {
            var letter = new Letter(new($"Private Office, {body.Name}", address), MailProgram.Outlook, [new(member.PlainName, member.Official!)], subject,
                [$"Dear {member.PlainName},", world.Prose.Of("ministers.body", dice, slots), "Yours sincerely,"], [$"Private Secretary to {head[..1].ToLowerInvariant()}{head[1..]}", body.Name], at)
            { ReplyTo = answers };
            var host = $"mail.{Origins.DomainOf(address)}";
            var origin = new Origin(host, world.AddressOf(host), address, "pass", [new(Origins.DomainOf(address), "mail")], Origins.DomainOf(address), "pass", "none", []);
            yield return world.Post.Deliver(LetterWriter.Write(letter, dice), origin, member.Official!, at.AddSeconds(dice.Between(3, 40)), "impersonation", "hostile", dice) with
            {
                Folder = Folder.Journal,
                Imitates = body.Name,
                FalseAddress = address,
            };
            at = world.Clock.Later(at, dice, 20);
        }
    }
}
