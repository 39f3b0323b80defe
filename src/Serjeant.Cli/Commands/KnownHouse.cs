using Serjeant.Personas;
using Serjeant.Registers;
using Serjeant.Signals;
using Serjeant.Storage;

namespace Serjeant.Cli.Commands;

/// <summary>The house that a data folder belongs to: the roster named, else the one last used with it, and what people decided about addresses.</summary>
internal static class KnownHouse
{
    /// <returns>Null where no roster is named and none was used before.</returns>
    /// <exception cref="SerjeantException">The roster cannot be read.</exception>
    public static House? Open(SqliteStore store, string? named)
    {
        var warningLists = WarningLists.Load();
        return Read(store, named, warningLists) is { } roster ? House.With(roster.WithAllowed(AddressDecision.InForce(store.ReadDecisions())), warningLists) : null;
    }

    /// <summary>The roster as it is written, without what people decided.</summary>
    /// <returns>Null where no roster is named and none was used before.</returns>
    /// <exception cref="SerjeantException">The roster cannot be read.</exception>
    public static Roster? ReadRoster(SqliteStore store, string? named) => Read(store, named, WarningLists.Load());

    private static Roster? Read(SqliteStore store, string? named, WarningLists warningLists)
    {
        if ((named ?? store.ReadRoster()) is not { } file) return null;
        if (named is null && !File.Exists(file))
            throw new SerjeantException($"{file}: the roster that was last used with this data folder is no longer there. Name one with --roster FILE.", retryHelps: false);
        var roster = new RosterReader(warningLists).Read(file);
        if (named is not null) store.NoteRoster(Path.GetFullPath(file));
        return roster;
    }
}
