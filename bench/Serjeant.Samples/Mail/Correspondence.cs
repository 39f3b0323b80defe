using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Letters;
using Serjeant.Samples.Mime;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Mail;

/// <summary>Personal letters: between members and staff, with organisations, journalists, families. Most are threads.</summary>
internal sealed class Correspondence(World world)
{
    private readonly Dice dice = world.Fork("correspondence");

    public IEnumerable<Copy> Make(int count) => Threads().Take(count);

    private IEnumerable<Copy> Threads()
    {
        while (true)
        {
            var roll = dice.Below(100);
            var thread = roll < 42 ? Inside() : roll < 78 ? WithOrganisation() : roll < 85 ? FromJournalist() : AtHome();
            foreach (var copy in thread)
                yield return copy;
        }
    }

    /// <summary>Two or three people of the house.</summary>
    private List<Copy> Inside()
    {
        var people = world.Roster.People.Where(p => p.Official is not null).ToList();
        var (first, second) = (dice.Pick(people), dice.Pick(people));
        if (first == second)
            return [];
        var subject = world.Prose.Of("correspondence.subject", dice, []);
        var at = world.Clock.Moment(dice);
        List<Copy> copies = [];
        Quoted? answered = null;
        for (var i = dice.Pick([1, 1, 2, 2, 3, 4]); i > 0; i--)
        {
            var (author, reader) = (first, second);
            var paragraphs = Paragraphs(reader.First, i == 0 || answered is not null, World.SlotsFor(author), "correspondence");
            var copied = answered is null && dice.Chance(18) ? dice.Pick(people) : null;
            var letter = new Letter(new(author.PlainName, author.Official!), author.Program, [new(reader.PlainName, reader.Official!)],
                answered is null ? subject : "Re: " + subject, paragraphs, world.SignatureOf(author), at)
            {
                Answers = answered,
                Cc = copied is null || copied == author || copied == reader ? [] : [new(copied.PlainName, copied.Official!)],
                Attachments = answered is null && dice.Chance(10) ? [Files.Attachment(dice, dice.Chance(50) ? "pdf" : "docx", subject)] : [],
            };
            var draft = LetterWriter.Write(letter, dice);
            world.Outbox.Add(new(draft, author, letter.To[0], at));
            copies.Add(world.Post.Deliver(draft, world.Origins.Ours(author, at, dice), reader.Official!, at.AddSeconds(dice.Between(1, 9)), "correspondence", "ordinary", dice));
            answered = letter.AsQuoted(draft);
            at = world.Clock.Later(at, dice);
            (first, second) = (second, first);
        }
        return copies;
    }

    private List<Copy> WithOrganisation()
    {
        var organisation = dice.Pick([.. world.Roster.Correspondents.Skip(1), .. world.Roster.Bodies.Where(b => !b.Ours)]);
        var contact = dice.Pick(world.ContactsAt(organisation));
        var tail = "";
        var own = world.Fork("letterhead " + organisation.Domain);
        // Public-affairs firms track single letters as well: an ordinary thing that looks like the hostile one.
        if (own.Chance(25))
            tail = $"<img src=\"https://{own.Pick(["t", "open", "trk"])}.{own.Pick(["mergewise.example", "pipelinecrm.example", "yesreply.example"])}/o/{dice.UrlSafe(22)}.gif\" width=\"1\" height=\"1\" alt=\"\" style=\"display:none\">\n";
        else if (own.Chance(40))
            tail = $"<p><a href=\"https://www.{organisation.Domain}/\"><img src=\"https://www.{organisation.Domain}/mail/{own.Letters(5)}-logo.png\" width=\"{own.Between(90, 200)}\" alt=\"{Html.Escape(organisation.Name)}\"></a></p>\n";
        return Exchange(contact, dice.Pick(world.Roster.People.Where(p => p.Official is not null).ToList()), organisation, "correspondence.outside", tail,
            dice.Chance(15) ? [Files.Attachment(dice, "pdf", "programme")] : []);
    }

    private List<Copy> FromJournalist()
    {
        var outlet = dice.Pick(world.Roster.Outlets);
        return Exchange(dice.Pick(world.ContactsAt(outlet)), dice.Pick(world.Roster.Members.ToList()), outlet, "correspondence.press", "", []);
    }

