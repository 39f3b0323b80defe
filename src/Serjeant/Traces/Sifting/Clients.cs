using System.IO.Hashing;
using System.Net;
using System.Runtime.InteropServices;
using Serjeant.Registers;
using Serjeant.Traces.Formats;
using Serjeant.Values;

namespace Serjeant.Traces.Sifting;

/// <summary>A client of a log, as the roster knows it; compared by reference, since each is made once.</summary>
/// <param name="text">User and address as logged.</param>
/// <param name="address">Null where it is logged by name.</param>
/// <param name="person">Index into the roster's people; -1 for nobody's.</param>
/// <param name="ours">It is in a network of ours, or one of our people's.</param>
/// <param name="isScanner">It is the house's own mail gateway or sandbox.</param>
internal sealed class LogClient(string text, IPAddress? address, int person, bool ours, bool isScanner)
{
    public string Text { get; } = text;

    public IPAddress? Address { get; } = address;

    public int Person { get; } = person;

    public bool Ours { get; } = ours;

    public bool IsScanner { get; } = isScanner;
}

/// <summary>Tells whose client a line of a log is. A log has few clients on many lines, so that each is looked at once.</summary>
internal sealed class Clients
{
    /// <summary>A web server's log may have as many clients as lines; then they are looked at again.</summary>
    private const int MostKept = 200_000;

    private readonly Roster _roster;
    private readonly Dictionary<string, int> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, LogClient> _seen = [];

    public Clients(Roster roster)
    {
        _roster = roster;
        for (var i = 0; i < roster.People.Length; i++)
            foreach (var client in roster.People[i].Clients) _people.TryAdd(client, i);
    }

    public LogClient Find(ReadOnlySpan<byte> client, ReadOnlySpan<byte> user)
    {
        var hash = XxHash3.HashToUInt64(client);
        if (!user.IsEmpty) hash ^= XxHash3.HashToUInt64(user, 1);
        if (_seen.Count >= MostKept) _seen.Clear();
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_seen, hash, out _);
        return known ??= Make(WebParts.Text(client), WebParts.Text(user));
    }

    private LogClient Make(string client, string user)
    {
        var address = client.AsSpan().IndexOfAny('.', ':') >= 0 && IPAddress.TryParse(client, out var parsed) ? parsed : null;
        if (address is { IsIPv4MappedToIPv6: true }) address = address.MapToIPv4();
        var person = PersonOf(user);
        if (person < 0) person = address is not null ? _people.GetValueOrDefault(address.ToString(), -1) : PersonOf(client);
        var scanner = address is not null && Agents.Contains(_roster.Scanners, address);
        var ours = person >= 0 || scanner || (address is not null && Agents.Contains(_roster.Networks, address));
        return new(user.Length == 0 ? client : client.Length == 0 ? user : $"{user} {client}", address, person, ours, scanner);
    }

    /// <summary>Users are logged as "name", "DOMAIN\name" or "name@REALM"; machines with their domain or without.</summary>
    private int PersonOf(string name)
    {
        if (name.Length == 0) return -1;
        name = name.ToLowerInvariant();
        if (_people.TryGetValue(name, out var person)) return person;
        var slash = name.LastIndexOf('\\');
        if (slash >= 0 && _people.TryGetValue(name[(slash + 1)..], out person)) return person;
        var at = name.IndexOf('@', StringComparison.Ordinal);
        if (at > 0) return _people.GetValueOrDefault(name[..at], -1);
        // A machine's short name counts for it in our own domain only: anybody may call his machine like ours.
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && DomainName.TryParse(name.AsSpan(dot + 1), out var domain) && _roster.IsOwn(domain) ? _people.GetValueOrDefault(name[..dot], -1) : -1;
    }
}
