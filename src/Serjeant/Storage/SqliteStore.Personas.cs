using Serjeant.Campaigns;
using Serjeant.Personas;
using Serjeant.Storage.Tables;

namespace Serjeant.Storage;

public sealed partial class SqliteStore
{
    public bool Keep(KeptMessage message)
    {
        lock (_gate)
        {
            Write();
            return _messages.Keep(_entries.NumberOf(message.Id) ?? _entries.Add(message.Id), message);
        }
    }

    public bool Add(Testimony testimony) => Writing(database => PersonaTables.Add(database, testimony));

    public void Add(Guise guise) => Writing(database =>
    {
        PersonaTables.Add(database, guise);
        return true;
    });

    public bool Add(SpoofedRow row) => Writing(database => PersonaTables.Add(database, row));

    public void Add(AddressDecision decision) => Writing(database =>
    {
        PersonaTables.Add(database, decision);
        return true;
    });

    public void NoteRoster(string path) => Writing(database =>
    {
        PersonaTables.NoteRoster(database, path);
        return true;
    });

    public string? ReadRoster() => Reading(PersonaTables.ReadRoster);

    public IReadOnlyList<Testimony> ReadTestimonies() => Reading(PersonaTables.ReadTestimonies);

    public IReadOnlyList<Guise> ReadGuises() => Reading(PersonaTables.ReadGuises);

    public IReadOnlyList<SpoofedRow> ReadSpoofed() => Reading(PersonaTables.ReadSpoofed);

    public IReadOnlyList<AddressDecision> ReadDecisions() => Reading(PersonaTables.ReadDecisions);

    private T Reading<T>(Func<Database, T> read)
    {
        lock (_gate) return read(_database);
    }

    private T Writing<T>(Func<Database, T> write)
    {
        lock (_gate)
        {
            Write();
            return write(_database);
        }
    }
}
