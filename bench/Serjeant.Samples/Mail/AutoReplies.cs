using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Letters;
using Serjeant.Samples.Mime;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Mail;

/// <summary>Out-of-office answers of colleagues and organisations (RFC 3834). Must run after the letters.</summary>
internal sealed class AutoReplies(World world)
{
    private readonly Dice dice = world.Fork("auto-replies");

    public IEnumerable<Copy> Make(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var (answered, reader, sentAt) = dice.Pick(world.Outbox);
            var organisation = dice.Pick(world.Roster.Correspondents.Skip(1).ToList());
            var contact = dice.Pick(world.ContactsAt(organisation));
            var at = sentAt.AddSeconds(dice.Between(3, 50));
            var letter = new Letter(new(contact.Name, contact.Address), contact.Program, [new(reader.PlainName, reader.Address)],
                world.Prose.Of("autoreply.subject", dice, new Slots { ["re"] = answered.Find("Subject") is { } s && !s.StartsWith("=?", StringComparison.Ordinal) ? s : "your message" }),
                [world.Prose.Of("autoreply.body", dice, [])], [contact.Name, organisation.Name], at);
            var draft = LetterWriter.Write(letter, dice);
            draft = draft with { Fields = [.. draft.Fields, new("In-Reply-To", $"<{answered.MessageId}>"), new("Auto-Submitted", "auto-replied"), new("X-Auto-Response-Suppress", "All")] };
            var origin = world.Origins.Organisation(contact.Address, at, dice) with { EnvelopeFrom = "" };
            yield return world.Post.Deliver(draft, origin, reader.Address, at.AddSeconds(2), "autoreply", "ordinary", dice);
        }
    }
}
