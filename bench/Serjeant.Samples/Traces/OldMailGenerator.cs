using System.Globalization;
using Serjeant.Samples.Deliveries;
using Serjeant.Samples.Mail;
using Serjeant.Samples.People;
using Serjeant.Samples.Places;
using Serjeant.Samples.Writing;

namespace Serjeant.Samples.Traces;

/// <summary>Makes years of mail with a campaign that nobody saw, the logs of its time with what became of it, and the tip that names three of its selectors.</summary>
public static class OldMailGenerator
{
    private const int CampaignWeeks = 40;

    /// <summary>The house keeps no logs of the first weeks of the campaign.</summary>
    private const int WeeksWithoutLogs = 9;

    public static OldMail Generate(OldMailOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Ordinary, 200);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Planted, 30);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Months, 18);
        var world = new World(options.Seed, Prose.Load(), options.Months);
        var ordinary = Ordinary(world, options.Ordinary);
        var begin = Monday(world.Clock.Start.AddDays(150 + world.Fork("old mail").Below(world.Clock.Days - 150 - (CampaignWeeks * 7) - 40)));
        var campaign = new QuietReconnaissance(world, begin, CampaignWeeks);
        var planted = campaign.Make(options.Planted);
        var (logsBegin, logsEnd) = (begin.AddDays(WeeksWithoutLogs * 7), begin.AddDays((CampaignWeeks + 3) * 7));
        // A partner seized two of the four servers.
        List<string> handedOver = [campaign.Setting.Beacons[1], campaign.Setting.Beacons[2]];
        var plan = new ExposurePlan(planted, logsBegin, logsEnd, handedOver.ToHashSet(StringComparer.Ordinal), world.Fork("exposures"));
        var monitored = new Monitored(world.Roster, plan.Without);
        string[] hosts = [.. world.Roster.Outlets.Concat(world.Roster.Correspondents).Concat(world.Roster.Bodies).Select(o => "www." + o.Domain), "search.example", "weather.example", "maps.example", "intranet." + Roster.OurDomain];
        var logs = new LogMaker(monitored, hosts, logsBegin, logsEnd, world.Fork("logs")).Make(plan.Fetches, handedOver, options.LogLines);
        var roster = RosterYaml.Write(world.Roster, options.Seed, monitored.Clients, Monitored.Networks);
        var house = new GeneratedHouse(options.Seed, roster, Filing.Sort(ordinary.Concat(planted.Select(p => p.Copy))), []);
        // Nothing of the first account, of the sixth, nor of the last two.
        string[] tip = [campaign.Setting.Personas[1].Account.FromAddress, campaign.Setting.BeaconOf(2), campaign.Setting.Personas[6].Account.Domain];
        return new(house, logs, plan.Exposures, tip, Bundle(tip, logsEnd, world.Fork("tip")));
    }

    private static List<Copy> Ordinary(World world, int count)
    {
        int Share(int perMille) => count * perMille / 1000;
        List<Copy> all =
        [
            .. new AllianceNewsletter(world, 7).Make(), .. new Casework(world).Make(Share(92)), .. new Petitions(world).Make(Share(60)), .. new PressReleases(world).Make(Share(42)),
            .. new Newsletters(world).Make(Share(150)), .. new ListMail(world).Make(Share(73)), .. new Invitations(world).Make(Share(32)), .. new Notifications(world).Make(Share(65)),
            .. new Junk(world).Make(Share(40)),
        ];
        all.AddRange(new Correspondence(world).Make(Math.Max(Share(200), count - all.Count - Share(85))));
        all.AddRange(new SentCopies(world).Make(Share(85)));
        return all;
    }

    private static DateTimeOffset Monday(DateTimeOffset day)
    {
        while (day.DayOfWeek != DayOfWeek.Monday) day = day.AddDays(1);
        return day;
    }

    private static string Bundle(string[] tip, DateTimeOffset after, Dice dice)
    {
        var at = after.AddYears(1).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.000'Z'", CultureInfo.InvariantCulture);
        (string Name, string Pattern)[] indicators =
        [
            ("Sender of a reconnaissance", $"[email-addr:value = '{tip[0]}']"), ("Host that its mails call", $"[domain-name:value = '{tip[1]}']"), ("Domain of its senders", $"[domain-name:value = '{tip[2]}']"),
        ];
        var objects = indicators.Select(i => $$"""
                {
                  "type": "indicator", "spec_version": "2.1", "id": "indicator--{{dice.Uuid()}}", "created": "{{at}}", "modified": "{{at}}",
                  "name": "{{i.Name}}", "indicator_types": ["malicious-activity"], "pattern": "{{i.Pattern}}", "pattern_type": "stix", "valid_from": "{{at}}"
                }
            """);
        return $"{{\n  \"type\": \"bundle\",\n  \"id\": \"bundle--{dice.Uuid()}\",\n  \"objects\": [\n{string.Join(",\n", objects)}\n  ]\n}}\n".ReplaceLineEndings("\n");
    }
}
