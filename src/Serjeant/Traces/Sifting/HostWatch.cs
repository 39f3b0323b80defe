using System.IO.Hashing;
using System.Text;
using Serjeant.Hunts;
using Serjeant.Signals;
using Serjeant.Values;

namespace Serjeant.Traces.Sifting;

/// <summary>How far a host in a log concerns mail.</summary>
internal enum Concern : byte
{
    None,
    /// <summary>Mail names it, and so does everybody: only its URLs that stand in mail count.</summary>
    UrlsOnly,
    /// <summary>Mail names it.</summary>
    Host,
}

/// <summary>The hosts that mail in the index names, to be found by a log's bytes.</summary>
internal sealed class HostWatch
{
    private const int Longest = 255;

    private readonly Dictionary<ulong, Concern> _hosts = [];
    private readonly Dictionary<ulong, bool> _called = [];
    private readonly House _house;
    private readonly IIndexStore _index;
    private readonly SelectorKeys _keys;

    public HostWatch(House house, IIndexStore index)
    {
        (_house, _index, _keys) = (house, index, new(index.Keys));
        foreach (var name in index.ReadListed(SelectorKind.Host))
            if (ConcernOf(house, name) is var concern and not Concern.None) _hosts[XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(name))] = concern;
    }

    public int Count => _hosts.Count;

    /// <summary>What a host's name alone says: ours never counts, what everybody uses counts by its URLs.</summary>
    public static Concern ConcernOf(House house, string name)
    {
        if (!DomainName.TryParse(name, out var host) || house.Roster.IsOwn(host)) return Concern.None;
        return house.WarningLists.IsPopular(host) || house.WarningLists.IsShortener(host) || house.Services.FindByHost(host) is not null ? Concern.UrlsOnly : Concern.Host;
    }

    /// <summary>By a host as logged: any case, with or without its final dot.</summary>
    public Concern Find(ReadOnlySpan<byte> host)
    {
        if (host is [.., (byte)'.']) host = host[..^1];
        if (host.IsEmpty || host.Length > Longest) return Concern.None;
        Span<byte> folded = stackalloc byte[host.Length];
        if (Ascii.ToLower(host, folded, out _) != System.Buffers.OperationStatus.Done) return Concern.None;
        var hash = XxHash3.HashToUInt64(folded);
        var concern = _hosts.GetValueOrDefault(hash);
        if (concern != Concern.Host) return concern;
        if (!_called.TryGetValue(hash, out var called)) _called[hash] = called = IsCalled(Encoding.ASCII.GetString(folded));
        return called ? Concern.Host : Concern.None;
    }

    /// <summary>Hosts that mail names only as sender or relay are nobody's to call; each is looked up once, when a log first has it.</summary>
    private bool IsCalled(string host) =>
        DomainName.TryParse(host, out var name)
        && _index.Find([_keys.Of(Selector.Host(name))], CancellationToken.None).Any(p => (p.Role & (SelectorRole.Callback | SelectorRole.Link)) != 0);

    /// <summary>The hosts that count by themselves, for logs that do not say whose they are.</summary>
    /// <param name="most">No more than this.</param>
    public List<string> ReadHosts(int most) =>
        [.. _index.ReadListed(SelectorKind.Host).Where(h => ConcernOf(_house, h) == Concern.Host).Take(most)];
}
