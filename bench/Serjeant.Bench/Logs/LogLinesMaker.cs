using System.Globalization;
using System.Text;

namespace Serjeant.Bench.Logs;

/// <summary>Makes logs of each form with the lengths and variety of real ones; one look in a hundred goes to a host that mail names. The same each time.</summary>
internal static class LogLinesMaker
{
    private static readonly string[] Agents =
    [
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
        "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17928; Pro)",
    ];

    public static string[] Forms => ["squid", "combined", "squid-combined", "iis", "zeek-dns", "zeek-http", "zeek-json", "bind", "dnsmasq", "unbound", "windows-dns"];

    public static string Make(string form, int lines)
    {
        var random = new Random(7);
        var text = new StringBuilder(lines * 180);
        text.Append(form switch
        {
            "iis" => "#Software: Microsoft Internet Information Services 10.0\r\n#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status time-taken\r\n",
            "zeek-dns" => "#separator \\x09\n#path\tdns\n#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\ttrans_id\trtt\tquery\tqclass\tqclass_name\tqtype\tqtype_name\trcode\trcode_name\tAA\tTC\tRD\tRA\tZ\tanswers\tTTLs\trejected\n",
            "zeek-http" => "#separator \\x09\n#path\thttp\n#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\ttrans_depth\tmethod\thost\turi\treferrer\tversion\tuser_agent\torigin\trequest_body_len\tresponse_body_len\tstatus_code\tstatus_msg\ttags\tusername\tproxied\n",
            _ => "",
        });
        var time = new DateTimeOffset(2026, 11, 2, 0, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < lines; i++)
        {
            // Some twenty lines a second, as a house of thousands has.
            if (random.Next(20) == 0) time = time.AddSeconds(1);
            var number = random.Next(100) == 0 ? random.Next(100_000) : -1;
            var host = number >= 0 ? $"h{number}.example" : $"www{random.Next(50)}.site{random.Next(20_000)}.test";
            var target = number >= 0 ? $"/o/{number:x8}.gif?u={number * 7919L:x}" : $"/assets/{random.Next(1_000)}/page-{random.Next(100_000)}.html{(random.Next(3) == 0 ? $"?id={random.Next()}&lang=en" : "")}";
            text.Append(Line(form, time, $"192.0.{random.Next(4)}.{random.Next(1, 255)}", host, target, Agents[random.Next(Agents.Length)], random.Next(1_000))).Append('\n');
        }
        return text.ToString();
    }

    private static string Line(string form, DateTimeOffset time, string client, string host, string target, string agent, int n)
    {
        var epoch = time.ToUnixTimeSeconds();
        FormattableString line = form switch
        {
            "squid" => $"{epoch}.{n:D3} {n,6} {client} TCP_MISS/200 {n * 17} GET http://{host}{target} - HIER_DIRECT/198.51.100.80 text/html",
            "combined" => $"{client} - - [{time:dd/MMM/yyyy:HH:mm:ss} +0000] \"GET {target} HTTP/1.1\" 200 {n * 17} \"https://www.example.com/start\" \"{agent}\"",
            "squid-combined" => $"{client} - - [{time:dd/MMM/yyyy:HH:mm:ss} +0000] \"GET http://{host}{target} HTTP/1.1\" 200 {n * 17} \"-\" \"{agent}\" TCP_MISS:HIER_DIRECT",
            "iis" => $"{time:yyyy-MM-dd HH:mm:ss} 192.0.2.2 GET {target.Split('?')[0]} {(target.Contains('?', StringComparison.Ordinal) ? target.Split('?')[1] : "-")} 443 - {client} {agent.Replace(' ', '+')} - 200 0 0 {n}\r",
            "zeek-dns" => $"{epoch}.{n:D6}\tCx{n}\t{client}\t53124\t192.0.2.53\t53\tudp\t{n}\t0.012\t{host}\t1\tC_INTERNET\t1\tA\t0\tNOERROR\tF\tF\tT\tT\t0\t198.51.100.80\t60.0\tF",
            "zeek-http" => $"{epoch}.{n:D6}\tCx{n}\t{client}\t53124\t198.51.100.80\t80\t1\tGET\t{host}\t{target}\t-\t1.1\t{agent}\t-\t0\t{n}\t200\tOK\t(empty)\t-\t-",
            "zeek-json" => $"{{\"ts\":{epoch}.{n:D6},\"uid\":\"Cx{n}\",\"id.orig_h\":\"{client}\",\"id.orig_p\":53124,\"id.resp_h\":\"192.0.2.53\",\"id.resp_p\":53,\"proto\":\"udp\",\"trans_id\":{n},\"rtt\":0.012,\"query\":\"{host}\",\"qclass\":1,\"qclass_name\":\"C_INTERNET\",\"qtype\":1,\"qtype_name\":\"A\",\"rcode\":0,\"rcode_name\":\"NOERROR\",\"AA\":false,\"TC\":false,\"RD\":true,\"RA\":true,\"Z\":0,\"answers\":[\"198.51.100.80\"],\"TTLs\":[60.0],\"rejected\":false}}",
            "bind" => $"{time:dd-MMM-yyyy HH:mm:ss}.{n:D3} queries: info: client @0x7f3c4c0a3f90 {client}#53124 ({host}): view internal: query: {host} IN A +E(0)K (192.0.2.53)",
            "dnsmasq" => $"{time:MMM} {time.Day,2} {time:HH:mm:ss} gw dnsmasq[811]: query[A] {host} from {client}",
            "unbound" => $"[{epoch}] unbound[811:0] info: {client} {host}. A IN",
            _ => $"{time:M/d/yyyy h:mm:ss tt} 0E58 PACKET  00000230C4B8A2B0 UDP Rcv {client}      0b9c   Q [0001   D   NOERROR] A      {string.Concat(host.Split('.').Select(l => $"({l.Length}){l}"))}(0)\r",
        };
        return line.ToString(CultureInfo.InvariantCulture);
    }
}
