using System.Globalization;
using System.Text;
using Serjeant.Samples.People;

namespace Serjeant.Samples.Traces;

/// <summary>Writes the house's logs (Squid, BIND, Zeek) and those of the trackers' web servers, with ordinary lines around what matters.</summary>
internal sealed class LogMaker(Monitored monitored, IReadOnlyList<string> ordinaryHosts, DateTimeOffset begin, DateTimeOffset end, Dice dice)
{
    private static readonly string[] Browsers =
    [
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:121.0) Gecko/20100101 Firefox/121.0",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.2 Mobile/15E148 Safari/604.1",
        "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17126; Pro)",
    ];

    private readonly List<(DateTimeOffset At, string Text)> squid = [], bind = [], zeek = [];

    public IReadOnlyList<GeneratedLog> Make(IReadOnlyList<Fetch> fetches, IReadOnlyList<string> handedOver, int lines)
    {
        Ordinary(lines);
        foreach (var fetch in fetches)
            if (fetch.Asker == Asker.OwnMachine) Call(fetch.Mail.Person, fetch.At, fetch.Mail.Host, fetch.Mail.Url[fetch.Mail.Url.IndexOf(fetch.Mail.Host, StringComparison.Ordinal)..][fetch.Mail.Host.Length..], fetch.Mail.Encrypted);
        const string fields = "ts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\ttrans_depth\tmethod\thost\turi\treferrer\tversion\tuser_agent\torigin\trequest_body_len\tresponse_body_len\tstatus_code\tstatus_msg";
        const string types = "time\tstring\taddr\tport\taddr\tport\tcount\tstring\tstring\tstring\tstring\tstring\tstring\tstring\tcount\tcount\tcount\tstring";
        return
        [
            new("proxy/access.log.gz", Join(squid)), new("dns/query.log.gz", Join(bind)),
            new("zeek/http.log.gz", $"#separator \\x09\n#set_separator\t,\n#empty_field\t(empty)\n#unset_field\t-\n#path\thttp\n#fields\t{fields}\n#types\t{types}\n{Join(zeek)}"),
            .. handedOver.Select((host, i) => new GeneratedLog($"partner/tracker-{i + 1}.access.log", Tracker(host, fetches))),
        ];
    }

    private void Ordinary(int lines)
    {
        var days = (int)(end - begin).TotalDays;
        var people = monitored.People;
        // From the first hour to the last, or the logs would not cover what they should.
        Call(people[0], begin, dice.Pick(ordinaryHosts), "/", true);
        Call(people[0], end, dice.Pick(ordinaryHosts), "/", true);
        for (var i = 0; i < lines; i++)
        {
            var person = people[i % people.Count];
            var at = begin.AddDays((int)((long)i * days / lines)).AddHours(dice.Between(7, 18)).AddSeconds(dice.Below(3_600));
            if (at > end) continue;
            Call(person, at, dice.Pick(ordinaryHosts), "/" + dice.Lower(dice.Between(3, 12)), dice.Chance(75));
        }
    }

    private void Call(Person person, DateTimeOffset at, string host, string path, bool encrypted)
    {
        var (client, agent) = (monitored.Address(person), dice.Fork("agent " + person.Id).Pick(Browsers));
        bind.Add((at, $"{at.UtcDateTime.ToString("dd-MMM-yyyy HH:mm:ss.fff", CultureInfo.InvariantCulture)} client @0x7f{dice.Hex(10)} {client}#{dice.Between(1_025, 65_000)} ({host}): query: {host} IN {(dice.Chance(70) ? "A" : "AAAA")} +E(0)K ({Monitored.Resolver})"));
        var time = at.AddMilliseconds(dice.Between(20, 900));
        var peer = $"203.0.113.{100 + dice.Fork("peer " + host).Below(90)}";
        squid.Add((time, $"{time.ToUnixTimeMilliseconds() / 1000}.{time.ToUnixTimeMilliseconds() % 1000:D3} {dice.Between(12, 900),6} {client} "
            + (encrypted ? $"TCP_TUNNEL/200 {dice.Digits(4)} CONNECT {host}:443 {Monitored.User(person)} HIER_DIRECT/{peer} -" : $"TCP_MISS/200 {dice.Digits(3)} GET http://{host}{path} {Monitored.User(person)} HIER_DIRECT/{peer} {(path.EndsWith(".gif", StringComparison.Ordinal) ? "image/gif" : "text/html")}")));
        if (!encrypted)
            zeek.Add((time, $"{time.ToUnixTimeMilliseconds() / 1000}.{time.ToUnixTimeMilliseconds() % 1000:D3}000\tC{dice.Mixed(17)}\t{client}\t{dice.Between(1_025, 65_000)}\t{peer}\t80\t1\tGET\t{host}\t{path}\t-\t1.1\t{agent}\t-\t0\t{dice.Between(43, 9_000)}\t200\tOK"));
    }

    /// <summary>The log of the tracker's own web server, which knows no host names and no users.</summary>
    private string Tracker(string host, IReadOnlyList<Fetch> fetches)
    {
        var lines = new List<(DateTimeOffset At, string Text)>();
        void Line(DateTimeOffset at, string client, string path, string agent, int status = 200) =>
            lines.Add((at, $"{client} - - [{at.UtcDateTime.ToString("dd/MMM/yyyy:HH:mm:ss", CultureInfo.InvariantCulture)} +0000] \"GET {path} HTTP/1.1\" {status} {(status == 200 ? 43 : 196)} \"-\" \"{agent}\""));
        foreach (var fetch in fetches.Where(f => f.Mail.Host == host))
        {
            var path = fetch.Mail.Url[(fetch.Mail.Url.IndexOf(host, StringComparison.Ordinal) + host.Length)..];
            var (client, agent) = fetch.Asker switch
            {
                Asker.OwnMachine => (Monitored.Outside, dice.Fork("agent " + fetch.Mail.Person.Id).Pick(Browsers)),
                Asker.ImageProxy => ($"203.0.113.{dice.Between(2, 40)}", "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)"),
                Asker.Prefetcher => ($"203.0.113.{dice.Between(41, 70)}", "Mozilla/5.0"),
                Asker.Gateway => (Monitored.Gateway, dice.Pick(Browsers)),
                _ => ($"198.51.100.{dice.Between(2, 250)}", dice.Pick(Browsers)),
            };
            Line(fetch.At, client, path, agent);
        }
        // Others of whom we know nothing, and those who only look around.
        for (var i = 0; i < 160; i++)
        {
            var at = begin.AddSeconds(dice.Below((int)(end - begin).TotalSeconds));
            if (dice.Chance(70)) Line(at, $"198.51.100.{dice.Between(2, 250)}", $"/{dice.Pick(["media", "pic", "assets"])}/{dice.Hex(32)}.gif", dice.Pick(Browsers));
            else Line(at, $"203.0.113.{dice.Between(71, 99)}", dice.Pick(["/", "/robots.txt", "/favicon.ico", "/.env", "/wp-login.php"]), dice.Pick(["Mozilla/5.0 (compatible; bingbot/2.0)", "curl/8.4.0", "Mozilla/5.0 zgrab/0.x"]), 404);
        }
        return Join(lines);
    }

    private static string Join(List<(DateTimeOffset At, string Text)> lines)
    {
        var text = new StringBuilder();
        foreach (var (_, line) in lines.OrderBy(l => l.At).ThenBy(l => l.Text, StringComparer.Ordinal)) text.Append(line).Append('\n');
        return text.ToString();
    }
}