    /// <summary>A letter from outside, and often an answer, and an answer to that.</summary>
    private List<Copy> Exchange(Outsider contact, Person reader, Organisation organisation, string section, string tail, IReadOnlyList<Part> attachments)
    {
        var subject = world.Prose.Of("correspondence.subject", dice, []);
        var at = world.Clock.Moment(dice);
        Letter FromContact(IReadOnlyList<string> paragraphs, Quoted? answers) => new(new(contact.Name, contact.Address), contact.Program,
            [new(reader.PlainName, reader.Official!)], answers is null ? subject : "Re: " + subject, paragraphs,
            [contact.Name, organisation.Name, world.Prose.Of("phone", world.Fork(contact.Address), [])], at)
        { Answers = answers, HtmlTail = tail, Attachments = answers is null ? attachments : [] };

        var letter = FromContact(Outside(section, reader), null);
        var draft = LetterWriter.Write(letter, dice);
        List<Copy> copies = [Deliver(draft, contact, reader, at)];
        if (!dice.Chance(55))
            return copies;
        at = world.Clock.Later(at, dice);
        var reply = new Letter(new(reader.PlainName, reader.Official!), reader.Program, [letter.From], "Re: " + subject,
            Paragraphs(contact.First, true, World.SlotsFor(reader), "correspondence"), world.SignatureOf(reader), at)
        { Answers = letter.AsQuoted(draft) };
        var replyDraft = LetterWriter.Write(reply, dice);
        world.Outbox.Add(new(replyDraft, reader, letter.From, at));
        if (!dice.Chance(45))
            return copies;
        at = world.Clock.Later(at, dice);
        draft = LetterWriter.Write(FromContact(Paragraphs(reader.First, true, World.SlotsFor(reader), "correspondence"), reply.AsQuoted(replyDraft)), dice);
        copies.Add(Deliver(draft, contact, reader, at));
        return copies;
    }

    /// <summary>Private accounts: family and friends.</summary>
    private List<Copy> AtHome()
    {
        var people = world.Roster.People.Where(p => p.Personal.Count > 0).ToList();
        var reader = dice.Pick(people);
        var at = world.Clock.Moment(dice);
        var relative = world.Roster.Families.FirstOrDefault(f => f.Of("familyOf") == reader.Id);
        var friend = world.Stranger(dice);
        var (name, address, program) = relative is not null && dice.Chance(60) ? (relative.PlainName, relative.Personal[0], relative.Program) : (friend.Name, friend.Address, friend.Program);
        var letter = new Letter(new(name, address), program, [new(reader.PlainName, reader.Personal[0])], world.Prose.Of("correspondence.subject", dice, []),
            [$"{reader.First},", .. world.Prose.Several("correspondence.aside", 2, dice, []), world.Prose.Of("correspondence.detail", dice, [])], [name.Split(' ')[0]], at);
        var draft = LetterWriter.Write(letter, dice);
        var origin = world.Freemail.Contains(Origins.DomainOf(address)) ? world.Origins.Freemail(address, at, dice) : world.Origins.Organisation(address, at, dice);
        return [world.Post.Deliver(draft, origin, reader.Personal[0], at.AddSeconds(dice.Between(2, 30)), "correspondence", "ordinary", dice)];
    }

    private Copy Deliver(Draft draft, Outsider contact, Person reader, DateTimeOffset at) =>
        world.Post.Deliver(draft, world.Origins.Organisation(contact.Address, at, dice), reader.Official!, at.AddSeconds(dice.Between(2, 40)), "correspondence", "ordinary", dice);

    private List<string> Outside(string section, Person reader)
    {
        var slots = World.SlotsFor(reader);
        return
        [
            world.Prose.Of("greeting", dice, slots), world.Prose.Of(section + ".context", dice, slots),
            .. world.Prose.Several("correspondence.detail", dice.Between(0, 2), dice, slots), world.Prose.Of(section + ".request", dice, slots),
            world.Prose.Of("closing", dice, slots),
        ];
    }

    private List<string> Paragraphs(string first, bool reply, Slots slots, string section)
    {
        Slots named = new() { ["first"] = first };
        List<string> middle =
        [
            .. reply ? world.Prose.Several(section + ".reply", dice.Between(1, 2), dice, slots) : world.Prose.Several(section + ".context", dice.Between(1, 2), dice, slots),
            .. world.Prose.Several(section + ".detail", dice.Between(0, 2), dice, slots),
            .. reply ? [] : world.Prose.Several(section + ".request", 1, dice, slots),
            .. world.Prose.Several(section + ".aside", dice.Chance(40) ? 1 : 0, dice, slots),
        ];
        // Some people write one block, some a line a thought.
        if (dice.Chance(50))
            middle = [string.Join(' ', middle)];
        return [world.Prose.Of("greeting", dice, named), .. middle, world.Prose.Of("closing", dice, slots)];
    }
}
