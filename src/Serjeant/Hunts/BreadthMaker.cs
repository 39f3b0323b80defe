using Serjeant.Hunts.Tips;
using Serjeant.Signals;
using Serjeant.Values;

namespace Serjeant.Hunts;

/// <summary>Tells what links everything, by the registers that ship and by the roster, before anything is looked up.</summary>
public sealed class BreadthMaker(House house)
{
    // What hashes give for no bytes at all: MD5, SHA-1, SHA-256.
    private static readonly string[] HashesOfNothing =
        ["d41d8cd98f00b204e9800998ecf8427e", "da39a3ee5e6b4b0d3255bfef95601890afd80709", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"];

    /// <returns>Null where it does not link everything, so far as the registers know.</returns>
    public Breadth? Make(Sought sought)
    {
        ArgumentNullException.ThrowIfNull(sought);
        foreach (var selector in sought.Any)
        {
            // A host that everybody uses with a form that few do is asked for as both.
            if (selector.Kind == SelectorKind.Host && !sought.All.IsEmpty) continue;
            if (Make(selector) is { } breadth) return breadth;
        }
        if (!sought.Any.IsEmpty || sought.All is not [{ Kind: SelectorKind.Host } only] || !only.IsAllWithin) return null;
        return DomainName.TryParse(only.Within, out var within) ? OfHost(within) : null;
    }

    /// <returns>Null where it does not link everything, so far as the registers know.</returns>
    public Breadth? Make(Selector selector)
    {
        switch (selector.Kind)
        {
            case SelectorKind.Host:
                return DomainName.TryParse(selector.Value, out var host) ? OfHost(host) : null;
            case SelectorKind.Address:
                return EmailAddress.TryParse(selector.Value, out var address) && house.Roster.IsOwn(address.Domain) ? new(BreadthKind.Own, address.Domain.Name) : null;
            case SelectorKind.Url or SelectorKind.UrlPath:
                return DomainName.TryParse(selector.Value.AsSpan(0, selector.Value.AsSpan().IndexOfAny('/', ':', '?') is >= 0 and var end ? end : selector.Value.Length), out var at) && house.Roster.IsOwn(at)
                    ? new(BreadthKind.Own, at.Name) { Unindexed = true }
                    : null;
            case SelectorKind.File:
                return HashesOfNothing.Contains(selector.Value) ? new(BreadthKind.Common, "an empty file") : null;
            case SelectorKind.UrlShape:
                return UrlText.IsTelling(selector.Value) || selector.Value.AsSpan().ContainsAnyInRange('0', '9') && selector.Value.AsSpan(1).ContainsAny('/', '?', '.') ? null : new(BreadthKind.Common, selector.Value);
            default:
                return null;
        }
    }

    private Breadth? OfHost(DomainName host)
    {
        var lists = house.WarningLists;
        if (house.Roster.IsOwn(host)) return SelectorMaker.IsOwnHostKept(host) ? null : new(BreadthKind.Own, host.Name) { Unindexed = true };
        if (IsSuffix(host)) return new(BreadthKind.PublicSuffix, host.Name);
        var bare = host.Name.StartsWith("www.", StringComparison.Ordinal) ? Parent(host) : host;
        var above = Parent(bare);
        // Only the name that is listed is everybody's: what lies below it may be a customer's, or somebody else's by theft.
        if (lists.IsSharedHosting(bare)) return lists.IsSharedHosting(above) ? null : new(BreadthKind.SharedHosting, bare.Name);
        if (lists.IsFreemail(bare) && !lists.IsFreemail(above)) return new(BreadthKind.Freemail, bare.Name);
        if (lists.IsShortener(bare) && !lists.IsShortener(above)) return new(BreadthKind.Shortener, bare.Name);
        if (house.Services.FindByHost(bare) is { } service) return new(BreadthKind.MailingService, service.Name) { OnlyWhereMany = house.Services.FindByHost(above) is not null };
        return lists.IsPopular(bare) && !lists.IsPopular(above) ? new(BreadthKind.Popular, bare.Name) : null;
    }

    private static bool IsSuffix(DomainName host) => host.Registrable == host && DomainName.TryParse("x." + host.Name, out var below) && below.Registrable == below;

    /// <summary>The name without its first label; empty for one label.</summary>
    private static DomainName Parent(DomainName host) =>
        host.Name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && DomainName.TryParse(host.Name.AsSpan(dot + 1), out var parent) ? parent : default;
}
