using System.Collections.Immutable;
using Serjeant.Values;

namespace Serjeant.Registers;

/// <summary>A commercial mass-mail service: how its mail is recognised, and the hosts that its links and pixels use.</summary>
/// <param name="Name">As the service calls itself.</param>
/// <param name="Headers">Header names (lower case) that only its mail carries.</param>
/// <param name="Hosts">Domains of its sending hosts, bounces, links and pixels.</param>
/// <param name="AccountHeaders">Headers (lower case) that name the customer's account.</param>
/// <param name="UrlShapes">
/// Path beginnings that its link trackers have on customers' own domains; an asterisk stands for one or more characters other than a slash or a question mark.
/// </param>
public sealed record MailingService(string Name, ImmutableArray<string> Headers, ImmutableArray<DomainName> Hosts, ImmutableArray<string> AccountHeaders, ImmutableArray<string> UrlShapes)
{
    /// <summary>Other services send through it (SendGrid, Amazon SES): where another one is recognised as well, that one is the sender's.</summary>
    public bool Carrier { get; init; }
}

/// <summary>The mass-mail and tracking services known (data/services).</summary>
public sealed class MailingServices
{
    private readonly Dictionary<string, MailingService> _byHost = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MailingService> _byHeader = new(StringComparer.OrdinalIgnoreCase);

    // By the character behind the leading slash, longer shapes first, so that the more exact one wins.
    private readonly List<(UrlShape Shape, MailingService Service)>?[] _byShape = new List<(UrlShape, MailingService)>?[128];

    internal MailingServices(ImmutableArray<MailingService> services)
    {
        All = services;
        foreach (var service in services)
        {
            foreach (var host in service.Hosts) _byHost.TryAdd(host.Name, service);
            foreach (var header in service.Headers) _byHeader.TryAdd(header, service);
            foreach (var shape in service.UrlShapes) Add(shape, service);
        }
    }

    public ImmutableArray<MailingService> All { get; }

    /// <summary>The services as shipped in data/services; data/README.md says where the list comes from.</summary>
    public static MailingServices Load()
    {
        var entries = ShippedEntries.Read("services/services.json");
        var services = ImmutableArray.CreateBuilder<MailingService>(entries.Count);
        foreach (var entry in entries)
            services.Add(new(entry["name"][0], [.. entry.List("headers")], ShippedData.Domains(entry.List("hosts")), [.. entry.List("accountHeaders")], [.. entry.List("urlShapes")])
            {
                Carrier = entry.ContainsKey("carrier"),
            });
        return new(services.MoveToImmutable());
    }

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

    /// <summary>The service whose mail alone carries a header of this name, or null.</summary>
    public MailingService? FindByHeader(string name) => _byHeader.GetValueOrDefault(name);

    /// <summary>The service whose link trackers make URLs of this shape, whatever the host, or null. Weaker than a host or a header.</summary>
    public MailingService? FindByUrlShape(WebAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.Path.Length == 0 || address.Path[0] != '/') return null;
        var second = address.Path.Length > 1 ? address.Path[1] : address.Query.Length > 0 ? '?' : '\0';
        if (second >= _byShape.Length || _byShape[second] is not { } shapes) return null;
        var text = address.Query.Length == 0 ? address.Path : $"{address.Path}?{address.Query}";
        foreach (var (shape, service) in shapes)
            if (shape.Matches(text)) return service;
        return null;
    }

    private void Add(string pattern, MailingService service)
    {
        var shapes = _byShape[pattern[1]] ??= [];
        var at = shapes.FindIndex(s => s.Shape.Pattern.Length < pattern.Length);
        shapes.Insert(at < 0 ? shapes.Count : at, (new(pattern), service));
    }
}
