using Serjeant.Values;

namespace Serjeant.Registers;

/// <summary>Names that must never link two messages or count as hostile by themselves, because everybody uses them.</summary>
public sealed class WarningLists
{
    private readonly NameSet _freemail, _shared, _shorteners, _popular;

    private WarningLists(NameSet freemail, NameSet shared, NameSet shorteners, NameSet popular)
    {
        _freemail = freemail;
        _shared = shared;
        _shorteners = shorteners;
        _popular = popular;
    }

    internal WarningLists(HashSet<string> freemail, HashSet<string> shared, HashSet<string> shorteners, HashSet<string> popular)
        : this(From(freemail), From(shared), From(shorteners), From(popular))
    {
    }

    /// <summary>The lists as shipped in data/warninglists; data/README.md says where they come from.</summary>
    public static WarningLists Load() => new(Read("freemail"), Read("shared-hosting"), Read("shorteners"), Read("popular"));

    /// <summary>A provider where anybody gets a mailbox: the domain says nothing about who writes.</summary>
    public bool IsFreemail(DomainName domain) => _freemail.ContainsOrParent(domain.Name);

    /// <summary>A host where anybody can put pages, files or forms (cloud storage, page builders, file exchange).</summary>
    public bool IsSharedHosting(DomainName host) => _shared.ContainsOrParent(host.Name);

    public bool IsShortener(DomainName host) => _shorteners.ContainsOrParent(host.Name);

    /// <summary>Among the names everybody uses: it links nothing and accuses nobody.</summary>
    public bool IsPopular(DomainName host) =>
        _popular.ContainsOrParent(host.Name) || _freemail.ContainsOrParent(host.Name) || _shared.ContainsOrParent(host.Name);

    private static NameSet Read(string name) => NameSet.FromLines(ShippedData.ReadText($"warninglists/{name}.txt"));

    private static NameSet From(HashSet<string> names) => NameSet.FromLines(string.Join('\n', names));
}
