using Serjeant.Campaigns;
using Serjeant.Facts;
using Serjeant.Hunts;
using Serjeant.Signals;
using Serjeant.Traces.Sifting;
using Serjeant.Values;

namespace Serjeant.Traces.Joining;

/// <summary>What can show in a log.</summary>
[Flags]
internal enum Shown
{
    Nothing = 0,
    /// <summary>A request without encryption.</summary>
    Plain = 1,
    /// <summary>The host of an encrypted one: only proxies see it.</summary>
    Tunnel = 2,
    /// <summary>That a name was looked up.</summary>
    LookUp = 4,
}

/// <summary>Which logs would show it if a message were opened: what none of a person's logs can show was not "not seen".</summary>
internal sealed class Showing(House house, IMessageStore? messages)
{
    /// <summary>By what a message shows that is opened, or clicked where opening calls nothing.</summary>
    public Shown Of(IndexEntry entry)
    {
        // Without its working record it is not known what it calls: then only proxies count, which see hosts of every kind.
        if (messages?.Find(entry.Id) is not { } kept) return Shown.Tunnel;
        var remote = kept.Urls.Where(u => u.Fires == LinkFire.Opening).Select(u => WebAddress.Parse(u.Url)).Where(a => a.IsRemote).ToList();
        if (remote.Count == 0) remote = [.. kept.Urls.Select(u => WebAddress.Parse(u.Url)).Where(a => a.IsRemote)];
        if (remote.Count == 0) return Shown.Plain | Shown.Tunnel | Shown.LookUp;
        return remote.Aggregate(Shown.Nothing, (all, a) => all | Of(a));
    }

    /// <summary>What a log of a kind has.</summary>
    public static Shown Of(TraceFile file) => file switch
    {
        { Source: LogSource.NameServer } => Shown.LookUp,
        { Source: LogSource.WebServer } => Shown.Nothing,
        { Format: LogFormat.ZeekHttp } => Shown.Plain,
        _ => Shown.Plain | Shown.Tunnel,
    };

    private Shown Of(WebAddress address)
    {
        var concern = address.Host.IsEmpty ? Concern.None : HostWatch.ConcernOf(house, address.Host.Name);
        if (concern == Concern.None) return Shown.Nothing;
        var shown = address.Scheme is "http" or "ws" ? Shown.Plain : Shown.Nothing;
        if (concern == Concern.UrlsOnly) return shown;
        if (address.Scheme is "https" or "wss") shown |= Shown.Tunnel;
        return address.HostIsAddress ? shown : shown | Shown.LookUp;
    }
}
