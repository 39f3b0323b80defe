using System.Collections.Immutable;
using Serjeant.Values;

namespace Serjeant.Registers;

/// <summary>A commercial mass-mail service: how its mail is recognised, and the hosts that its links and pixels use.</summary>
/// <param name="Name">As the service calls itself.</param>
/// <param name="Headers">Header names (lower case) that only its mail carries.</param>
/// <param name="Hosts">Domains of its sending hosts, bounces, links and pixels.</param>
/// <param name="AccountHeaders">Headers (lower case) that name the customer's account.</param>
/// <param name="UrlShapes">Path beginnings that its link trackers have on customers' own domains.</param>
public sealed record MailingService(string Name, ImmutableArray<string> Headers, ImmutableArray<DomainName> Hosts, ImmutableArray<string> AccountHeaders, ImmutableArray<string> UrlShapes);

/// <summary>The mass-mail and tracking services known (data/services).</summary>
public sealed class MailingServices
{
    private readonly Dictionary<string, MailingService> _byHost = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MailingService> _byHeader = new(StringComparer.OrdinalIgnoreCase);

    internal MailingServices(ImmutableArray<MailingService> services)
    {
        All = services;
        foreach (var service in services)
            foreach (var header in service.Headers)
                _byHeader.TryAdd(header, service);
        foreach (var service in services)
            foreach (var host in service.Hosts)
                _byHost.TryAdd(host.Name, service);
    }

    public ImmutableArray<MailingService> All { get; }

    public static MailingServices Load() => new([]);

    /// <summary>The service whose mail alone carries a header of this name (any case), or null.</summary>
    public MailingService? FindByHeader(string name) => _byHeader.GetValueOrDefault(name);

    /// <summary>The service a host belongs to (by itself or a parent), or null.</summary>
    public MailingService? FindByHost(DomainName host)
    {
        var lookup = _byHost.GetAlternateLookup<ReadOnlySpan<char>>();
        var name = host.Name.AsSpan();
        while (name.Length > 0)
        {
            if (lookup.TryGetValue(name, out var service)) return service;
            var dot = name.IndexOf('.');
            if (dot < 0) return null;
            name = name[(dot + 1)..];
        }
        return null;
    }
}
