using System.Globalization;

namespace Serjeant.Samples.Logs;

/// <summary>What an office's proxy and name server log of an ordinary day; for measuring speed, with agents and hosts of many kinds.</summary>
internal sealed class OfficeTraffic(int seed)
{
    private static readonly string[] Hosts = ["www.journal.example", "cdn.journal.example", "mail.parliament.example", "updates.vendor.example", "api.weather.example", "maps.travel.example", "fonts.static.example", "video.stream.example", "login.identity.example", "telemetry.vendor.example", "ocsp.authority.example", "shop.books.example"];
    private static readonly string[] Paths = ["/", "/news/politics/2021/08/", "/assets/app.js", "/v1/forecast.json", "/static/img/logo.png", "/search", "/update/check", "/ocsp/MFYwVKADAgEAME0wSzBJMAkGBSsOAwIa", "/api/session", "/fonts/serif.woff2", "/msdownload/update/v3/static/trustedr/en/authrootstl.cab"];

    private static readonly string[] Agents =
    [
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/92.0.4515.131 Safari/537.36", "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:91.0) Gecko/20100101 Firefox/91.0",
        "Microsoft-CryptoAPI/10.0", "Microsoft BITS/7.8", "Windows-Update-Agent/10.0.10011.16384 Client-Protocol/2.33", "Debian APT-HTTP/1.3 (1.8.2.3)",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 14_7_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/14.1.2 Mobile/15E148 Safari/604.1",
    ];

    private readonly Random _random = new(seed);

    /// <summary>Squid's "combined" form: whole URLs, referrer and agent.</summary>
    public string ProxyLine(int second)
    {
        var host = Pick(Hosts);
        var url = _random.Next(4) == 0 ? $"http://{host}{Pick(Paths)}?id={_random.Next():x8}&lang=en&page={_random.Next(30)}" : $"http://{host}{Pick(Paths)}";
        return string.Create(CultureInfo.InvariantCulture,
            $"10.20.{_random.Next(16, 32)}.{_random.Next(1, 255)} - - [16/Aug/2021:{second / 3600 % 24:00}:{second / 60 % 60:00}:{second % 60:00} +0000] \"{Pick(["GET", "GET", "GET", "POST"])} {url} HTTP/1.1\" {Pick(["200", "200", "304", "302", "404"])} {_random.Next(90_000)} \"http://{Pick(Hosts)}/\" \"{Pick(Agents)}\" TCP_MISS:HIER_DIRECT");
    }

    /// <summary>BIND's query log.</summary>
    public string LookUpLine(int second)
    {
        var name = _random.Next(3) == 0 ? $"{_random.Next():x8}.{Pick(Hosts)}" : Pick(Hosts);
        return string.Create(CultureInfo.InvariantCulture,
            $"16-Aug-2021 {second / 3600 % 24:00}:{second / 60 % 60:00}:{second % 60:00}.{_random.Next(1000):000} queries: info: client @0x7f{_random.Next():x8} 10.20.{_random.Next(16, 32)}.{_random.Next(1, 255)}#{_random.Next(1024, 65_000)} ({name}): query: {name} IN {Pick(["A", "A", "AAAA", "HTTPS", "TXT", "MX"])} + (10.20.0.2)");
    }

    private T Pick<T>(T[] of) => of[_random.Next(of.Length)];
}
