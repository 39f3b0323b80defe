using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Letters;
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
            var answered = dice.Pick(world.Outbox);
            var (reader, at) = (answered.Author, answered.At.AddSeconds(dice.Between(3, 50)));
            var absent = world.Roster.Owner(answered.To.Address);
            Slots slots = new() { ["re"] = answered.Draft.Find("Subject") is { } s && !s.StartsWith("=?", StringComparison.Ordinal) ? s : "your message" };
            var letter = new Letter(answered.To, dice.Fork(answered.To.Address).Pick([MailProgram.Outlook, MailProgram.Webmail]), [new(reader.PlainName, reader.Address)],
                world.Prose.Of("autoreply.subject", dice, slots), [world.Prose.Of("autoreply.body", dice, [])], absent is null ? [answered.To.Name] : world.SignatureOf(absent), at);
            var draft = LetterWriter.Write(letter, dice);
            draft = draft with { Fields = [.. draft.Fields, new("In-Reply-To", $"<{answered.Draft.MessageId}>"), new("Auto-Submitted", "auto-replied"), new("X-Auto-Response-Suppress", "All")] };
            yield return world.Post.Deliver(draft, OriginOf(answered.To.Address, absent, at) with { EnvelopeFrom = "" }, reader.Address, at.AddSeconds(2), "autoreply", "ordinary", dice);
        }
    }

    private Origin OriginOf(string address, Person? absent, DateTimeOffset at)
    {
        if (absent is not null)
            return world.Origins.Ours(absent, at, dice);
        return world.Freemail.Contains(Origins.DomainOf(address)) ? world.Origins.Freemail(address, at, dice) : world.Origins.Organisation(address, at, dice);
    }
}
