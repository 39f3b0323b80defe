using System.Globalization;
using System.Text;
using Serjeant.Samples.Letters;
using Serjeant.Samples.Mime;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;

namespace Serjeant.Samples.Mail;

/// <summary>
/// The template of the reconnaissance: one skeleton with variations, and the beacon. Host of the beacon, its path, its
/// token and how it is hidden are a matter of the seed; half-way through the host changes and the rest stays.
/// </summary>
internal sealed class ReconnaissancePage
{
    private readonly World world;
    private readonly Dice dice;
    private readonly string[] hosts;
    private readonly string path;
    private readonly int tokenShape;
    private readonly bool tokenPerMail;
    private readonly int hiding;
    private readonly bool early;
    private readonly string font;
    private readonly int subjectShape;

    public ReconnaissancePage(World world, Dice dice)
    {
        this.world = world;
        this.dice = dice;
        hosts = [.. dice.Some(world.Prose.All("recon.beacons"), 2).Select(h => dice.Pick(["img.", "s1.", "www.", "cdn.", ""]) + h)];
        path = dice.Pick(["/i/{0}.gif", "/assets/{0}/spacer.png", "/p.png?id={0}", "/images/logo.gif?v={0}", "/media/{0}", "/pic?u={0}&s=1"]);
        tokenShape = dice.Below(4);
        tokenPerMail = dice.Chance(50);
        hiding = dice.Below(4);
        early = dice.Chance(40);
        font = dice.Pick(["Georgia,serif", "Arial,sans-serif", "'Times New Roman',serif", "Helvetica,Arial,sans-serif"]);
        subjectShape = dice.Below(3);
    }

    public string Subject(Wave wave) => subjectShape switch
    {
        0 => wave.Headline,
        1 => $"{wave.Persona.Outlet.Name}: {wave.Headline}",
        _ => wave.Number % 3 == 0 ? $"[Report] {wave.Headline}" : wave.Headline,
    };

    public string ToHtml(Wave wave, Person person, string address)
    {
        var own = dice.Fork($"wave {wave.Number}");
        var text = new StringBuilder("<html>\n<head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"></head>\n<body>\n");
        if (early)
            text.Append(Beacon(wave, address)).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"<div style=\"max-width:{own.Pick([600, 620, 640])}px;font-family:{font};font-size:15px;color:#222\">\n<p style=\"color:#888;font-size:12px\">{Html.Escape(wave.Persona.Outlet.Name)}</p>\n");
        if (own.Chance(55))
            text.Append(CultureInfo.InvariantCulture, $"<p>{Html.Escape(Greeting(own, person))}</p>\n<p>{Html.Escape(world.Prose.Of("recon.intro", own, new Slots { ["place"] = wave.Headline.Split(' ')[0] is "Lease" ? "the port" : "the capital" }))}</p>\n");
        text.Append(CultureInfo.InvariantCulture, $"<h2>{Html.Escape(wave.Headline)}</h2>\n");
        if (own.Chance(45))
            text.Append(CultureInfo.InvariantCulture, $"<img src=\"https://www.{wave.Persona.Outlet.Domain}/photo/{own.Digits(7)}.jpg\" width=\"600\" alt=\"\">\n");
        text.Append(CultureInfo.InvariantCulture, $"<p style=\"font-size:12px\">By <b>{wave.Persona.Name}</b></p>\n");
        foreach (var paragraph in wave.Paragraphs)
            text.Append(CultureInfo.InvariantCulture, $"<p style=\"line-height:1.5\">{Html.Escape(paragraph)}</p>\n");
        text.Append(CultureInfo.InvariantCulture, $"<p><a href=\"{wave.Link}\">{world.Prose.Of("recon.more", own, [])}</a></p>\n<p style=\"font-size:11px;color:#999\">{Html.Escape(Footer(own, wave))}</p>\n</div>\n");
        if (!early)
            text.Append(Beacon(wave, address)).Append('\n');
        return text.Append("</body>\n</html>\n").ToString();
    }

    public string ToText(Wave wave, Person person)
    {
        var own = dice.Fork($"wave {wave.Number}");
        own.Pick([600, 620, 640]);
        var greeting = own.Chance(55) ? Greeting(own, person) + "\n\n" : "";
        return $"{greeting}{wave.Headline}\nBy {wave.Persona.Name}\n\n{string.Join("\n\n", wave.Paragraphs.Select(LetterText.Wrapped))}\n\n{wave.Link}\n";
    }

    private string Beacon(Wave wave, string address)
    {
        var token = dice.Fork(tokenPerMail ? $"token {address} {wave.Number}" : $"token {address}");
        var value = tokenShape switch
        {
            0 => token.Hex(32),
            1 => token.UrlSafe(24),
            2 => token.Uuid(),
            _ => token.Mixed(18),
        };
        var url = $"https://{hosts[wave.Week * 2 < Reconnaissance.Weeks ? 0 : 1]}{path.Replace("{0}", value, StringComparison.Ordinal)}".Replace("&", "&amp;", StringComparison.Ordinal);
        return hiding switch
        {
            0 => $"<img src=\"{url}\" width=\"1\" height=\"1\" alt=\"\">",
            1 => $"<img src=\"{url}\" style=\"display:none\" alt=\"\">",
            2 => $"<div style=\"background-image:url('{url}');width:1px;height:1px;overflow:hidden\"></div>",
            _ => $"<img src=\"{url}\" style=\"width:0;height:0;border:0;opacity:0\">",
        };
    }

    private string Greeting(Dice own, Person person) => world.Prose.Of("recon.greeting", own, World.SlotsFor(person));

    private string Footer(Dice own, Wave wave) =>
        world.Prose.Of("recon.footer", own, new Slots { ["outlet"] = wave.Persona.Outlet.Name, ["persona"] = wave.Persona.Name });
}
