using System.Collections.Immutable;

namespace Serjeant.Registers.Names;

/// <summary>Somebody with names, to be found by them: a person of the roster, an entry of a sanctions list.</summary>
/// <param name="Id">The register's own identifier.</param>
/// <param name="Names">The main name first, then other names, spellings and scripts, as the register writes them.</param>
/// <param name="Offices">Offices that stand for the person ("Speaker of the House"); empty where none.</param>
public sealed record NamedSubject(string Id, ImmutableArray<string> Names, ImmutableArray<string> Offices)
{
    public NamedSubject(string id, ImmutableArray<string> names)
        : this(id, names, [])
    {
    }
}
