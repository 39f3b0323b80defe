using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Mailings;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Mail;

/// <summary>
/// The planted reconnaissance, as the public record has it: ten accounts on one mass-mail service, journalists' personas,
/// news that reads like news, an invisible picture whose address names the recipient, nine weeks, office hours of UTC+8.
/// Nothing in it fails authentication; nobody ever wrote to any of the senders.
/// </summary>
internal sealed class Reconnaissance(World world)
{
    public const int Accounts = 10;
    public const int Weeks = 9;
    private const int CopiesPerWave = 4;

    private static readonly TimeSpan AttackerZone = TimeSpan.FromHours(8);

    private readonly Dice dice = world.Fork("reconnaissance");

    public IEnumerable<Copy> Make(int count)
    {
        var targets = new ReconnaissanceTargets(world).Choose(count);
        var personas = MakePersonas();
        var page = new ReconnaissancePage(world, dice.Fork("page"));
        var keepsLists = dice.Chance(35);
        var monday = FirstMonday();
        var waves = Math.Max(Accounts, count / CopiesPerWave);
        var queue = new Queue<string>(dice.Shuffle(targets));
        HashSet<(string, string)> had = [];
        for (var number = 0; number < waves; number++)
        {
            var wave = MakeWave(number, number * Weeks / waves, personas[number % Accounts], monday);
            var size = ((number + 1) * count / waves) - (number * count / waves);
            foreach (var address in Next(queue, size, wave.Persona, had))
                yield return One(wave, address, page, keepsLists, wave.At.AddSeconds(dice.Below(3000)));
        }
    }

    private Copy One(Wave wave, string address, ReconnaissancePage page, bool keepsLists, DateTimeOffset at)
    {
        var person = world.Roster.Owner(address)!;
        var dispatch = world.RentedService.Prepare(wave.Persona.Account, new Issue($"{wave.Number}", page.Subject(wave), at), address, person.PlainName);
        dispatch = keepsLists ? dispatch with { Fields = [.. dispatch.Fields.Where(f => f.Name != "List-Id")] } : dispatch.Single();
        var draft = dispatch.Draft(page.ToHtml(wave, person, address), page.ToText(wave, person));
        return world.Post.Deliver(draft, dispatch.Origin, address, at.AddSeconds(dice.Between(2, 50)), "reconnaissance", "hostile", dice);
    }

    /// <summary>Takes from the head of the queue those who have not had this persona yet, and puts them back at its end.</summary>
    private static List<string> Next(Queue<string> queue, int size, Persona persona, HashSet<(string, string)> had)
    {
        List<string> chosen = [];
        for (var looked = queue.Count; looked > 0 && chosen.Count < size; looked--)
        {
            var address = queue.Dequeue();
            if (!chosen.Contains(address) && had.Add((address, persona.Account.FromAddress)))
                chosen.Add(address);
            queue.Enqueue(address);
        }
        // With many mails for few people a persona comes back to some of them.
        while (chosen.Count < size)
        {
            var address = queue.Dequeue();
            chosen.Add(address);
            queue.Enqueue(address);
        }
        return chosen;
    }

    private List<Persona> MakePersonas()
    {
        var domains = dice.Some(world.Prose.All("recon.domains"), dice.Between(4, Accounts));
        var outlets = dice.Some(world.Roster.Outlets, dice.Between(4, 6));
        var (given, family) = (dice.Some(world.Prose.All("recon.given"), Accounts), dice.Some(world.Prose.All("recon.family"), Accounts));
        List<Persona> personas = [];
        for (var i = 0; i < Accounts; i++)
        {
            var (outlet, name) = (outlets[i % outlets.Length], $"{given[i]} {family[i]}");
            var (first, last) = (NameMaker.LocalPart(given[i]), NameMaker.LocalPart(family[i]));
            var local = dice.Pick([$"{first}.{last}", $"{first[0]}{last}", $"{last}{dice.Between(1, 9)}", $"{first}_{last}"]);
            var shown = dice.Pick([$"{name} - {outlet.Name}", $"{name}, {outlet.Name}", $"{outlet.Name} ({name})", name, $"{name} | {outlet.Name}"]);
            personas.Add(new Persona(name, outlet, new Account(outlet.Name, shown, $"{local}@{domains[i % domains.Length]}")));
        }
        return personas;
    }

    private Wave MakeWave(int number, int week, Persona persona, DateTimeOffset monday)
    {
        var place = world.Prose.Of("recon.place", dice, []);
        Slots slots = new() { ["place"] = place };
        var sections = world.Prose.Sections("recon.story.");
        var story = Prose.Alternatives(world.Prose.All(sections[(number + dice.Fork("stories").Below(97)) % sections.Count])[0]);
        List<string> paragraphs = [world.Prose.Of("recon.lead", dice, slots), .. world.Prose.Expand(story[1], dice, slots).Split("\n\n")];
        var headline = world.Prose.Expand(story[0], dice, slots);
        var link = $"https://www.{persona.Outlet.Domain}/{dice.Pick(["world", "asia", "politics", "security"])}/{NameMaker.LocalPart(headline.Replace(' ', '-'))}";
        // The first wave opens the first week and the last one closes the ninth.
        var at = monday.AddDays((week * 7) + (number == 0 ? 0 : dice.Below(5))).AddHours(dice.Between(9, 16)).AddMinutes(dice.Below(60));
        // The service stamps its own zone; what remains of the sender's is his working day.
        return new Wave(number, week, persona, headline, paragraphs, link, at.ToOffset(Clock.Local));
    }

    private DateTimeOffset FirstMonday()
    {
        var day = new DateTimeOffset(world.Clock.Start.Date, AttackerZone).AddDays(dice.Between(90, world.Clock.Days - 120));
        while (day.DayOfWeek != DayOfWeek.Monday)
            day = day.AddDays(1);
        return day;
    }
}
