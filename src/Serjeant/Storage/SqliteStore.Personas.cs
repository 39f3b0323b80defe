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
            if (_removed.Find(message.Id) is not null) return false;
            return _messages.Keep(_entries.NumberOf(message.Id) ?? _entries.Add(message.Id), message, DayOf(_time));
        }
    }

    public bool Add(Testimony testimony) => Writing(database => PersonaTables.Add(database, testimony, _sealing.Texts));

    public void Add(Guise guise) => Writing(database =>
    {
        PersonaTables.Add(database, guise, _sealing.Texts);
        return true;
    });

    public bool Add(SpoofedRow row) => Writing(database => PersonaTables.Add(database, row));

    public void Add(AddressDecision decision) => Writing(database =>
    {
        PersonaTables.Add(database, decision, _sealing.Texts);
        return true;
    });

    public void NoteRoster(string path) => Writing(database =>
    {
        PersonaTables.NoteRoster(database, path);
        return true;
    });

    public string? ReadRoster() => Reading(PersonaTables.ReadRoster);

    public IReadOnlyList<Testimony> ReadTestimonies() => Reading(database => PersonaTables.ReadTestimonies(database, _sealing.Texts));

    public IReadOnlyList<Guise> ReadGuises() => Reading(database => PersonaTables.ReadGuises(database, _sealing.Texts));

    public IReadOnlyList<SpoofedRow> ReadSpoofed() => Reading(PersonaTables.ReadSpoofed);

    public IReadOnlyList<AddressDecision> ReadDecisions() => Reading(database => PersonaTables.ReadDecisions(database, _sealing.Texts));

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
