using Serjeant.Values;

namespace Serjeant.Registers;

/// <summary>Names that must never link two messages or count as hostile by themselves, because everybody uses them.</summary>
public sealed class WarningLists
{
    private readonly HashSet<string> _freemail, _shared, _shorteners, _popular;

    internal WarningLists(HashSet<string> freemail, HashSet<string> shared, HashSet<string> shorteners, HashSet<string> popular)
    {
        _freemail = freemail;
        _shared = shared;
        _shorteners = shorteners;
        _popular = popular;
    }

    public static WarningLists Load() => new([], [], [], []);

    /// <summary>A provider where anybody gets a mailbox: the domain says nothing about who writes.</summary>
    public bool IsFreemail(DomainName domain) => Contains(_freemail, domain);

    /// <summary>A host where anybody can put pages, files or forms (cloud storage, page builders, file exchange).</summary>
    public bool IsSharedHosting(DomainName host) => Contains(_shared, host);

    public bool IsShortener(DomainName host) => Contains(_shorteners, host);

    /// <summary>Among the names everybody uses: it links nothing and accuses nobody.</summary>
    public bool IsPopular(DomainName host) => Contains(_popular, host) || Contains(_freemail, host) || Contains(_shared, host);

    /// <summary>Looks a name up with all its parents, so that www.example.com finds example.com.</summary>
    private static bool Contains(HashSet<string> names, DomainName domain)
    {
        var name = domain.Name.AsSpan();
        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        while (name.Length > 0)
        {
            if (lookup.Contains(name)) return true;
            var dot = name.IndexOf('.');
            if (dot < 0) return false;
            name = name[(dot + 1)..];
        }
        return false;
    }
}
