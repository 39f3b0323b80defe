using System.Text;
using Serjeant.Samples.Letters;
using Serjeant.Samples.Mail;
using Serjeant.Samples.Mailings;
using Serjeant.Samples.Mime;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Traces;

/// <summary>
/// A reconnaissance that keeps below notice: ten accounts at a mass-mail service, one after the other over most of a year, a few copies a time, to people
/// who share nothing. Sender domains, beacon hosts and texts change at different times, so that neighbours have some in common and the first and the last nothing.
/// </summary>
internal sealed class QuietReconnaissance(World world, DateTimeOffset begin, int weeks)
{
    private const int CopiesPerWave = 3, AccountsPerDomain = 2, AccountsPerText = 3, Targets = 26;

    private readonly Dice dice = world.Fork("quiet reconnaissance");
    private readonly List<QuietMail> mails = [];

    public QuietSetting Setting { get; private set; } = new([], []);

    public IReadOnlyList<QuietMail> Make(int count)
    {
        Setting = MakeSetting();
        var stories = dice.Some(world.Prose.Sections("recon.story."), 4);
        List<(Person Person, string Address)> addresses =
        [
            .. dice.Some(world.Roster.People.Where(p => p.Official is not null), Targets - 10).Select(p => (p, p.Official!)),
            .. dice.Some(world.Roster.People.Where(p => p.Official is not null && p.Personal.Count > 0), 10).Select(p => (p, p.Personal[0])),
        ];
        var queue = new Queue<(Person Person, string Address)>(dice.Shuffle(addresses.DistinctBy(a => a.Address)));
        var waves = Math.Max(Setting.Personas.Count, count / CopiesPerWave);
        for (var wave = 0; wave < waves; wave++)
        {
            var account = wave * Setting.Personas.Count / waves;
            var text = MakeText(stories[(account + 2) / AccountsPerText % stories.Length], account);
            var at = begin.AddDays((wave * weeks * 7 / waves) + dice.Below(3)).AddHours(dice.Between(2, 9)).AddMinutes(dice.Below(60));
            for (var i = (wave + 1) * count / waves - wave * count / waves; i > 0; i--)
            {
                var (person, address) = queue.Dequeue();
                queue.Enqueue((person, address));
                mails.Add(One(account, wave, person, address, text, at.AddSeconds(dice.Below(2_400))));
            }
        }
        return mails;
    }

    private QuietMail One(int account, int wave, Person person, string address, Text text, DateTimeOffset at)
    {
        var persona = Setting.Personas[account];
        while (at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) at = at.AddDays(1);
        at = at.ToOffset(Clock.Local);
        var dispatch = world.RentedService.Prepare(persona.Account, new Issue($"quiet {wave}", text.Headline, at), address, person.PlainName).Single();
        var host = Setting.BeaconOf(account);
        var token = dice.Fork($"token {address} {wave}").Hex(32);
        // Every other host speaks plain http, so that logs differ in what they show.
        var secure = Setting.Beacons.ToList().IndexOf(host) % 2 == 1;
        var url = $"http{(secure ? "s" : "")}://{host}/{text.Folder}/{token}.gif";
        var draft = dispatch.Draft(ToHtml(text, persona, person, url), $"{text.Headline}\n\n{string.Join("\n\n", text.Paragraphs.Select(LetterText.Wrapped))}\n\n{text.Link}\n");
        return new(world.Post.Deliver(draft, dispatch.Origin, address, at.AddSeconds(dice.Between(2, 50)), "quiet", "any", dice), account, person, host, url);
    }

    private static string ToHtml(Text text, Persona persona, Person person, string url)
    {
        var html = new StringBuilder("<html>\n<head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"></head>\n<body>\n");
        html.Append("<table width=\"").Append(text.Width).Append("\" align=\"center\" style=\"font-family:").Append(text.Font).Append("\"><tr><td>\n<h2>").Append(Html.Escape(text.Headline)).Append("</h2>\n<p>Dear ").Append(Html.Escape(person.First)).Append(",</p>\n");
        foreach (var paragraph in text.Paragraphs) html.Append("<p>").Append(Html.Escape(paragraph)).Append("</p>\n");
        return html.Append("<p><a href=\"").Append(text.Link).Append("\">Read on</a></p>\n<p><i>").Append(Html.Escape(persona.Name)).Append("</i></p>\n</td></tr></table>\n<img src=\"").Append(url)
            .Append("\" width=\"1\" height=\"1\" alt=\"\">\n</body>\n</html>\n").ToString();
    }

    private QuietSetting MakeSetting()
    {
        var (domains, outlets) = (dice.Some(world.Prose.All("recon.domains"), 5), dice.Some(world.Roster.Outlets, 5));
        var (given, family) = (dice.Some(world.Prose.All("recon.given"), Reconnaissance.Accounts), dice.Some(world.Prose.All("recon.family"), Reconnaissance.Accounts));
        List<Persona> personas = [];
        for (var i = 0; i < Reconnaissance.Accounts; i++)
        {
            var outlet = outlets[i % outlets.Length];
            var address = $"{NameMaker.LocalPart(given[i])}.{NameMaker.LocalPart(family[i])}@{domains[i / AccountsPerDomain]}";
            personas.Add(new($"{given[i]} {family[i]}", outlet, new Account(outlet.Name, $"{given[i]} {family[i]}", address)));
        }
        // What calls home lies at a domain under which another account writes: to whoever looks at one mail it is a stranger, to whoever looks at all it is not.
        return new(personas, [.. ((int[])[2, 4, 0, 1]).Select(d => dice.Pick(["img.", "s1.", "cdn."]) + domains[d])]);
    }

    private Text MakeText(string section, int account)
    {
        // One text for the accounts that share a story; only the link's page differs.
        var own = dice.Fork("text " + section);
        Slots slots = new() { ["place"] = world.Prose.Of("recon.place", own, []) };
        var story = Prose.Alternatives(world.Prose.All(section)[0]);
        var headline = world.Prose.Expand(story[0], own, slots);
        List<string> paragraphs = [world.Prose.Of("recon.lead", own, slots), .. world.Prose.Expand(story[1], own, slots).Split("\n\n")];
        return new(headline, paragraphs, $"https://www.{Setting.Personas[account].Outlet.Domain}/world/{own.Digits(6)}", own.Pick(["media", "pic", "assets"]), own.Pick([580, 600, 620]), own.Pick(["Georgia,serif", "Arial,sans-serif"]));
    }

    private sealed record Text(string Headline, IReadOnlyList<string> Paragraphs, string Link, string Folder, int Width, string Font);
}
