using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Mailings;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Mail;

/// <summary>Newsletters that people asked for, over all the mass-mail services and from one own server.</summary>
internal sealed class Newsletters(World world)
{
    private const int Brands = 13;

    private readonly Dice dice = world.Fork("newsletters");

    public IEnumerable<Copy> Make(int count)
    {
        var brands = MakeBrands();
        return Issues(brands).Take(count);
    }

    private IEnumerable<Copy> Issues(List<Brand> brands)
    {
        for (var number = 1; ; number++)
        {
            foreach (var brand in brands)
            {
                var at = world.Clock.Moment(dice);
                at = at.AddHours(brand.Hour - at.Hour);
                var content = MakeContent(brand, number);
                var issue = new Issue($"{number}", content.Title, at);
                // The journal holds the copies of some subscribers, not of all.
                foreach (var (person, address) in dice.Some(brand.Subscribers, dice.Between(1, 4)))
                {
                    var dispatch = brand.Service.Prepare(brand.Account, issue, address, person.PlainName);
                    var draft = dispatch.Draft(Layout.ToHtml(content, dispatch, world.Fork("look " + brand.Account.FromAddress)), Layout.ToText(content, dispatch));
                    yield return world.Post.Deliver(draft, dispatch.Origin, address, at.AddSeconds(dice.Between(1, 240)), "newsletter", "ordinary", dice);
                }
            }
        }
    }

    private Content MakeContent(Brand brand, int number)
    {
        var own = world.Fork($"content {brand.Account.FromAddress} {number}");
        Slots slots = new() { ["brand"] = brand.Account.Brand };
        var headings = world.Prose.Several($"newsletter.{brand.Sort}.heading", own.Between(2, 4), own, slots);
        var site = $"https://www.{brand.Account.Domain}";
        var items = headings.Select(h => new Item(h, world.Prose.Of($"newsletter.{brand.Sort}.teaser", own, slots),
            $"{site}/{own.Pick(["news", "read", "article", "p"])}/{NameMaker.LocalPart(h.Replace(' ', '-'))}-{own.Digits(5)}",
            own.Chance(55) ? $"{site}/media/{own.Hex(10)}.jpg" : null)).ToList();
        return new Content($"{brand.Account.Brand}: {headings[0]}", world.Prose.Of("newsletter.intro", own, slots), items,
            world.Prose.Of("newsletter.footer", own, slots), site);
    }

    private List<Brand> MakeBrands()
    {
        // An honest customer of the rented service always exists: that a mail came over it must prove nothing.
        List<MailingService> services = [world.RentedService, world.OwnServers, .. world.Services, .. world.Services];
        var lines = dice.Some(world.Prose.All("organisations.brands"), Brands);
        var outlets = dice.Shuffle(world.Roster.Outlets);
        List<Brand> brands = [];
        for (var i = 0; i < lines.Length; i++)
        {
            var (name, sort, domain) = (lines[i].Split('|')[0], lines[i].Split('|')[1], lines[i].Split('|')[2]);
            var from = name;
            if (domain == "OUTLET")
            {
                var outlet = outlets[i % outlets.Length];
                (domain, from) = (outlet.Domain, dice.Pick([$"{outlet.Name}", $"{outlet.Name} - {name}", name]));
            }
            var address = dice.Pick(["newsletter", "news", "hello", "info", "editor"]) + "@" + (dice.Chance(40) ? dice.Pick(["mail.", "news.", "email."]) : "") + domain;
            brands.Add(new Brand(new Account(name, from, address), sort, services[i], dice.Between(5, 17), Subscribers()));
        }
        return brands;
    }

    private List<(Person, string)> Subscribers()
    {
        List<(Person, string)> subscribers = [];
        foreach (var person in dice.Some(world.Roster.People, dice.Between(6, 22)))
            subscribers.Add((person, person.Official is { } official && (person.Personal.Count == 0 || dice.Chance(70)) ? official : person.Personal[0]));
        return subscribers;
    }

    private sealed record Brand(Account Account, string Sort, MailingService Service, int Hour, List<(Person Person, string Address)> Subscribers);
}
