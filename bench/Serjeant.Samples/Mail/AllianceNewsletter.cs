using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Letters;
using Serjeant.Samples.Mailings;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Mail;

/// <summary>
/// The alliance's own monthly newsletter: the people whom the reconnaissance is after, pixels and per-recipient links, and
/// entirely honest. Now and then a member answers it.
/// </summary>
internal sealed class AllianceNewsletter(World world, int subscribers)
{
    public const int Issues = 14;

    private readonly Dice dice = world.Fork("alliance newsletter");

    public IEnumerable<Copy> Make()
    {
        var alliance = world.Roster.Alliance;
        var account = new Account(alliance.Name, alliance.Name, $"newsletter@{alliance.Domain}", $"secretariat@{alliance.Domain}");
        var readers = dice.Shuffle(world.Roster.InAlliance).OrderBy(p => p.IsMember ? 0 : 1).Take(subscribers).ToList();
        var (day, hour) = (dice.Between(2, 24), dice.Between(8, 15));
        for (var number = 1; number <= Issues; number++)
        {
            var at = world.Clock.Start.AddMonths(number - 1).AddDays(day + dice.Below(3)).AddHours(hour).AddMinutes(dice.Below(50));
            var content = MakeContent(alliance, number);
            var issue = new Issue($"{number}", content.Title, at);
            foreach (var reader in readers)
            {
                var dispatch = world.AllianceService.Prepare(account, issue, reader.Official!, reader.PlainName);
                var draft = dispatch.Draft(Layout.ToHtml(content, dispatch, world.Fork("look alliance")), Layout.ToText(content, dispatch));
                var copy = world.Post.Deliver(draft, dispatch.Origin, reader.Official!, at.AddSeconds(dice.Between(1, 90)), "alliance-newsletter", "ordinary", dice);
                yield return copy;
                if (dice.Chance(12))
                    AddReply(reader, account, new Quoted(new(account.FromName, account.FromAddress), at, [content.Intro], draft.MessageId, $"<{draft.MessageId}>"), content.Title);
            }
        }
    }

    private Content MakeContent(Organisation alliance, int number)
    {
        var headings = world.Prose.Several("alliance.heading", dice.Between(3, 5), dice, []);
        var site = $"https://www.{alliance.Domain}";
        var items = headings.Select(h => new Item(h, world.Prose.Of("alliance.teaser", dice, []), $"{site}/news/{dice.Digits(4)}/{dice.Letters(6)}",
            dice.Chance(40) ? $"{site}/pictures/{dice.Hex(8)}.jpg" : null)).ToList();
        return new Content($"{alliance.Name}: {dice.Pick(["newsletter", "monthly letter", "members' letter"])} {number}", world.Prose.Expand("Dear members, [this month|in this letter]: [news of the secretariat|what your colleagues did|dates and texts].", dice, []),
            items, $"{alliance.Name}, Secretariat. For members and their offices.", site);
    }

    private void AddReply(Person reader, Account account, Quoted answered, string title)
    {
        var at = world.Clock.Later(answered.At, dice, 40);
        var letter = new Letter(new(reader.PlainName, reader.Official!), reader.Program, [new(account.FromName, account.ReplyTo!)], "Re: " + title,
            [world.Prose.Of("alliance.reply", dice, []), world.Prose.Of("closing", dice, [])], world.SignatureOf(reader), at)
        { Answers = answered };
        world.Outbox.Add(new(LetterWriter.Write(letter, dice), reader, letter.To[0], at));
    }
}
