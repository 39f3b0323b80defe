using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Letters;
using Serjeant.Samples.Mime;
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
                    yield return world.Post.Deliver(AsList(draft, list, author, rewritten), FromList(list, rewritten ? list.Host : author.Domain), reader.Official!, at.AddSeconds(dice.Between(20, 300)), "list", "ordinary", dice);
                answered = letter.AsQuoted(draft);
                at = world.Clock.Later(at, dice, 30);
            }
        }
    }

    private Origin FromList(MailList list, string fromDomain) => new(list.Host, world.AddressOf(list.Host), $"{list.Name}-bounces@{list.Host}", "pass",
        [new(list.Host, "mailman")], fromDomain, fromDomain == list.Host ? "pass" : "fail", "none", []);

    private static Draft AsList(Draft draft, MailList list, Outsider author, bool rewritten)
    {
        List<Field> fields = [];
        foreach (var field in draft.Fields)
        {
            fields.Add(field.Name switch
            {
                "From" when rewritten => new("From", HeaderText.Mailbox($"{author.Name} via {list.Name}", list.Address)),
                "Subject" => new("Subject", field.Value.StartsWith("Re: ", StringComparison.Ordinal) ? $"Re: [{list.Name}] {field.Value[4..]}" : $"[{list.Name}] {field.Value}"),
                _ => field,
            });
        }
        var site = $"https://{list.Host}/mailman/listinfo/{list.Name}";
        fields.AddRange(
        [
            new("X-BeenThere", list.Address), new("X-Mailman-Version", "2.1.39"), new("Precedence", "list"), new("List-Id", $"{list.Title} <{list.Name}.{list.Host}>"),
            new("List-Unsubscribe", $"<https://{list.Host}/mailman/options/{list.Name}>, <mailto:{list.Name}-request@{list.Host}?subject=unsubscribe>"),
            new("List-Archive", $"<http://{list.Host}/pipermail/{list.Name}/>"), new("List-Post", $"<mailto:{list.Address}>"),
            new("List-Help", $"<mailto:{list.Name}-request@{list.Host}?subject=help>"), new("List-Subscribe", $"<{site}>, <mailto:{list.Name}-request@{list.Host}?subject=subscribe>"),
        ]);
        if (rewritten)
            fields.Add(new("Reply-To", HeaderText.Mailbox(author.Name, author.Address)));
        fields.AddRange([new("Errors-To", $"{list.Name}-bounces@{list.Host}"), new("Sender", $"\"{list.Name}\" <{list.Name}-bounces@{list.Host}>")]);
        var footer = $"_______________________________________________\n{list.Title} mailing list\n{list.Address}\n{site}\n";
        return new Draft(fields, draft.Body is TextPart text ? text with { Text = $"{text.Text}\n{footer}" } : draft.Body);
    }

    private sealed record MailList(string Title, string Name, string Host, IReadOnlyList<Person> Readers, IReadOnlyList<Outsider> Authors)
    {
        public string Address => $"{Name}@{Host}";
    }
}
