using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Letters;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Mail;

/// <summary>Discussion lists (Mailman): prefix, footer, List- fields, and From rewritten "X via list" where the author's domain has a strict policy.</summary>
internal sealed class ListMail(World world)
{
    private readonly Dice dice = world.Fork("lists");

    public IEnumerable<Copy> Make(int count) => Posts().Take(count);

    private IEnumerable<Copy> Posts()
    {
        var lists = dice.Some(world.Prose.All("organisations.lists"), 3).Select(l => new MailList(l.Split('|')[0], l.Split('|')[1], l.Split('|')[2],
            [.. dice.Some(world.Roster.People.Where(p => p.Official is not null), dice.Between(4, 9))], [.. Enumerable.Range(0, 8).Select(_ => world.Stranger(dice))])).ToList();
        while (true)
        {
            var list = dice.Pick(lists);
            var at = world.Clock.Moment(dice);
            var subject = world.Prose.Of("list.subject", dice, []);
            Quoted? answered = null;
            for (var i = dice.Between(1, 3); i > 0; i--)
            {
                var author = dice.Pick(list.Authors);
                var letter = new Letter(new(author.Name, author.Address), MailProgram.Thunderbird, [new("", list.Address)], answered is null ? subject : "Re: " + subject,
                    world.Prose.Several("list.body", dice.Between(1, 3), dice, []), [author.First], at)
                { Answers = answered };
                var draft = LetterWriter.Write(letter, dice);
                var rewritten = dice.Fork(author.Address).Chance(60);
                foreach (var reader in dice.Some(list.Readers, dice.Between(1, 2)))
                    yield return world.Post.Deliver(list.Rewrite(draft, author, rewritten), list.Origin(world.AddressOf(list.Host), rewritten ? list.Host : author.Domain), reader.Official!, at.AddSeconds(dice.Between(20, 300)), "list", "ordinary", dice);
                answered = letter.AsQuoted(draft);
                at = world.Clock.Later(at, dice, 30);
            }
        }
    }
}
