using System.Collections.Immutable;
using System.Net;
using Serjeant.Campaigns;
using Serjeant.Facts;
using Serjeant.Hunts;
using Serjeant.Registers;
using Serjeant.Signals;
using Serjeant.Storage;
using Serjeant.Traces;
using Serjeant.Values;

namespace Serjeant.Tests.Traces;

/// <summary>A house with clients and networks, an index with mail in it, and logs in a folder that goes away.</summary>
internal sealed class TraceHouse : IDisposable
{
    public static readonly DateTimeOffset Arrival = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    public const string Host = "t.straitwire.example";

    private readonly SelectorKeys _keys;
    private readonly string _folder = Directory.CreateTempSubdirectory("serjeant-traces").FullName;

    public TraceHouse()
    {
        Store = new();
        _keys = new(Store.Keys);
    }

    public MemoryStore Store { get; }

    public House House { get; } = new(
        new Roster("House",
            [
                Person("ann", "ahartwell", "192.0.2.17"), Person("bo", "bkerr"), Person("cy", "pc042"), Person("di", "192.0.2.20"), Person("em", "edacosta"), Person("fi", "2001:db8:40::7"),
            ],
            [new Organisation("House", [], [Domain("house.example")], true)], [], [])
        {
            Networks = [IPNetwork.Parse("192.0.2.0/24")],
            Scanners = [IPNetwork.Parse("192.0.2.250/32")],
        },
        new WarningLists(["freemail.example"], ["pages.example"], ["sho.rt"], ["popular.example"]),
        new MailingServices([new MailingService("Mailwave", ["x-mailwave"], [Domain("mailwave.example")], ["x-mailwave-account"], [])]), new Brands([]));

    /// <summary>Indexes a message to people, with what opening calls and a link.</summary>
    public uint Index(int number, string[] to, string? callback = null, string? link = null, DateTimeOffset? arrival = null)
    {
        var id = new Sha256([.. BitConverter.GetBytes(number), .. new byte[28]]);
        var occurrences = new Dictionary<SelectorKey, SelectorRole>();
        var listed = new List<Selector>();
        foreach (var (url, role) in new[] { (callback, SelectorRole.Callback), (link, SelectorRole.Link) })
        {
            if (url is null) continue;
            var address = WebAddress.Parse(url);
            listed.AddRange([Selector.Host(address.Host), Selector.UrlShape(address)]);
            List<Selector> all = [Selector.Host(address.Host), Selector.Url(address), Selector.UrlShape(address)];
            if (address.Query.Length > 0) all.Add(Selector.UrlPath(address));
            foreach (var selector in all) occurrences[_keys.Of(selector)] = occurrences.GetValueOrDefault(_keys.Of(selector)) | role;
        }
        Store.Index(new(new() { Id = id, Date = arrival ?? Arrival, Targets = [.. to], Recipients = to.Length }, [.. occurrences.Select(o => new Occurrence(o.Key, o.Value)).OrderBy(o => o.Key)], [.. listed]));
        var urls = ImmutableArray.CreateBuilder<KeptUrl>();
        if (callback is not null) urls.Add(new(callback, LinkFire.Opening, false));
        if (link is not null) urls.Add(new(link, LinkFire.Clicking, true));
        Store.Keep(new KeptMessage { Id = id, Date = arrival ?? Arrival, Urls = urls.ToImmutable() });
        return Store.NumberOf(id)!.Value;
    }

    /// <summary>Writes lines into a file and reads it for traces.</summary>
    public TracedFile Add(string name, string text, string host = "", long trials = 4_000_000)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        var (traced, _) = new TraceMaker(House, Store, new() { Host = host, MaximumTrials = trials }).Make(path, CancellationToken.None);
        Store.Add(traced);
        return traced;
    }

    public void AddAgain(string path) => Store.Add(new TraceMaker(House, Store).Make(path, CancellationToken.None).Traced);

    public ImmutableArray<Exposure> Ask(params uint[] messages) =>
        new ExposureMaker(House, Store, Store, Store).Make(messages, [.. House.Roster.People.Select(p => p.Id)]);

    /// <summary>A line of Squid's some days after the arrival.</summary>
    public static string Squid(double day, string client, string target, string user = "-", string result = "TCP_MISS/200") =>
        $"{Arrival.AddDays(day).ToUnixTimeSeconds()}.000 12 {client} {result} 43 {(target.Contains("://", StringComparison.Ordinal) ? "GET" : "CONNECT")} {target} {user} HIER_DIRECT/198.51.100.80 image/gif\n";

    /// <summary>Lines of Squid's in which a client reads the news on some days.</summary>
    public static string Surf(string client, params double[] days) => string.Concat(days.Select(d => Squid(d, client, "http://news.example/")));

    /// <summary>A line of Zeek's http.log.</summary>
    public static string Zeek(double day, string client, string host) =>
        $"{{\"ts\":{Arrival.AddDays(day).ToUnixTimeSeconds()}.0,\"uid\":\"C1\",\"id.orig_h\":\"{client}\",\"id.orig_p\":50001,\"id.resp_h\":\"198.51.100.80\",\"id.resp_p\":80,\"method\":\"GET\",\"host\":\"{host}\",\"uri\":\"/\",\"status_code\":200}}\n";

    /// <summary>A line of a web server's, some days after the arrival.</summary>
    public static string Web(double day, string client, string target, string agent) =>
        $"{client} - - [{Arrival.AddDays(day).ToString("dd/MMM/yyyy:HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)} +0000] \"GET {target} HTTP/1.1\" 200 43 \"-\" \"{agent}\"\n";

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static Person Person(string id, params string[] clients) => new() { Id = id, Name = id, Clients = [.. clients] };

    private static DomainName Domain(string name) => DomainName.TryParse(name, out var domain) ? domain : throw new ArgumentException(name, nameof(name));
}
